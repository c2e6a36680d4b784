import type { Answer, AnswersInput, DraftAnswers } from "./check-in.ts";
import { QUESTIONS, type QuestionId } from "./question-list.ts";

/** The five answers, worst to best for the other side, as they are said and sent. */
const AGREEMENT: readonly { value: string; answer: Answer; label: string }[] = [
  { value: "1", answer: 1, label: "Strongly disagree" },
  { value: "2", answer: 2, label: "Disagree" },
  { value: "3", answer: 3, label: "Neither agree nor disagree" },
  { value: "4", answer: 4, label: "Agree" },
  { value: "5", answer: 5, label: "Strongly agree" },
  { value: "unknown", answer: null, label: "Don’t know" },
];

/** What can be chosen under each question. */
export const ANSWER_OPTIONS = AGREEMENT.map(({ value, answer, label }) => ({
  value,
  label,
  ...(answer === null ? { divider: "or" } : {}),
}));

/** An answer as a form sends it; nothing where there is none yet. */
export function sentValue(answer: Answer | undefined): string | undefined {
  return AGREEMENT.find((one) => one.answer === answer)?.value;
}

/** What a form sent, as an answer; undefined where it is none. */
export function answerOf(sent: unknown): Answer | undefined {
  return AGREEMENT.find(({ value }) => value === sent)?.answer;
}

/** An answer in words; nothing chosen is said plainly. */
export function answerWords(answer: Answer | undefined): string {
  return AGREEMENT.find((one) => one.answer === answer)?.label ?? "Not answered yet";
}

/** The questions nobody has chosen an answer for, "don't know" being one. */
export function unansweredIn(answers: DraftAnswers): QuestionId[] {
  return QUESTIONS.map(({ id }) => id).filter((id) => answers[id] === undefined);
}

/** Answers to every question, or null while one is missing. */
export function wholeAnswers(answers: DraftAnswers): AnswersInput | null {
  return unansweredIn(answers).length === 0 ? (answers as AnswersInput) : null;
}
