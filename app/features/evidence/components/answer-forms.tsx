import { useForm } from "@conform-to/react";
import { AudienceNote } from "~/ui/audience-note";
import { Button } from "~/ui/button";
import { dateOf, errorItems, fieldOf } from "~/ui/conform-field";
import { DateInput } from "~/ui/date-input";
import { Details } from "~/ui/details";
import { ErrorSummary } from "~/ui/error-summary";
import { PostForm } from "~/ui/form";
import { answerTo, type FormAnswer, problemsOf } from "~/ui/form-answer";
import { FormButton } from "~/ui/form-button";
import { HiddenFields } from "~/ui/hidden-fields";
import { Radios } from "~/ui/radios";
import { Textarea } from "~/ui/textarea";

type Action = "answer" | "propose" | "agree";

type AnswerFormsProps = {
  can: readonly Action[];
  /** The reader's side is the one that is waited for. */
  turn: boolean;
  ask: string;
  outcomes: readonly { value: string; label: string }[];
  audience: string;
  answer: FormAnswer | undefined;
  formKey: string | undefined;
};

/** What this reader's side can say to an entry; what waits for them stands open. */
export function AnswerForms({ can, turn, ask, outcomes, audience, answer, formKey }: AnswerFormsProps) {
  // Somebody else was first: the form that was sent is gone from the page, what was said against it is not.
  const stray = answer && isAction(answer.intent) && !can.includes(answer.intent);
  const form = { ask, outcomes, audience, answer, formKey };
  const said = (intent: Action) => answer?.intent === intent;
  return (
    <>
      {stray && answer ? <ErrorSummary errors={problemsOf(answer)} /> : null}
      {can.includes("agree") ? (
        <>
          {said("agree") && answer ? <ErrorSummary errors={problemsOf(answer)} /> : null}
          <FormButton idempotencyKey={formKey} fields={{ intent: "agree" }}>
            Agree that it ended so
          </FormButton>
        </>
      ) : null}
      {can.includes("answer") ? (
        <Details
          summary={can.includes("agree") ? "Say yourselves how it ended" : turn ? "Answer" : "Answer again"}
          open={(turn && !can.includes("agree")) || said("answer")}
        >
          <OutcomeForm {...form} intent="answer" />
        </Details>
      ) : null}
      {can.includes("propose") ? (
        <Details summary="Put forward how it ended" open={said("propose")}>
          <OutcomeForm {...form} intent="propose" />
        </Details>
      ) : null}
    </>
  );
}

function isAction(intent: string): intent is Action {
  return intent === "answer" || intent === "propose" || intent === "agree";
}

type OutcomeFormProps = Omit<AnswerFormsProps, "can" | "turn"> & { intent: "answer" | "propose" };
type On = { quick?: string; day?: string; month?: string; year?: string };

function OutcomeForm({ intent, ask, outcomes, audience, answer, formKey }: OutcomeFormProps) {
  const [form, fields] = useForm<{ outcome: string; words: string; on: On }>({
    id: intent,
    lastResult: answerTo(answer, intent),
    defaultValue: { on: { quick: "today" } },
  });
  return (
    <PostForm id={form.id} idempotencyKey={formKey}>
      <ErrorSummary errors={errorItems(form)} />
      <HiddenFields fields={{ intent }} />
      <Radios {...fieldOf(fields.outcome)} label={ask} options={outcomes} />
      <Textarea
        {...fieldOf(fields.words)}
        label="In your own words"
        hint="Give the reasons where the answer asks for them. Otherwise you can leave it empty."
        rows={3}
      />
      <DateInput {...dateOf(fields.on)} label="From which day?" quick />
      <AudienceNote>{audience}</AudienceNote>
      <Button>{intent === "answer" ? "Save answer" : "Put it forward"}</Button>
    </PostForm>
  );
}
