import { href, Outlet, useLocation } from "react-router";
import { readHead } from "~/composition/kept-pages.server";
import { findActor } from "~/composition/request.server";
import { actorIn, type Side } from "~/features/identity/actor";
import { SectionNavigation } from "~/ui/navigation";
import type { PlaceHandle } from "~/ui/page-meta";
import { WarningText } from "~/ui/warning-text";
import type { Route } from "./+types/layout";

/** The title of each page of an area names the area. */
export const handle: PlaceHandle = { placeIn: "name" };

export async function loader({ context, params }: Route.LoaderArgs) {
  const { name } = await readHead(context, params.area);
  const actor = await findActor(context);
  const stand = actor && actorIn(actor, params.area);
  return { name, side: stand?.side, leads: stand?.role === "lead", glass: stand?.glass === true };
}

/** The area's own navigation around each of its pages. */
export default function AreaLayout({ loaderData, params }: Route.ComponentProps) {
  const { pathname } = useLocation();
  const home = href("/areas/:area", { area: params.area });
  const { side, leads, glass } = loaderData;
  const sections = SECTIONS.filter(
    ({ only }) => only === undefined || (only === "lead" ? leads : only === side && !glass),
  );
  const toLink = ({ path, text }: Section) => {
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
        links={sections.filter(({ more }) => !more).map(toLink)}
        more={sections.filter(({ more }) => more).map(toLink)}
      />
      {glass ? (
        <WarningText>
          You read this by break-glass: what both sides share, and nothing to change. Each page you open is
          noted, and the leads of both sides see it.
        </WarningText>
      ) : null}
      <Outlet />
    </>
  );
}

type Section = { path: string; text: string; more?: true; only?: Side | "lead" };

/** One line a page of the area, in the order people use them; `more` for those folded up, `only` for one side's own, or for leads. */
const SECTIONS: readonly Section[] = [
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
  { path: "check-ins", text: "Check-ins" },
  { path: "evidence", text: "What helps and hinders", more: true },
  { path: "aims", text: "Aims", more: true },
  { path: "people", text: "People" },
  { path: "partnership", text: "The partnership", more: true, only: "community" },
  { path: "relationship", text: "Agreed terms", more: true },
  { path: "elections", text: "Elections", more: true },
  { path: "research", text: "Research", more: true },
  { path: "codes", text: "Codes for research", more: true },
  { path: "audit", text: "Who did what", more: true, only: "lead" },
  { path: "disclosures", text: "Requests for information", more: true, only: "lead" },
];
