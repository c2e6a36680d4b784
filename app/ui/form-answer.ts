import type { SubmissionResult } from "@conform-to/react";

/** What a page's action answers when it did not redirect. */
export type FormAnswer = {
  lastResult: SubmissionResult<string[]>;
  intent: string;
  conflict: unknown;
};

/** The answer to one of the page's forms, if it was that form that was sent. */
export function answerTo(
  answer: FormAnswer | undefined,
  intent: string,
): SubmissionResult<string[]> | undefined {
  return answer?.intent === intent ? answer.lastResult : undefined;
}
