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

/**
 * The revision a form says it was made from: after a conflict that of the version shown beside it (saving again is
 * choosing over it); else what it said before, however often it came back.
 */
export function revisionToSend(answer: FormAnswer | undefined, intent: string, shown: number): string {
  const sent = answerTo(answer, intent)?.initialValue?.revision;
  return typeof sent === "string" && !answer?.conflict ? sent : String(shown);
}

/** The problems of a form that has no fields, or is no longer on the page, for <ErrorSummary>. */
export function problemsOf(answer: FormAnswer): ErrorItem[] {
  return Object.values(answer.lastResult.error ?? {}).flatMap((errors) =>
    (errors ?? []).map((text) => ({ text })),
  );
}

/** What the server filled into a form, in words; `id` is another each time, so that the form is drawn anew. */
type Filled = { said: string; id: string };

/** What was filled in, if the answer is about that. */
export function filledBy(answer: (FormAnswer & { filled?: Filled | null }) | undefined): Filled | undefined {
  return answer?.filled ?? undefined;
}
