import { href } from "react-router";
import { toItem } from "~/composition/project-view";
import { readArea } from "~/composition/request.server";
import { getAreaFrame } from "~/features/areas/areas.queries.server";
import { MilestoneLines } from "~/features/projects/components/milestone-lines";
import { PlanFilters } from "~/features/projects/components/plan-filters";
import { findMilestones } from "~/features/projects/milestones.queries.server";
import { milestoneFilter } from "~/features/projects/plan-filters";
import { MILESTONE_VIEWS } from "~/features/projects/plan-list-views";
import { findNaming } from "~/features/projects/plan-names.queries.server";
import { findProjectChoices } from "~/features/projects/projects.queries.server";
import { canWrite } from "~/features/records/record.policy";
import { sideNames } from "~/features/records/side-names";
import { plural } from "~/platform/plural";
import { ButtonGroup, LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { Pagination } from "~/ui/pagination";
import { PrintButton } from "~/ui/print-button";
import type { Route } from "./+types/list";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Milestones") }];

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const filter = milestoneFilter.parse(Object.fromEntries(new URL(request.url).searchParams));
  return readArea(context, params.area, async (actor, { tx, today }) => {
    const { name, councils } = await getAreaFrame(tx, actor);
    const naming = await findNaming(tx, actor.relationships);
    const projects = await findProjectChoices(tx, actor);
    const titles = new Map(projects.map(({ id, title }) => [id, title]));
    const { lines, ...found } = await findMilestones(tx, actor, filter, today);
    return {
      ...found,
      area: name,
      filter,
      councils,
      projects: projects.map(({ id, title }) => ({ id, title })),
      sides: sideNames(councils.length === 1 ? (councils[0]?.name ?? null) : null),
      canRecord: canWrite(actor) === true,
      items: lines.map((line) =>
        toItem(line, {
          area: params.area,
          sides: naming(line.relationshipId),
          side: actor.side,
          project: titles.get(line.projectId ?? "") ?? null,
        }),
      ),
    };
  });
}

/** Dated steps of projects and of the area. */
export default function Milestones({ loaderData, params }: Route.ComponentProps) {
  const { items, count, page, pages, any, filter, councils, sides, projects, canRecord } = loaderData;
  const { view, owner, project, council } = filter;
  const home = href("/areas/:area/milestones", params);
  const search = new URLSearchParams({ view });
  for (const [name, value] of Object.entries({ owner, project, council })) if (value) search.set(name, value);
  return (
    <>
      <PageTitle>Milestones</PageTitle>
      <ButtonGroup>
        {canRecord ? (
          <LinkButton href={href("/areas/:area/milestones/new", params)}>Set a milestone</LinkButton>
        ) : null}
        {any ? <PrintButton /> : null}
      </ButtonGroup>
      {any ? (
        <>
          <PlanFilters
            views={MILESTONE_VIEWS}
            view={view}
            bearer={{ name: "owner", label: "Whose it is to do", value: owner }}
            sides={sides}
            councils={councils}
            council={council}
            projects={projects}
            project={project}
            clearHref={view !== "planned" || owner || project || council ? home : undefined}
          />
          <p className="govuk-body">{plural(count, "milestone")}</p>
        </>
      ) : (
        <EmptyState title="No milestones yet">
          Dated steps are kept here, with every day they were moved from, for both sides to see.
        </EmptyState>
      )}
      {any && count === 0 ? (
        <EmptyState title="No milestones match">Change or clear the filters to see others.</EmptyState>
      ) : null}
      {count > 0 ? <MilestoneLines items={items} /> : null}
      <Pagination page={page} pages={pages} hrefFor={(number) => `${home}?${search}&page=${number}`} />
    </>
  );
}
