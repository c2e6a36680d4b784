import { BackLink } from "~/ui/breadcrumbs";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { PostForm } from "~/ui/form";
import { HiddenFields } from "~/ui/hidden-fields";
import { PageTitle } from "~/ui/page-title";
import type { SeatForm } from "../check-in.ts";
import { QUESTIONS, questionsOf } from "../question-list.ts";
import { CHECK, STEPS, type Step } from "../steps.ts";
import { AnswersCheck } from "./answers-check.tsx";
import { fieldIdOf, QuestionStep } from "./question-step.tsx";
import { WhoSeesWhat } from "./who-sees-what.tsx";

/** What stood in the way, by question; '' is the form as a whole. */
export type AnswerProblems = Readonly<Record<string, readonly string[]>>;

type AnswerFormProps = {
  form: SeatForm;
  at: Step | typeof CHECK;
  problems: AnswerProblems;
  hrefOf: (step: Step) => string;
  formKey?: string | undefined;
};

/** A page of the check-in's form: one of the five steps, or everything to look over and send. */
export function AnswerForm(props: AnswerFormProps) {
  const { at, problems, hrefOf } = props;
  const back = at === CHECK ? STEPS.at(-1) : STEPS[at.number - 2];
  const errors = Object.entries(problems).flatMap(([id, words]) =>
    words.map((text) => ({ text, ...(id === "" ? {} : leadTo(at, id, text)) })),
  );
  return (
    <>
      {back ? <BackLink href={hrefOf(back)}>Back</BackLink> : null}
      <ErrorSummary errors={errors} />
      {at === CHECK ? <Check {...props} /> : <OneStep {...props} at={at} />}
    </>
  );
}

function OneStep({ form, at, problems, formKey }: AnswerFormProps & { at: Step }) {
  const { about, areaName, lastDay, answers, draft } = form;
  return (
    <>
      <PageTitle caption={`${areaName}: step ${at.number} of ${STEPS.length}`}>{at.name}</PageTitle>
      {at.number === 1 ? <WhoSeesWhat lastDay={lastDay} /> : null}
      <p className="govuk-body-l">How far do you agree? “They” are {about}.</p>
      <PostForm key={at.component} idempotencyKey={formKey}>
        <HiddenFields fields={{ intent: "save", step: at.component }} />
        <QuestionStep
          questions={questionsOf(at.component)}
          answers={draft ?? answers ?? {}}
          problems={problems}
        />
        <Button>Save and go on</Button>
        <p className="govuk-hint">What you save is kept for you. You can close the page and go on later.</p>
      </PostForm>
    </>
  );
}

function Check({ form, hrefOf, formKey }: AnswerFormProps) {
  const { about, areaName, answers, draft, lastDay } = form;
  return (
    <>
      <PageTitle caption={areaName}>Check your answers about {about}</PageTitle>
      {answers ? (
        <p className="govuk-body">What you sent before counts until you send this. This replaces it.</p>
      ) : null}
      <AnswersCheck steps={STEPS} answers={draft ?? answers ?? {}} hrefOf={hrefOf} />
      <WhoSeesWhat lastDay={lastDay} />
      <PostForm idempotencyKey={formKey}>
        <HiddenFields fields={{ intent: "send" }} />
        <Button>{answers ? "Send the changed answers" : "Send my answers"}</Button>
      </PostForm>
    </>
  );
}

/** A problem leads to its question where that stands on the page; on the last page its words name the question. */
function leadTo(at: AnswerFormProps["at"], id: string, text: string) {
  if (at !== CHECK) return { fieldId: fieldIdOf(id) };
  const question = QUESTIONS.find((one) => one.id === id);
  return { text: `${text}: “${question?.text ?? id}”` };
}
