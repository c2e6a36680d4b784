import { href } from "react-router";
import { recordHref } from "~/composition/record-href";
import { readArea } from "~/composition/request.server";
import { getAreaFrame } from "~/features/areas/areas.queries.server";
import { PlanFilters } from "~/features/projects/components/plan-filters";
import { ProjectList } from "~/features/projects/components/project-list";
import { projectFilter } from "~/features/projects/plan-filters";
import { PROJECT_VIEWS } from "~/features/projects/plan-list-views";
import { findNaming } from "~/features/projects/plan-names.queries.server";
import { findProjects } from "~/features/projects/projects.queries.server";
import { canWrite } from "~/features/records/record.policy";
import { sideNames } from "~/features/records/side-names";
import { plural } from "~/platform/plural";
import { ButtonGroup, LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { Pagination } from "~/ui/pagination";
import { PrintButton } from "~/ui/print-button";
import type { Route } from "./+types/list";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Projects") }];

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const filter = projectFilter.parse(Object.fromEntries(new URL(request.url).searchParams));
  return readArea(context, params.area, async (actor, { tx, today }) => {
    const { name, councils } = await getAreaFrame(tx, actor);
    const naming = await findNaming(tx, actor.relationships);
    const { lines, ...found } = await findProjects(tx, actor, filter, today);
    return {
      ...found,
      area: name,
      filter,
      councils,
      sides: sideNames(councils.length === 1 ? (councils[0]?.name ?? null) : null),
      canRecord: canWrite(actor) === true,
      items: lines.map(
        ({ relationshipId, waitsFor, leadPersonId: _, startedOn: __, closed: ___, ...line }) => ({
          ...line,
          href: recordHref("project", params.area, line.id),
          sides: naming(relationshipId),
          council: councils.length > 1 ? naming(relationshipId).council : null,
          forReader: waitsFor.includes(actor.side),
        }),
      ),
    };
  });
}

/** What the two sides do together. */
export default function Projects({ loaderData, params }: Route.ComponentProps) {
  const { items, count, page, pages, any, filter, councils, sides, canRecord } = loaderData;
  const home = href("/areas/:area/projects", params);
  const search = new URLSearchParams({ view: filter.view });
  if (filter.lead) search.set("lead", filter.lead);
  if (filter.council) search.set("council", filter.council);
  const record = canRecord ? (
    <LinkButton href={href("/areas/:area/projects/new", params)}>Record a project</LinkButton>
  ) : null;
  return (
    <>
      <PageTitle>Projects</PageTitle>
      <ButtonGroup>
        {record}
        {any ? <PrintButton /> : null}
      </ButtonGroup>
      {any ? (
        <>
          <PlanFilters
            views={PROJECT_VIEWS}
            view={filter.view}
            bearer={{ name: "lead", label: "Led by", value: filter.lead }}
            sides={sides}
            councils={councils}
            council={filter.council}
            clearHref={filter.view !== "open" || filter.lead || filter.council ? home : undefined}
          />
          <p className="govuk-body">{plural(count, "project")}</p>
        </>
      ) : (
        <EmptyState title="No projects yet">
          What the two sides do together is kept here: who leads, what each answers for, and when it ends.
        </EmptyState>
      )}
      {any && count === 0 ? (
        <EmptyState title="No projects match">Change or clear the filters to see others.</EmptyState>
      ) : null}
      {count > 0 ? <ProjectList items={items} /> : null}
      <Pagination page={page} pages={pages} hrefFor={(number) => `${home}?${search}&page=${number}`} />
    </>
  );
}
