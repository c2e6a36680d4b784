import { BackLink } from "~/ui/breadcrumbs";
import { Button, ButtonGroup } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { PostForm } from "~/ui/form";
import { HiddenFields } from "~/ui/hidden-fields";
import { PageTitle } from "~/ui/page-title";
import type { SeatForm } from "../check-in.ts";
import { QUESTIONS, questionsOf } from "../questions.ts";
import { CHECK, STEPS, type Step } from "../steps.ts";
import { AnswersCheck } from "./answers-check.tsx";
import { CHOOSE, fieldIdOf, QuestionStep } from "./question-step.tsx";
import { WhoSeesWhat } from "./who-sees-what.tsx";

type AnswerFormProps = {
  form: SeatForm;
  at: Step | typeof CHECK;
  /** Questions without an answer that somebody tried to go on without, and what else stood in the way. */
  missing: readonly string[];
  problems: readonly string[];
  hrefOf: (step: Step) => string;
  formKey?: string | undefined;
};

/** A page of the check-in's form: one of the five steps, or everything to look over and send. */
export function AnswerForm(props: AnswerFormProps) {
  const { form, at, missing, problems, hrefOf, formKey } = props;
  const errors = [
    ...problems.map((text) => ({ text })),
    ...missing.map((id) => ({ text: `${CHOOSE}: “${textOf(id)}”`, ...fieldOn(at, id) })),
  ];
  return (
    <>
      {at === CHECK || at.number === 1 ? null : <BackLink href={hrefOf(before(at))}>Back</BackLink>}
      <ErrorSummary errors={errors} />
      {at === CHECK ? (
        <Check {...props} />
      ) : (
        <OneStep form={form} at={at} missing={missing} formKey={formKey} />
      )}
    </>
  );
}

type OneStepProps = Pick<AnswerFormProps, "form" | "missing" | "formKey"> & { at: Step };

function OneStep({ form, at, missing, formKey }: OneStepProps) {
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
          missing={missing}
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
        <p className="govuk-body">What you sent before counts until you send this. It replaces it.</p>
      ) : null}
      <AnswersCheck steps={STEPS} answers={draft ?? answers ?? {}} hrefOf={hrefOf} />
      <WhoSeesWhat lastDay={lastDay} />
      <PostForm idempotencyKey={formKey}>
        <HiddenFields fields={{ intent: "send" }} />
        <ButtonGroup>
          <Button>{answers ? "Send the changed answers" : "Send my answers"}</Button>
        </ButtonGroup>
      </PostForm>
    </>
  );
}

function before({ number }: Step): Step {
  return STEPS[number - 2] ?? STEPS[0] ?? { component: "recognition", name: "", number: 1 };
}

function textOf(id: string): string {
  return QUESTIONS.find((one) => one.id === id)?.text ?? id;
}

/** A problem leads to its question where that stands on the page. */
function fieldOn(at: Step | typeof CHECK, id: string) {
  return at === CHECK ? {} : { fieldId: `${fieldIdOf(id)}` };
}
