import { href } from "react-router";
import { loadPersonData } from "~/composition/people-rights.server";
import { formOf, intentOf, notFound, submit } from "~/composition/request.server";
import { AnswerErasure } from "~/features/rights/components/answer-erasure";
import { AskErasureForm } from "~/features/rights/components/erasure-forms";
import { KeptList } from "~/features/rights/components/kept-list";
import { NamingFiles } from "~/features/rights/components/naming-files";
import { NamingWords } from "~/features/rights/components/naming-words";
import { askErasure, leaveAlone } from "~/features/rights/erasures.commands.server";
import { answerErasure, lookAtFile } from "~/features/rights/erasures-elsewhere.commands.server";
import { shownSections } from "~/features/rights/kept-data";
import { idSchema } from "~/platform/ids";
import { AudienceNote } from "~/ui/audience-note";
import { ErrorSummary } from "~/ui/error-summary";
import { problemsOf } from "~/ui/form-answer";
import { formatDay } from "~/ui/format-date";
import { InsetText } from "~/ui/inset-text";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { PrintButton } from "~/ui/print-button";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/data";

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: documentTitle(`What is kept about ${loaderData?.person.name ?? "somebody"}`) },
];

export async function loader({ context, params }: Route.LoaderArgs) {
  const id = idSchema.safeParse(params.id).data ?? notFound();
  const { sections, ...rest } = await loadPersonData(context, params.area, id);
  return { ...rest, sections: shownSections(sections) };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const fixed = { area: params.area, id: idSchema.safeParse(params.id).data ?? notFound() };
  const form = await formOf(request);
  const done = (message: string) => () => ({ to: href("/areas/:area/people/:id/data", fixed), message });
  switch (intentOf(form)) {
    case "ask":
      return submit(context, form, askErasure, fixed, done("Asked. A programme admin decides."));
    case "alone":
      return submit(context, form, leaveAlone, fixed, done("Noted."));
    case "answer":
      return submit(context, form, answerErasure, fixed, done("Answered."));
    case "look":
      return submit(context, form, lookAtFile, fixed, done("Noted."));
    default:
      return notFound();
  }
}

/** What an organisation holds about somebody, for whoever answers them; and asking for it to be erased. */
export default function PersonData({ loaderData, actionData, params }: Route.ComponentProps) {
  const { person, organisation, sections, words, files, removed, notCut, erasure, isHeld } = loaderData;
  const formKey = useFormKey();
  return (
    <div className="cg-measure">
      {actionData && !["ask", "answer"].includes(actionData.intent) ? (
        <ErrorSummary errors={problemsOf(actionData)} />
      ) : null}
      <PageTitle caption="What is kept about">{person.name}</PageTitle>
      <p className="govuk-body">
        This is what {organisation} holds: its own rows, and what both sides share. Give it to the person when
        they ask for it.{" "}
        <a className="govuk-link" href={href("/areas/:area/people/:id/data.json", params)}>
          Take it as a file
        </a>
      </p>
      <InsetText>
        A private note about a person is that person’s data. It is in here too, and they may read it. What the
        other side keeps to itself is not in here: that side answers for it.
      </InsetText>
      <AudienceNote lead="Who sees this page:">The leads of your own side alone.</AudienceNote>
      <KeptList sections={sections} />
      <h2 className="govuk-heading-m">Words that name them</h2>
      <NamingWords places={words} notCut={notCut} asked={erasure !== null} formKey={formKey} />
      <h2 className="govuk-heading-m">Files to look through</h2>
      <NamingFiles files={files} removed={removed} asked={erasure !== null} formKey={formKey} />
      <PrintButton />
      <h2 className="govuk-heading-m">Have their details erased</h2>
      {erasure?.toldOn && erasure.answerBy ? (
        <AnswerErasure
          reason={erasure.reason}
          toldOn={erasure.toldOn}
          answerBy={erasure.answerBy}
          answer={actionData}
          formKey={formKey}
        />
      ) : erasure ? (
        <p className="govuk-body">
          This was asked for on {formatDay(erasure.askedOn)}. A programme admin decides. Until then, look
          through the words above: the name, address and number are cut out of the words of this area, apart
          from those that mean somebody else.
        </p>
      ) : (
        <>
          <p className="govuk-body">
            Their name, how to reach them and what was said of them alone go for good, on both sides. In words
            they go in this area: leads of other areas that know them are told, and answer for theirs. What
            they promised and came to stays, without their name. If they have an account, it stays until they
            ask for it to be erased themselves. A programme admin decides.
          </p>
          {isHeld ? (
            <AskErasureForm answer={actionData} formKey={formKey} />
          ) : (
            <p className="govuk-body">Another organisation recorded them: one of its leads can ask for it.</p>
          )}
        </>
      )}
    </div>
  );
}
