import { SummaryList } from "~/ui/summary-list";
import { answerWords } from "../answer-words.ts";
import type { DraftAnswers } from "../check-in.ts";
import { questionsOf } from "../question-list.ts";
import type { Step } from "../steps.ts";

type AnswersCheckProps = {
  steps: readonly Step[];
  answers: DraftAnswers;
  /** The page of a step; null where nothing can be changed any more. */
  hrefOf: ((step: Step) => string) | null;
};

/** What one answered, step by step, each with the way back to change it. */
export function AnswersCheck({ steps, answers, hrefOf }: AnswersCheckProps) {
  return steps.map((step) => (
    <section key={step.component} aria-labelledby={`check-${step.component}`}>
      <h2 className="govuk-heading-m" id={`check-${step.component}`}>
        {step.name}
      </h2>
      <SummaryList
        rows={questionsOf(step.component).map(({ id, text }) => ({
          key: text,
          value: answerWords(answers[id]),
          ...(hrefOf ? { actions: [{ href: hrefOf(step), text: "Change", about: `“${text}”` }] } : {}),
        }))}
      />
    </section>
  ));
}
