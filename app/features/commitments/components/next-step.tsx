import { plural } from "~/platform/plural";
import { Details } from "~/ui/details";
import { formatDay } from "~/ui/format-date";
import { InsetText } from "~/ui/inset-text";
import { isClosed } from "../commitment";
import { formFor } from "../commitment-forms";
import type { CommitmentView } from "../commitment-view";
import { ActionForm } from "./action-form";
import type { FormAnswer } from "./form-answer";

type NextStepProps = {
  view: CommitmentView;
  audience: string;
  answer: FormAnswer | undefined;
  formKey: string | undefined;
};

/** What happens next, first: where the promise stands, the one thing for this side to do, and what else it may. */
export function NextStep({ view, audience, answer, formKey }: NextStepProps) {
  const next = view.next === null ? null : formFor(view.next, view);
  const others = view.can
    .filter((action) => action !== view.next)
    .flatMap((action) => formFor(action, view) ?? []);
  return (
    <section aria-labelledby="next">
      <h2 className="govuk-heading-m" id="next">
        What happens next
      </h2>
      <InsetText>
        {nextWords(view).map((sentence) => (
          <p className="govuk-body" key={sentence}>
            {sentence}
          </p>
        ))}
      </InsetText>
      {next ? <ActionForm form={next} audience={audience} answer={answer} formKey={formKey} primary /> : null}
      {others.map((form) => (
        <Details summary={form.button} open={answer?.intent === form.action} key={form.action}>
          <ActionForm form={form} audience={audience} answer={answer} formKey={formKey} />
        </Details>
      ))}
    </section>
  );
}

/** Where a promise stands, in a sentence or two that both sides can read. */
function nextWords(view: CommitmentView): string[] {
  const { state, flags, waitingOn, by, to, lapsesOn } = view;
  if (isClosed(state)) return [closedWords(view)];
  const words: string[] = [];
  if (flags.includes("contested")) words.push("The two sides see this differently.");
  if (state === "done") {
    words.push(`${by.first} says that it is done. ${to.first} can say yes or no.`);
    if (lapsesOn) words.push(`Without an answer by ${formatDay(lapsesOn)} it stands on ${by.name}’s word.`);
  } else {
    words.push(openWords(view));
  }
  if (waitingOn)
    words.push(waitingOn.you ? "It is your side’s turn." : `It is the turn of ${waitingOn.name}.`);
  return words;
}

function openWords({ lookedForOn, effectiveDueOn, daysPast, proposalId }: CommitmentView): string {
  if (proposalId !== null) return "A new day is proposed and waits for an answer.";
  if (daysPast === 0) {
    // A day agreed after the first had passed is looked for, but the first one goes on counting.
    const counts =
      lookedForOn === effectiveDueOn ? " It counts in the figures from that day, or once it is done." : "";
    return `It is due by ${formatDay(lookedForOn)}.${counts}`;
  }
  return `It was due by ${formatDay(lookedForOn)}, ${plural(daysPast, "day")} ago.`;
}

function closedWords({ state, flags, by, to }: CommitmentView): string {
  if (state === "withdrawn") return `${to.first} let it go. Nothing is owed.`;
  if (state === "not-kept") return "It is closed as not kept. It can still be done, and that counts.";
  const kept = state === "kept" ? "It is kept." : "It is kept, after its day.";
  return flags.includes("own-word")
    ? `${kept} Nobody answered, so it stands on ${by.name}’s word. ${to.first} can still say yes.`
    : kept;
}
