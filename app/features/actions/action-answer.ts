import type { Day } from "~/platform/calendar/day";
import type { Component } from "../scoring/facts";

/** What a side answered to an action, as long as it stands. */
export type ActionAnswer = {
  id: string;
  actionId: string;
  answer: "accepted" | "dismissed" | "done";
  reason: string | null;
  evidenceKey: string;
  answeredOn: Day;
  /** The component's figure on that day; null: none was shown. */
  componentBefore: number | null;
  promise: { id: string; title: string; open: boolean } | null;
};

/**
 * Whether an answer keeps the action off the list: an accepted one while its promise is open; every one while the action
 * rests on the same evidence.
 */
export function keepsAway(
  answer: Pick<ActionAnswer, "answer" | "evidenceKey" | "promise">,
  key: string,
): boolean {
  return answer.evidenceKey === key || (answer.answer === "accepted" && answer.promise?.open === true);
}

export const ANSWER_WORDS: Record<ActionAnswer["answer"], string> = {
  accepted: "Taken on",
  dismissed: "Not now",
  done: "Done",
};

/** An answered action as its page shows it. */
export type AnswerView = ActionAnswer & {
  title: string;
  component: Component;
  /** What became of the component since, in words. */
  since: string;
  promiseHref: string | null;
};
