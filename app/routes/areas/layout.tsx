import { href, Outlet, useLocation } from "react-router";
import { readArea } from "~/composition/request.server";
import { getAreaFrame } from "~/features/areas/areas.queries.server";
import { SectionNavigation } from "~/ui/navigation";
import type { Route } from "./+types/layout";

export async function loader({ context, params }: Route.LoaderArgs) {
  return readArea(context, params.area, (actor, { tx }) => getAreaFrame(tx, actor));
}

/** The area's own navigation around each of its pages. */
export default function AreaLayout({ loaderData, params }: Route.ComponentProps) {
  const { pathname } = useLocation();
  const home = href("/areas/:area", { area: params.area });
  const links = SECTIONS.map(({ path, text }) => {
    const target = path === "" ? home : `${home}/${path}`;
    const below = path !== "" && pathname.startsWith(`${target}/`);
    return {
      href: target,
      text,
      current: pathname === target ? ("page" as const) : below ? ("section" as const) : undefined,
    };
  });
  return (
    <>
      <SectionNavigation
        title={loaderData.name}
        href={home}
        label={`Pages of ${loaderData.name}`}
        links={links}
      />
      <Outlet />
    </>
  );
}

/** One line a page of the area, in the order people use them. */
const SECTIONS = [
  { path: "", text: "Overview" },
  { path: "health", text: "Health" },
  { path: "actions", text: "Next steps" },
  { path: "meetings", text: "Meetings" },
  { path: "timeline", text: "Timeline" },
  { path: "commitments", text: "Promises" },
  { path: "requests", text: "Requests" },
  { path: "people", text: "People" },
  { path: "relationship", text: "Agreed terms" },
];
