import { href } from "react-router";
import { findSignOff } from "~/composition/publicity-entries.server";
import { handleRecordIntent } from "~/composition/record-intents.server";
import { loadRecordPanel, requireRecord } from "~/composition/record-panel.server";
import { formOf, intentOf, notFound, readArea, submit } from "~/composition/request.server";
import { SignOffNotice } from "~/features/elections/components/sign-off-notice";
import {
  agreeOutcome,
  answerEvidence,
  proposeOutcome,
} from "~/features/evidence/answer-evidence.commands.server";
import { AnswerForms } from "~/features/evidence/components/answer-forms";
import { EvidenceDetails } from "~/features/evidence/components/evidence-details";
import { getEvidencePage } from "~/features/evidence/evidence.queries.server";
import { RecordActions } from "~/features/records/components/record-actions";
import { idSchema } from "~/platform/ids";
import { LinkButton } from "~/ui/button";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { PrintButton } from "~/ui/print-button";
import { Tag } from "~/ui/tag";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/show";

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: documentTitle(loaderData?.view.title ?? "What helps and hinders") },
];

export async function loader({ context, params }: Route.LoaderArgs) {
  const id = idSchema.safeParse(params.id).data ?? notFound();
  const view = await readArea(context, params.area, async (actor, { tx, today }) => {
    const { shown, ...page } = (await getEvidencePage(tx, actor, id, today)) ?? notFound();
    return {
      ...page,
      signOff: await findSignOff(tx, actor, id, today),
      shown: shown.map(({ linkId, ...each }) => ({ ...each, href: linkTo(each.type, linkId) })),
    };
  });
  return { view, panel: await loadRecordPanel(context, params.area, id) };

  function linkTo(type: string, linkId: string | null): string | null {
    if (linkId === null) return null;
    const place = { area: params.area, id: linkId };
    return type === "person"
      ? href("/areas/:area/people/:id", place)
      : href("/areas/:area/records/:id", place);
  }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const id = idSchema.safeParse(params.id).data ?? notFound();
  const form = await formOf(request);
  await requireRecord(context, params.area, id, "evidence");
  const to = href("/areas/:area/evidence/:id", { area: params.area, id });
  const done = (message: string) => () => ({ to, message });
  switch (intentOf(form)) {
    case "answer":
      return submit(context, form, answerEvidence, { id }, done("The answer is saved."));
    case "propose":
      return submit(
        context,
        form,
        proposeOutcome,
        { id },
        done("Put forward. It is for the other side to agree."),
      );
    case "agree":
      return submit(context, form, agreeOutcome, { id }, done("Both sides agree how it ended."));
    default:
      return (await handleRecordIntent(context, form, { area: params.area, id }, to)) ?? notFound();
  }
}

/** One entry of any kind: what it says, what was answered, and what can be done now. */
export default function ShowEvidence({ loaderData, actionData, params }: Route.ComponentProps) {
  const { view, panel } = loaderData;
  const { answer, can } = view;
  const formKey = useFormKey();
  const waits = view.stage === "waiting" || view.stage === "proposed";
  return (
    <>
      <PageTitle
        caption={view.kind.one}
        aside={view.state ? <Tag tone={waits ? "waiting" : "quiet"}>{view.state}</Tag> : null}
      >
        {view.title}
      </PageTitle>
      {view.signOff ? (
        <SignOffNotice
          election={view.signOff}
          changeHref={can.change ? href("/areas/:area/evidence/:id/edit", params) : null}
        />
      ) : null}
      <EvidenceDetails shown={view.shown} answer={answer} />
      <div className="cg-measure">
        {answer ? (
          <AnswerForms
            can={can.answer}
            turn={view.turn}
            ask={answer.ask}
            outcomes={answer.outcomes}
            audience={panel.audience}
            answer={actionData}
            formKey={formKey}
          />
        ) : null}
      </div>
      <RecordActions panel={panel} answer={actionData} formKey={formKey}>
        {can.change ? (
          <LinkButton variant="secondary" href={href("/areas/:area/evidence/:id/edit", params)}>
            Change
          </LinkButton>
        ) : null}
        <PrintButton />
      </RecordActions>
    </>
  );
}
