import { href } from "react-router";
import { findPersonOptions } from "~/composition/plan-options.server";
import { handleProjectIntent } from "~/composition/project-intents.server";
import { toProjectView } from "~/composition/project-view";
import { handleRecordIntent } from "~/composition/record-intents.server";
import { loadRecordPanel, requireRecord } from "~/composition/record-panel.server";
import { formOf, notFound, readArea } from "~/composition/request.server";
import { MilestoneLines } from "~/features/projects/components/milestone-lines";
import { MoveAnswer } from "~/features/projects/components/move-answer";
import { PlanFigure } from "~/features/projects/components/plan-figure";
import { ProjectDetails } from "~/features/projects/components/project-details";
import { ProjectTag } from "~/features/projects/components/project-list";
import { Steps } from "~/features/projects/components/steps";
import { WordAsked } from "~/features/projects/components/word-asked";
import { findLinkChoices } from "~/features/projects/plan-names.queries.server";
import { getProjectPage } from "~/features/projects/project.queries.server";
import { ACTIONS } from "~/features/projects/project.transitions";
import { courseForms } from "~/features/projects/project-course-forms";
import { hindranceForms } from "~/features/projects/project-hindrance-forms";
import { leadForms } from "~/features/projects/project-lead-forms";
import { RecordActions } from "~/features/records/components/record-actions";
import { idSchema } from "~/platform/ids";
import { ButtonGroup, LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { formatDay } from "~/ui/format-date";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { PrintButton } from "~/ui/print-button";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/show";

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: documentTitle(loaderData?.view.title ?? "Project") },
];

export async function loader({ context, params }: Route.LoaderArgs) {
  const id = idSchema.safeParse(params.id).data ?? notFound();
  const page = await readArea(context, params.area, async (actor, { tx, today }) => {
    const project = (await getProjectPage(tx, actor, id, today)) ?? notFound();
    const acts = project.can.length > 0;
    return {
      view: toProjectView(project, params.area),
      today,
      choices: {
        people: acts ? await findPersonOptions(tx, actor, today, project.relationshipId) : [],
        meetings: acts ? await findLinkChoices(tx, actor, "meeting") : [],
        requests: acts ? await findLinkChoices(tx, actor, "request") : [],
      },
    };
  });
  return { ...page, panel: await loadRecordPanel(context, params.area, id) };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const id = idSchema.safeParse(params.id).data ?? notFound();
  const form = await formOf(request);
  await requireRecord(context, params.area, id, "project");
  const to = href("/areas/:area/projects/:id", { area: params.area, id });
  return (
    (await handleProjectIntent(context, form, id, to)) ??
    (await handleRecordIntent(context, form, { area: params.area, id }, to)) ??
    notFound()
  );
}

/** One project: what it is for, who leads, its steps by their days, what is in its way, and what can be done now. */
export default function ShowProject({ loaderData, actionData, params }: Route.ComponentProps) {
  const { view, choices, panel, today } = loaderData;
  const formKey = useFormKey();
  const form = { audience: panel.audience, answer: actionData, formKey };
  const { endpoint, can } = view;
  return (
    <>
      <PageTitle caption="Project" aside={<ProjectTag stage={view.stage} flags={view.flags} />}>
        {view.title}
      </PageTitle>
      <MoveAnswer
        proposal={endpoint?.waiting ?? null}
        sides={view.sides}
        canAgree={can.includes("agree-day")}
        formKey={formKey}
      />
      {can.includes("agree-endpoint") && endpoint ? (
        <WordAsked
          words={`${formatDay(endpoint.agreed)} is set as the endpoint. Does your side agree?`}
          submit="Agree to the endpoint"
          fields={{ intent: "agree-endpoint", on: "today" }}
          formKey={formKey}
        />
      ) : null}
      {can.includes("agree-scope") && view.scope.fixedOn ? (
        <WordAsked
          words={`What this should come to was fixed on ${formatDay(view.scope.fixedOn)}. Does your side agree?`}
          submit="Agree to the outcome"
          fields={{ intent: "agree-scope", on: "today" }}
          formKey={formKey}
        />
      ) : null}
      <ProjectDetails view={view} />
      <h2 className="govuk-heading-m">Milestones</h2>
      {view.steps.length === 0 ? (
        <EmptyState title="No milestones yet">A few dated steps show both sides how it comes on.</EmptyState>
      ) : (
        <MilestoneLines items={view.steps} headingLevel={3} />
      )}
      <ButtonGroup>
        {can.includes("block") ? (
          <LinkButton
            variant="secondary"
            href={`${href("/areas/:area/milestones/new", { area: params.area })}?project=${view.id}`}
          >
            Set a milestone
          </LinkButton>
        ) : null}
        <PrintButton />
      </ButtonGroup>
      {view.plan.length > 0 ? (
        <PlanFigure title="The plan and its days" rows={view.plan} today={today} sides={view.sides} />
      ) : null}
      <div className="cg-measure">
        <Steps
          title="What can be done"
          first={null}
          actions={ACTIONS}
          groups={[
            { title: "Where it stands and when it ends", steps: courseForms(view, choices) },
            { title: "Who leads, and who answers for what", steps: leadForms(view, choices) },
            { title: "What is in its way", steps: hindranceForms(view, choices) },
          ]}
          {...form}
        />
      </div>
      <RecordActions panel={panel} answer={actionData} formKey={formKey}>
        {can.includes("edit") ? (
          <LinkButton variant="secondary" href={href("/areas/:area/projects/:id/edit", params)}>
            Change its words
          </LinkButton>
        ) : null}
      </RecordActions>
    </>
  );
}
