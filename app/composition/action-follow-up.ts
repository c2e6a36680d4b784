import { type ActionAnswer, levelBefore } from "~/features/actions/action-answer";
import type { PromiseSeen } from "~/features/actions/records-seen";
import type { Component } from "~/features/scoring/facts";
import { COMPONENT_WORDS, figureText, pointsText } from "~/features/scoring/words";
import { addDays, type Day } from "~/platform/calendar/day";
import { formatDay } from "~/ui/format-date";

/** Days after a step has ended on which it is asked what became of it. */
export const FOLLOW_UP_DAYS = [30, 90] as const;

/** A component's figure on a day: with its likely range where that is known. */
export type Level = { value: number; range: { lo: number; hi: number } | null };

/** A component on a past day; and its value had one record never been made, null where there is no such record. */
export type Measure = (component: Component, on: Day, without: string | null) => Measured;
export type Measured = { level: Level | null; without: number | null };

/** What is told of a step some days after its end. */
export type Told = { days: number; on: Day; says: string };

/** How a step taken on or done has ended: on a day, and how, in words; null: it has not. */
export type Ending = { on: Day; words: string };

const ENDED: Partial<Record<PromiseSeen["state"], string>> = {
  kept: "It was kept",
  "kept-late": "It was kept, after its day",
  "not-kept": "It was not kept",
  withdrawn: "The other side let it go",
};

/** When and how a step ended: with its promise, or when it was said to be done. */
export function endingOf(
  answer: Pick<ActionAnswer, "answer" | "answeredOn" | "promise">,
  promises: readonly PromiseSeen[],
): Ending | null {
  if (answer.answer === "done") return { on: answer.answeredOn, words: "It was said to be done" };
  const promise = promises.find(({ id }) => id === answer.promise?.id);
  const words = promise && ENDED[promise.state];
  return words && promise.endedOn ? { on: promise.endedOn, words } : null;
}

const levelText = ({ value, range }: Level) =>
  `${figureText(value)}${range ? ` (likely ${Math.round(range.lo)} to ${Math.round(range.hi)})` : ""}`;

/** What the record itself makes of the figure: the honest part of "moved since". */
function ownPart({ level, without }: Measured): string {
  if (level === null || without === null)
    return "No one record belongs to this, so no part of it can be told apart.";
  const own = pointsText(level.value - without);
  return own === "0.0"
    ? "The promise itself makes up no part of the figure."
    : `The promise itself makes up ${own} of the figure.`;
}

function moved(name: string, before: Level | null, measured: Measured): string {
  const { level } = measured;
  if (level === null) return `there was no figure for ${name}.`;
  if (before === null)
    return `${name} stood at ${levelText(level)}. There was none to compare it with before. ${ownPart(measured)}`;
  const points = pointsText(level.value - before.value);
  const change =
    points === "0.0"
      ? "it has not moved since"
      : `it has moved by ${points} since, which does not say because of it`;
  return `${name} stood at ${levelText(level)}: ${change}. ${ownPart(measured)}`;
}

/** What became of a step: where its component stood, what has been told by today, and when more is. All by day. */
export function followUp(
  answer: ActionAnswer,
  { component, ending }: { component: Component; ending: Ending | null },
  today: Day,
  measure: Measure,
) {
  const { name } = COMPONENT_WORDS[component];
  const before = levelBefore(answer);
  const stood = before
    ? `${name} stood at ${levelText(before)} then.`
    : `There was no figure for ${name} to go by then.`;
  if (ending === null) return { stood, ended: null, told: [], next: null };
  const days = FOLLOW_UP_DAYS.map((after) => ({ days: after, on: addDays(ending.on, after) }));
  const told = days
    .filter(({ on }) => on <= today)
    .map(({ days: after, on }): Told => {
      const says = moved(name, before, measure(component, on, answer.promise?.id ?? null));
      return { days: after, on, says: `${after} days after it ended, ${says}` };
    });
  const next = days.find(({ on }) => on > today)?.on ?? null;
  return {
    stood,
    ended: `${ending.words} on ${formatDay(ending.on)}.`,
    told,
    next: next && `More is told on ${formatDay(next)}.`,
  };
}
