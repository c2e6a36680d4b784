import type { Day } from "~/platform/calendar/day";
import { type Effort, OUTRANKS, type Outranks } from "./action";

/** What an action is given whose answer moves no indicator (docs/method.md 10). */
export const GAIN_WITHOUT_INDICATOR = 0.1;
const MOVES_NOTHING = 1e-9;
const FULL_URGENCY_DAYS = 30;
const SOON_DAYS = 14;
const SOON = 1.25;
/** Priorities within this share of the greater one are as good as equal. */
const MUCH_THE_SAME = 0.1;

/** What ranking needs to know of an action. */
export type Rankable = {
  id: string;
  /** Points its answer would move; null: it has none that moves an indicator. */
  gain: number | null;
  effort: Effort;
  daysOverdue?: number | undefined;
  dueInDays?: number | undefined;
  since: Day | null;
  outranks?: Outranks | undefined;
};

/** How pressing: 1, up to 2 at thirty days past its day, 1.25 where its day is within a fortnight (docs/method.md 10). */
export function urgencyOf({ daysOverdue = 0, dueInDays }: Pick<Rankable, "daysOverdue" | "dueInDays">) {
  if (daysOverdue > 0) return 1 + Math.min(1, daysOverdue / FULL_URGENCY_DAYS);
  return dueInDays !== undefined && dueInDays <= SOON_DAYS ? SOON : 1;
}

/** The gain an action is ranked by. */
export function rankedGain(gain: number | null): number {
  return gain === null || Math.abs(gain) < MOVES_NOTHING ? GAIN_WITHOUT_INDICATOR : gain;
}

/** priority = gain × urgency / effort (docs/method.md 10). */
export function priorityOf(action: Rankable): number {
  return (rankedGain(action.gain) * urgencyOf(action)) / action.effort;
}

/**
 * Actions in the order to show them: those that outrank gain first, in their order; then by priority; of those within
 * 10% of the greatest left, the older first. The order of the list handed in makes no difference.
 */
export function rank<T extends Rankable>(actions: readonly T[]): T[] {
  const first = OUTRANKS.flatMap((why) => byPriority(actions.filter(({ outranks }) => outranks === why)));
  return [...first, ...byPriority(actions.filter(({ outranks }) => outranks === undefined))];
}

function byPriority<T extends Rankable>(actions: readonly T[]): T[] {
  const left = actions.toSorted((a, b) => priorityOf(b) - priorityOf(a) || byAge(a, b));
  const ordered: T[] = [];
  for (let head = left[0]; head !== undefined; head = left[0]) {
    const greatest = priorityOf(head);
    const floor = greatest - Math.abs(greatest) * MUCH_THE_SAME;
    const end = left.findIndex((one) => priorityOf(one) < floor);
    ordered.push(...left.splice(0, end === -1 ? left.length : end).sort(byAge));
  }
  return ordered;
}

// Nothing to date it by is the newest.
function byAge(a: Rankable, b: Rankable): number {
  const [first, second] = [a.since ?? "9999", b.since ?? "9999"];
  if (first !== second) return first < second ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
