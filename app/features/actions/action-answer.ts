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
  /** The component's figure on that day with its likely range; null: none was shown. */
  componentBefore: number | null;
  componentLo: number | null;
  componentHi: number | null;
  /** It is the side's answer still: another has not taken its place. */
  stands: boolean;
  promise: { id: string; title: string; open: boolean } | null;
};

/** The component's figure on the day of an answer; null: none was shown. */
export function levelBefore(answer: Pick<ActionAnswer, "componentBefore" | "componentLo" | "componentHi">) {
  const { componentBefore: value, componentLo: lo, componentHi: hi } = answer;
  return value === null ? null : { value, range: lo === null || hi === null ? null : { lo, hi } };
}

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
  promiseHref: string | null;
};
