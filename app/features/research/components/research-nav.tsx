import { useLocation, useRouteLoaderData } from "react-router";
import { SectionNavigation } from "~/ui/navigation";

/** The pages about research, in the order that they are read in. `open`: to whoever is not signed in, too. */
const PAGES: readonly { href: string; text: string; open?: true }[] = [
  { href: "/research", text: "Compare" },
  { href: "/research/studies", text: "Studies" },
  { href: "/research/data", text: "Data" },
  { href: "/research/codes", text: "Codes" },
  { href: "/research/sensitivity", text: "Other judgements" },
  { href: "/research/published", text: "Published by others" },
  { href: "/research/method", text: "Method", open: true },
];

/** The way between the pages about research: only those that the reader may open. */
export function ResearchNav() {
  const { pathname } = useLocation();
  const root = useRouteLoaderData<{ account?: unknown }>("root");
  const links = PAGES.filter(({ open }) => open || root?.account).map(({ href, text }) => {
    const below = href !== "/research" && pathname.startsWith(`${href}/`) ? ("section" as const) : undefined;
    return { href, text, current: pathname === href ? ("page" as const) : below };
  });
  const first = links[0]?.href ?? "/";
  return <SectionNavigation title="Research" href={first} label="Pages about research" links={links} />;
}
