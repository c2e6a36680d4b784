import { href } from "react-router";
import { milestoneOptions } from "~/composition/plan-options.server";
import { handleMilestoneIntent } from "~/composition/project-intents.server";
import { toMilestoneView } from "~/composition/project-view";
import { handleRecordIntent } from "~/composition/record-intents.server";
import { loadRecordPanel, requireRecord } from "~/composition/record-panel.server";
import { formOf, notFound, readArea } from "~/composition/request.server";
import { MilestoneDetails } from "~/features/projects/components/milestone-details";
import { MilestoneLines, MilestoneTag } from "~/features/projects/components/milestone-lines";
import { MoveAnswer } from "~/features/projects/components/move-answer";
import { Steps } from "~/features/projects/components/steps";
import { WordAsked } from "~/features/projects/components/word-asked";
import { getMilestonePage } from "~/features/projects/milestone.queries.server";
import { ACTIONS } from "~/features/projects/milestone.transitions";
import { editMilestoneForm } from "~/features/projects/milestone-form";
import { firstForm, otherForms } from "~/features/projects/milestone-forms";
import { ProposeLink } from "~/features/records/components/propose-link";
import { RecordActions } from "~/features/records/components/record-actions";
import { idSchema } from "~/platform/ids";
import { LinkButton } from "~/ui/button";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { PrintButton } from "~/ui/print-button";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/show";

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: documentTitle(loaderData?.view.title ?? "Milestone") },
];

export async function loader({ context, params }: Route.LoaderArgs) {
  const id = idSchema.safeParse(params.id).data ?? notFound();
  const page = await readArea(context, params.area, async (actor, { tx, today }) => {
    const milestone = (await getMilestonePage(tx, actor, id, today)) ?? notFound();
    const edits = milestone.can.includes("edit");
    return {
      view: toMilestoneView(milestone, params.area),
      options: edits ? await milestoneOptions(tx, actor, today, milestone) : null,
    };
  });
  return { ...page, panel: await loadRecordPanel(context, params.area, id) };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const id = idSchema.safeParse(params.id).data ?? notFound();
  const form = await formOf(request);
  await requireRecord(context, params.area, id, "milestone");
  const to = href("/areas/:area/milestones/:id", { area: params.area, id });
  return (
    (await handleMilestoneIntent(context, form, id, to)) ??
    (await handleRecordIntent(context, form, { area: params.area, id }, to)) ??
    notFound()
  );
}

/** One milestone: its days, whose it is, what it is made of, and what can be done now. */
export default function ShowMilestone({ loaderData, actionData, params }: Route.ComponentProps) {
  const { view, options, panel } = loaderData;
  const formKey = useFormKey();
  const { can, sides } = view;
  const edit = options
    ? [
        editMilestoneForm(options, {
          ...view,
          projectId: view.project?.id ?? null,
          parentId: view.parent?.id ?? null,
        }),
      ]
    : [];
  const part = new URLSearchParams({
    parent: view.id,
    ...(view.project ? { project: view.project.id } : {}),
  });
  return (
    <>
      <PageTitle caption="Milestone" aside={<MilestoneTag state={view.state} daysPast={view.daysPast} />}>
        {view.title}
      </PageTitle>
      <MoveAnswer
        proposal={view.proposal}
        sides={sides}
        canAgree={can.includes("agree-day")}
        formKey={formKey}
      />
      {view.letGo && can.includes("agree-let-go") ? (
        <WordAsked
          words={`To let this go is asked by ${sides[view.letGo.by]}: ${view.letGo.reason ?? ""}`}
          submit="Agree to let it go"
          fields={{ intent: "agree-let-go" }}
          formKey={formKey}
        />
      ) : null}
      <MilestoneDetails view={view} />
      {view.partLines.length > 0 ? (
        <>
          <h2 className="govuk-heading-m">Its parts</h2>
          <MilestoneLines items={view.partLines} label="Its parts" headingLevel={3} />
        </>
      ) : null}
      {can.includes("move-day") ? (
        <LinkButton
          variant="secondary"
          href={`${href("/areas/:area/milestones/new", { area: params.area })}?${part}`}
        >
          Add a part
        </LinkButton>
      ) : null}
      <div className="cg-measure">
        <Steps
          title="What can be done"
          first={firstForm(view)}
          actions={ACTIONS}
          groups={[{ title: null, steps: [...otherForms(view), ...edit] }]}
          audience={panel.audience}
          answer={actionData}
          formKey={formKey}
        />
      </div>
      <RecordActions panel={panel} answer={actionData} formKey={formKey}>
        {can.includes("move-day") ? <ProposeLink area={params.area} about={view.id} /> : null}
        <PrintButton />
      </RecordActions>
    </>
  );
}
