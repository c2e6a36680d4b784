import { Details } from "~/ui/details";
import { ErrorSummary } from "~/ui/error-summary";
import { type FormAnswer, problemsOf } from "~/ui/form-answer";
import { ACTIONS, type Action } from "../request.transitions";
import { AnswerForm, HoldForm, ReferForm } from "./answering-forms";
import { JudgeForm, ReviseForm, WithdrawForm } from "./asker-forms";

type RequestStepsProps = {
  can: readonly Action[];
  /** The reader's side is the one that was asked. */
  asked: boolean;
  request: { title: string; detail: string | null; targetOn: string; revision: number };
  people: readonly { id: string; name: string; organisation: string }[];
  audience: string;
  answer: FormAnswer | undefined;
  formKey: string | undefined;
};

/** What this reader's side can do next; the thing that is their turn stands open. */
export function RequestSteps({ can, asked, request, people, ...form }: RequestStepsProps) {
  const open = (intent: Action, turn = false) => turn || form.answer?.intent === intent;
  // Somebody else was first: the form that was sent is gone from the page, what was said against it is not.
  const stray = form.answer && isAction(form.answer.intent) && !can.includes(form.answer.intent);
  return (
    <>
      {stray && form.answer ? <ErrorSummary errors={problemsOf(form.answer)} /> : null}
      {can.includes("judge") ? <JudgeForm {...form} /> : null}
      {can.includes("answer") ? (
        <Details summary={asked ? "Answer" : "Note the answer they gave"} open={open("answer", asked)}>
          <AnswerForm {...form} own={asked} />
        </Details>
      ) : null}
      {can.includes("hold") ? (
        <Details
          summary={asked ? "Send a holding reply" : "Note a holding reply they gave"}
          open={open("hold")}
        >
          <HoldForm {...form} />
        </Details>
      ) : null}
      {can.includes("refer") ? (
        <Details summary={asked ? "Pass it on" : "Note that it was passed on"} open={open("refer")}>
          <ReferForm {...form} people={people} />
        </Details>
      ) : null}
      {can.includes("revise") ? (
        <Details summary="Change what you ask, or by when" open={open("revise")}>
          <ReviseForm {...form} request={request} key={request.revision} />
        </Details>
      ) : null}
      {can.includes("withdraw") ? (
        <Details summary="Withdraw the request" open={open("withdraw")}>
          <WithdrawForm {...form} />
        </Details>
      ) : null}
    </>
  );
}

function isAction(intent: string): intent is Action {
  return ACTIONS.some((action) => action === intent);
}
