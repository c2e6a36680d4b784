import type { ReactNode } from "react";
import { Details } from "~/ui/details";
import { ErrorSummary } from "~/ui/error-summary";
import { problemsOf } from "~/ui/form-answer";
import { FormButton } from "~/ui/form-button";
import type { MouKind } from "../mou";
import type { Action } from "../mou.transitions";
import { AskEndForm, FinishReviewForm, SignedCopyForm, SignForm } from "./mou-step-forms";
import { ReasonForm, type StepForm } from "./reason-form";

type MouStepsProps = StepForm & {
  can: readonly Action[];
  kind: MouKind;
  people: readonly { id: string; name: string; role: string }[];
  /** Its files that everybody who sees it sees. */
  files: readonly { id: string; name: string }[];
  /** Who will see it once it is proposed, in words. */
  widensTo: string;
};

type Step = { action: Action; intent: string; button?: string; fold?: string; form?: ReactNode };

/** What this reader's side can do next. */
export function MouSteps({ can, kind, people, files, widensTo, ...form }: MouStepsProps) {
  const alone = kind === "programme";
  const steps: Step[] = [
    {
      action: "propose",
      intent: "propose",
      button: alone ? "It has been put to the programme" : "Propose it to the other side",
    },
    { action: "agree", intent: "agree", button: alone ? "The programme has agreed" : "Agree to this text" },
    {
      action: "sign",
      intent: "sign",
      fold: alone ? "Note a signature" : "Note your side’s signature",
      form: <SignForm {...form} kind={kind} people={people} key={people.length} />,
    },
    { action: "agreeReview", intent: "agree-review", button: "Agree that the review is done" },
    {
      action: "reopenReview",
      intent: "reopen-review",
      fold: "Say that the review is not done yet",
      form: <ReasonForm {...form} intent="reopen-review" label="What is still open?" submit="Save" />,
    },
    { action: "agreeEnd", intent: "agree-end", button: "Agree to end it" },
    {
      action: "refuseEnd",
      intent: "refuse-end",
      fold: "Say that it should go on",
      form: <ReasonForm {...form} intent="refuse-end" label="Why should it go on?" submit="Save" />,
    },
    { action: "startReview", intent: "start-review", button: "Begin a review" },
    {
      action: "finishReview",
      intent: "finish-review",
      fold: "Say that the review is done",
      form: <FinishReviewForm {...form} />,
    },
    ...(files.length > 0
      ? [
          {
            action: "attach" as const,
            intent: "signed-copy",
            fold: "Say which file is the signed copy",
            form: <SignedCopyForm {...form} files={files} />,
          },
        ]
      : []),
    { action: "askEnd", intent: "ask-end", fold: "Ask to end it", form: <AskEndForm {...form} /> },
    {
      action: "drop",
      intent: "drop",
      fold: "Give this agreement up",
      form: <ReasonForm {...form} intent="drop" label="Why do you give it up?" submit="Give it up" />,
    },
  ];
  const shown = steps.filter(({ action }) => can.includes(action));
  const { answer } = form;
  // A single button has no field to stand beside; and a form somebody else was first with is gone from the page.
  const stray =
    answer &&
    steps.some(({ intent }) => intent === answer.intent) &&
    !shown.some(({ intent, fold }) => intent === answer.intent && fold);
  return (
    <>
      {stray ? <ErrorSummary errors={problemsOf(answer)} /> : null}
      {can.includes("propose") ? <p className="govuk-body">{widensTo}</p> : null}
      {shown.map(({ intent, button, fold, form: body }) =>
        button ? (
          <FormButton
            idempotencyKey={form.formKey}
            fields={{ intent }}
            variant={intent === "start-review" ? "secondary" : "primary"}
            key={intent}
          >
            {button}
          </FormButton>
        ) : (
          <Details summary={fold} open={answer?.intent === intent} key={intent}>
            {body}
          </Details>
        ),
      )}
    </>
  );
}
