import { href } from "react-router";
import { asksBeforeElections, recordEntry } from "~/composition/publicity-entries.server";
import { forbidden, formOf, intentOf, notFound, readArea, submit } from "~/composition/request.server";
import { getAreaFrame } from "~/features/areas/areas.queries.server";
import { PeriodNotice } from "~/features/elections/components/period-notice";
import { findPeriodsNear } from "~/features/elections/elections.queries.server";
import { EvidenceForm } from "~/features/evidence/components/evidence-form";
import { findKind } from "~/features/evidence/evidence";
import { findOffered } from "~/features/evidence/evidence.queries.server";
import { answerTerms, questionsOf, startOf } from "~/features/evidence/evidence-form";
import { audienceWords } from "~/features/records/record";
import { canWrite } from "~/features/records/record.policy";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/new";

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: documentTitle(loaderData?.words.one ?? "Note something") },
];

export async function loader({ context, params }: Route.LoaderArgs) {
  return readArea(context, params.area, async (actor, { tx, today }) => {
    const kind = findKind(params.kind) ?? notFound();
    const may = canWrite(actor);
    if (may !== true) return forbidden(may);
    const { councils } = await getAreaFrame(tx, actor);
    const offered = await findOffered(tx, actor, null, today);
    const several = councils.length > 1 && actor.side === "community";
    const named = several ? ["the council it is about"] : councils.map(({ name }) => name);
    return {
      words: kind.words,
      periods: asksBeforeElections(kind.id) ? await findPeriodsNear(tx, actor, today) : [],
      asksFor: answerTerms(kind),
      questions: questionsOf(kind, offered),
      typed: startOf(kind, actor.side),
      councils: actor.side === "community" ? councils : [],
      audience: audienceWords(kind.level, actor, named),
    };
  });
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const kind = findKind(params.kind) ?? notFound();
  const form = await formOf(request);
  if (intentOf(form) !== "record") return notFound();
  const fixed = { area: params.area, kind: kind.id };
  return submit(context, form, recordEntry, fixed, ({ id }) => ({
    to: href("/areas/:area/evidence/:id", { area: params.area, id }),
    message: "Saved.",
  }));
}

/** The form of one kind. */
export default function NewEvidence({ loaderData, actionData }: Route.ComponentProps) {
  const { words, asksFor, periods, ...form } = loaderData;
  return (
    <div className="cg-measure">
      <PageTitle caption="Note something">{words.one}</PageTitle>
      <p className="govuk-body">
        {words.purpose}
        {asksFor ? ` ${asksFor}` : ""}
      </p>
      <PeriodNotice periods={periods}>
        <p className="govuk-body">
          Publicity then asks for a check and a sign-off. You can save it either way, and sign it off later.
        </p>
      </PeriodNotice>
      <EvidenceForm {...form} intent="record" answer={actionData} formKey={useFormKey()} />
    </div>
  );
}
