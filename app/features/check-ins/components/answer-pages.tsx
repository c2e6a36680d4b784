import type { SeatForm } from "../check-in.ts";
import { CHECK, type Step, stepText, stepToGoOn } from "../steps.ts";
import { AnswerForm, type AnswerProblems } from "./answer-form.tsx";
import { AnsweredView } from "./answered-view.tsx";

type AnswerPagesProps = {
  form: SeatForm;
  /** The page the address names; null: where one goes on, or what one has answered. */
  at: Step | typeof CHECK | null;
  problems: AnswerProblems;
  /** The address of these pages, without a step. */
  home: string;
  formKey?: string | undefined;
};

/** The pages on which somebody answers, by account or by link: what stands, or the step they are at. */
export function AnswerPages({ form, at, problems, home, formKey }: AnswerPagesProps) {
  const hrefOf = (step: Step | typeof CHECK) => `${home}?step=${stepText(step)}`;
  if (at === null && form.answers !== null) {
    return <AnsweredView form={form} hrefOf={hrefOf} checkHref={hrefOf(CHECK)} formKey={formKey} />;
  }
  return (
    <AnswerForm
      form={form}
      at={at ?? stepToGoOn(form.draft ?? {})}
      problems={problems}
      hrefOf={hrefOf}
      formKey={formKey}
    />
  );
}
