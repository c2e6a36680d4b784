import { href, Outlet, useLocation } from "react-router";
import { readHead } from "~/composition/kept-pages.server";
import { SectionNavigation } from "~/ui/navigation";
import type { Route } from "./+types/layout";

export async function loader({ context, params }: Route.LoaderArgs) {
  const { name } = await readHead(context, params.area);
  return { name };
}

/** The area's own navigation around each of its pages. */
export default function AreaLayout({ loaderData, params }: Route.ComponentProps) {
  const { pathname } = useLocation();
  const home = href("/areas/:area", { area: params.area });
  const toLink = ({ path, text }: (typeof SECTIONS)[number]) => {
    const target = path === "" ? home : `${home}/${path}`;
    const below = path !== "" && pathname.startsWith(`${target}/`);
    return {
      href: target,
      text,
      current: pathname === target ? ("page" as const) : below ? ("section" as const) : undefined,
    };
  };
  return (
    <>
      <SectionNavigation
        title={loaderData.name}
        href={home}
        label={`Pages of ${loaderData.name}`}
        links={SECTIONS.filter(({ more }) => !more).map(toLink)}
        more={SECTIONS.filter(({ more }) => more).map(toLink)}
      />
      <Outlet />
    </>
  );
}

/** One line a page of the area, in the order people use them; `more` for those that are folded up. */
const SECTIONS: readonly { path: string; text: string; more?: true }[] = [
  { path: "", text: "Overview" },
  { path: "health", text: "Health" },
  { path: "actions", text: "Next steps" },
  { path: "meetings", text: "Meetings" },
  { path: "timeline", text: "Timeline", more: true },
  { path: "commitments", text: "Promises" },
  { path: "requests", text: "Requests" },
  { path: "projects", text: "Projects" },
  { path: "milestones", text: "Milestones", more: true },
  { path: "agreements", text: "Agreements" },
  { path: "proposals", text: "Proposals", more: true },
  { path: "handovers", text: "Handovers" },
  { path: "evidence", text: "What helps and hinders", more: true },
  { path: "aims", text: "Aims", more: true },
  { path: "people", text: "People" },
  { path: "relationship", text: "Agreed terms", more: true },
  { path: "elections", text: "Elections", more: true },
];
