import { href } from "react-router";
import { handleCommitmentIntent } from "~/composition/commitment-intents.server";
import { recordHref } from "~/composition/record-href";
import { handleRecordIntent } from "~/composition/record-intents.server";
import { loadRecordPanel, requireRecord } from "~/composition/record-panel.server";
import { formOf, notFound, readArea } from "~/composition/request.server";
import { ACTIONS } from "~/features/commitments/commitment.transitions";
import { findCommitment } from "~/features/commitments/commitment-page.queries.server";
import { CommitmentSummary, Redatings } from "~/features/commitments/components/commitment-summary";
import { CommitmentTags } from "~/features/commitments/components/commitment-tags";
import { EditCommitment } from "~/features/commitments/components/edit-commitment";
import { problemsOf } from "~/features/commitments/components/form-answer";
import { NextStep } from "~/features/commitments/components/next-step";
import { toPeopleGroups } from "~/features/commitments/people-groups";
import { findPeopleOf } from "~/features/people/people.queries.server";
import { ProposeLink } from "~/features/records/components/propose-link";
import { RecordActions } from "~/features/records/components/record-actions";
import { idSchema } from "~/platform/ids";
import { BackLink } from "~/ui/breadcrumbs";
import { ErrorSummary } from "~/ui/error-summary";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { PrintButton } from "~/ui/print-button";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/show";

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: documentTitle(loaderData?.view.title ?? "Promise") },
];

export async function loader({ context, params }: Route.LoaderArgs) {
  const id = idSchema.safeParse(params.id).data ?? notFound();
  const page = await readArea(context, params.area, async (actor, { tx, today }) => {
    const view = (await findCommitment(tx, actor, id, today)) ?? notFound();
    const people = view.can.includes("edit") ? await findPeopleOf(tx, actor, today) : [];
    return { view, people: toPeopleGroups(people) };
  });
  return { ...page, panel: await loadRecordPanel(context, params.area, id) };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const form = await formOf(request);
  const backTo = recordHref("commitment", params.area, params.id);
  await requireRecord(context, params.area, params.id, "commitment");
  const answer =
    (await handleRecordIntent(context, form, params, backTo)) ??
    (await handleCommitmentIntent(context, form, params.id, backTo));
  return answer ?? notFound();
}

/** A refused form may have been refused because the promise moved on: what is shown is read again. */
export function shouldRevalidate() {
  return true;
}

export default function CommitmentPage({ loaderData, actionData, params }: Route.ComponentProps) {
  const { view, people, panel } = loaderData;
  const formKey = useFormKey();
  const forms = { answer: actionData, formKey };
  const { meeting } = view;
  return (
    <>
      <BackLink href={href("/areas/:area/commitments", { area: params.area })}>Promises</BackLink>
      <div className="cg-measure">
        <ErrorSummary errors={problemsOf(actionData, ACTIONS)} />
        <PageTitle caption="Promise">{view.title}</PageTitle>
        <p className="govuk-body">
          <CommitmentTags state={view.state} flags={view.flags} />
        </p>
        {/* A sent form counts the revision up: the forms begin anew. */}
        <NextStep view={view} audience={panel.audience} {...forms} key={view.revision} />
        {view.can.includes("edit") ? (
          <EditCommitment view={view} people={people} audience={panel.audience} {...forms} />
        ) : null}
        <h2 className="govuk-heading-m">The promise</h2>
        <CommitmentSummary
          view={view}
          meetingHref={meeting && recordHref("meeting", params.area, meeting.id)}
        />
        <Redatings redatings={view.redatings} />
      </div>
      <RecordActions panel={panel} {...forms}>
        {view.can.includes("propose-day") ? <ProposeLink area={params.area} about={view.id} /> : null}
      </RecordActions>
      <PrintButton />
    </>
  );
}
