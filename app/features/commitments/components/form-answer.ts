import type { SubmissionResult } from "@conform-to/react";
import type { ErrorItem } from "~/ui/error-summary";

/** What the page's action answers when it did not redirect. */
export type FormAnswer = {
  intent: string;
  lastResult: SubmissionResult<string[]>;
  conflict: unknown;
};

/** The answer to one of the page's forms, if it was that form that was sent. */
export function answerTo(answer: FormAnswer | undefined, intent: string) {
  return answer?.intent === intent ? answer.lastResult : undefined;
}

/**
 * Every problem of the form that was sent, for the top of the page: also of one that is no longer offered because the
 * promise has moved on meanwhile. `intents` are the page's own; other parts of it show their problems themselves.
 */
export function problemsOf(answer: FormAnswer | undefined, intents: readonly string[]): ErrorItem[] {
  if (!answer || !intents.includes(answer.intent)) return [];
  return Object.entries(answer.lastResult.error ?? {}).flatMap(([name, errors]) =>
    (errors ?? []).map((text) => (name === "" ? { text } : { text, fieldId: `${answer.intent}-${name}` })),
  );
}
