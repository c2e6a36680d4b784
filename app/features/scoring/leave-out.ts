import type { Day } from "./day.ts";
import type { Fact } from "./facts.ts";
import type { Method } from "./method.ts";
import type { Rule } from "./rule.ts";
import { type Figures, figures } from "./score.ts";
import { byRecord, SignalIndex } from "./signal-index.ts";
import type { Emit } from "./signals.ts";
import { addItems, emptyTally, latestDay, ruledItems, type ScoredItem, weigh } from "./tally.ts";

/** What indicators that depend on several records read; the others' items follow from one record alone. */
const SHARED_KINDS = new Set(["contact", "recorded", "rhythm", "agreement", "voice"]);
const ofArea = (rule: Rule): boolean => rule.scope === "area";

function itemsOf(index: SignalIndex, method: Method, asOf: Day, wanted?: (rule: Rule) => boolean) {
  return weigh(ruledItems(index, method, asOf, wanted), index, method, asOf);
}

/**
 * The figures of a day with some records left out, to the last bit those of scoring without them. What follows from
 * one record alone is worked out once for all of them, so that a page can ask it of many.
 */
export function createLeaveOut(emit: Emit, method: Method, facts: readonly Fact[], asOf: Day) {
  const signals = facts.flatMap((fact) => emit(fact, asOf)).toSorted(byRecord);
  const index = new SignalIndex(signals);
  const shared = signals.filter((one) => SHARED_KINDS.has(one.kind));
  const all = itemsOf(index, method, asOf);
  const order = new Map(method.rules.map((rule, at) => [rule.id, at]));
  const alone = all.filter(
    (item) => !method.rules.some((rule) => rule.id === item.indicator && ofArea(rule)),
  );
  const placeOf = ({ indicator }: ScoredItem) => order.get(indicator) ?? 0;

  const figuresOf = (items: readonly ScoredItem[], latest: Day | null): Figures => {
    const tally = emptyTally(latest);
    addItems(tally, items);
    return figures(tally, method, asOf);
  };
  const without = (gone: ReadonlySet<string>): Figures => {
    const kept = new SignalIndex(shared.filter((one) => !gone.has(one.record)));
    const together = itemsOf(kept, method, asOf, ofArea);
    const rest = alone.filter((item) => !gone.has(item.record));
    return figuresOf(
      [...rest, ...together].toSorted((a, b) => placeOf(a) - placeOf(b)),
      latestDay(kept),
    );
  };
  return { index, items: all, figures: figuresOf(all, latestDay(index)), without };
}

export type LeaveOut = ReturnType<typeof createLeaveOut>;
