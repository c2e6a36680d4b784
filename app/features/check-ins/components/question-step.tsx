import { Radios } from "~/ui/radios";
import { ANSWER_OPTIONS, sentValue } from "../answer-words.ts";
import type { DraftAnswers } from "../check-in.ts";
import type { Question } from "../questions.ts";

type QuestionStepProps = {
  questions: readonly Question[];
  answers: DraftAnswers;
  /** The ids of questions that nothing was chosen for, once somebody tried to go on without. */
  missing: readonly string[];
};

/** A step's three questions, each with its five answers and "don't know". */
export function QuestionStep({ questions, answers, missing }: QuestionStepProps) {
  return questions.map(({ id, text }) => (
    <Radios
      key={id}
      id={fieldIdOf(id)}
      name={id}
      label={text}
      labelSize="s"
      small
      options={ANSWER_OPTIONS}
      value={sentValue(answers[id])}
      errors={missing.includes(id) ? [CHOOSE] : undefined}
    />
  ));
}

/** Said beside a question without an answer. */
export const CHOOSE = "Choose how far you agree, or “Don’t know”";

/** The id of a question's first choice, which the list of problems leads to. */
export function fieldIdOf(question: string): string {
  return question.replace(".", "-");
}
