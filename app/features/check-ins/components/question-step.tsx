import { Radios } from "~/ui/radios";
import { ANSWER_OPTIONS, sentValue } from "../answer-words.ts";
import type { DraftAnswers } from "../check-in.ts";
import type { Question } from "../question-list.ts";

type QuestionStepProps = {
  questions: readonly Question[];
  answers: DraftAnswers;
  /** What stood in the way, by question. */
  problems: Readonly<Record<string, readonly string[]>>;
};

/** A step's three questions, each with its five answers and "don't know". */
export function QuestionStep({ questions, answers, problems }: QuestionStepProps) {
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
      errors={problems[id]}
    />
  ));
}

/** The id of a question's first choice, which the list of problems leads to. */
export function fieldIdOf(question: string): string {
  return question.replace(".", "-");
}
