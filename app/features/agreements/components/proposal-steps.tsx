import { useForm } from "@conform-to/react";
import { AudienceNote } from "~/ui/audience-note";
import { Button } from "~/ui/button";
import { dateOf, errorItems, fieldOf } from "~/ui/conform-field";
import { DateInput } from "~/ui/date-input";
import { Details } from "~/ui/details";
import { ErrorSummary } from "~/ui/error-summary";
import { PostForm } from "~/ui/form";
import { answerTo, problemsOf } from "~/ui/form-answer";
import { formatDay } from "~/ui/format-date";
import { HiddenFields } from "~/ui/hidden-fields";
import { Textarea } from "~/ui/textarea";
import { ACTIONS, type Action } from "../proposal.transitions";
import { ReasonForm, type StepForm } from "./reason-form";

type ProposalStepsProps = StepForm & {
  can: readonly Action[];
  /** The reader's side is the one it was put to. */
  asked: boolean;
  /** Accepting it changes the text of an agreement from today. */
  changesAgreement: boolean;
  /** The day that moves when this reader accepts, if any. */
  movesTo: { id: string; title: string; day: string } | null;
};

/** What this reader's side can do with a proposal. */
export function ProposalSteps({ can, asked, changesAgreement, movesTo, ...step }: ProposalStepsProps) {
  const { answer } = step;
  const stray =
    answer &&
    ACTIONS.some((action) => action === answer.intent) &&
    !can.some((action) => action === answer.intent);
  return (
    <>
      {stray ? <ErrorSummary errors={problemsOf(answer)} /> : null}
      {can.includes("accept") ? (
        <Details
          summary={asked ? "Accept" : "Note that they accepted"}
          open={asked || answer?.intent === "accept"}
        >
          {movesTo ? (
            <p className="govuk-body">
              If you accept, “{movesTo.title}” moves to {formatDay(movesTo.day)}.
            </p>
          ) : null}
          <AnswerForm
            {...step}
            intent="accept"
            label="A word with it"
            optional
            submit={asked ? "Accept" : "Save"}
            asksDay={!changesAgreement}
            movesTo={movesTo}
          />
        </Details>
      ) : null}
      {can.includes("decline") ? (
        <Details
          summary={asked ? "Decline, with reasons" : "Note that they declined"}
          open={answer?.intent === "decline"}
        >
          <AnswerForm
            {...step}
            intent="decline"
            label="The reasons"
            submit={asked ? "Decline" : "Save"}
            asksDay={!changesAgreement}
            movesTo={movesTo}
          />
        </Details>
      ) : null}
      {can.includes("withdraw") ? (
        <Details summary="Take it back" open={answer?.intent === "withdraw"}>
          <ReasonForm
            {...step}
            intent="withdraw"
            label="Why you take it back"
            optional
            submit="Take it back"
          />
        </Details>
      ) : null}
    </>
  );
}

type AnswerFormProps = StepForm & {
  intent: "accept" | "decline";
  label: string;
  submit: string;
  optional?: boolean;
  asksDay: boolean;
  movesTo: ProposalStepsProps["movesTo"];
};

function AnswerForm({ intent, label, submit, optional, asksDay, movesTo, ...step }: AnswerFormProps) {
  const [form, fields] = useForm<{ text: string; on: { quick?: string } }>({
    id: intent,
    lastResult: answerTo(step.answer, intent),
    defaultValue: { on: { quick: "today" } },
  });
  return (
    <PostForm id={form.id} idempotencyKey={step.formKey}>
      <ErrorSummary errors={errorItems(form)} />
      <HiddenFields fields={{ intent, moveId: movesTo?.id, ...(asksDay ? {} : { on: "today" }) }} />
      <Textarea {...fieldOf(fields.text)} label={label} rows={3} optional={optional} />
      {asksDay ? <DateInput {...dateOf(fields.on)} label="When was it said?" quick /> : null}
      <AudienceNote>{step.audience}</AudienceNote>
      <Button variant={intent === "accept" ? "primary" : "secondary"}>{submit}</Button>
    </PostForm>
  );
}
