import { Details } from "~/ui/details";
import { ErrorSummary } from "~/ui/error-summary";
import { type FormAnswer, problemsOf } from "~/ui/form-answer";
import { AcknowledgeForm, AnswerForm, EditForm } from "./aim-forms";

const ACTIONS = ["acknowledge", "answer", "edit"] as const;
type Action = (typeof ACTIONS)[number];

type AimStepsProps = {
  can: readonly Action[];
  aim: { title: string; detail: string | null; revision: number };
  audience: string;
  answer: FormAnswer | undefined;
  formKey: string | undefined;
};

/** What this reader's side can do next; the thing that is their turn stands open. */
export function AimSteps({ can, aim, ...form }: AimStepsProps) {
  const { answer } = form;
  // Somebody else was first: the form that was sent is gone from the page, what was said against it is not.
  const stray = answer && ACTIONS.some((one) => one === answer.intent && !can.includes(one));
  return (
    <>
      {stray && answer ? <ErrorSummary errors={problemsOf(answer)} /> : null}
      {can.includes("acknowledge") ? <AcknowledgeForm {...form} /> : null}
      {can.includes("answer") ? <AnswerForm {...form} /> : null}
      {can.includes("edit") ? (
        <Details summary="Change the words" open={answer?.intent === "edit"}>
          <EditForm {...form} aim={aim} key={aim.revision} />
        </Details>
      ) : null}
    </>
  );
}
