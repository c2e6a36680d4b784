import type { SubmissionResult } from "@conform-to/react";
import type { ErrorItem } from "./error-summary.tsx";

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

/** The problems of a form that has no fields, or is no longer on the page, for <ErrorSummary>. */
export function problemsOf(answer: FormAnswer): ErrorItem[] {
  return Object.values(answer.lastResult.error ?? {}).flatMap((errors) =>
    (errors ?? []).map((text) => ({ text })),
  );
}
