import type { Day } from "../scoring/day.ts";
import type { Method } from "../scoring/method.ts";
import { type Figures, figures } from "../scoring/score.ts";
import { SignalIndex } from "../scoring/signal-index.ts";
import type { Signal } from "../scoring/signals.ts";
import {
  addItems,
  emptyTally,
  latestDay,
  type RuledItem,
  ruledItems,
  type Tally,
  weigh,
} from "../scoring/tally.ts";
import { methodUnder, type Reach, VARIANTS, type VariantId } from "./variants.ts";

/** The figures of one relationship by the method itself, and by each variant of it. */
export type FiguresUnder = {
  readonly base: Figures;
  readonly under: ReadonlyMap<VariantId, Figures>;
};

/**
 * Scores a relationship once and then under every variant, by the method's own code. What a variant leaves as it is is
 * not worked out again: most change only what is made of the sums.
 */
export function figuresUnderVariants(signals: readonly Signal[], method: Method, asOf: Day): FiguresUnder {
  const index = new SignalIndex(signals);
  const latest = latestDay(index);
  const summed = (ruled: readonly RuledItem[], by: Method): Tally => {
    const tally = emptyTally(latest);
    addItems(tally, weigh(ruled, index, by, asOf));
    return tally;
  };
  const ruled = ruledItems(index, method, asOf);
  const tally = summed(ruled, method);
  const again: Record<Reach, (by: Method) => Tally> = {
    items: (by) => summed(ruledItems(index, by, asOf), by),
    weights: (by) => summed(ruled, by),
    sums: () => tally,
  };
  const under = VARIANTS.map((variant): [VariantId, Figures] => {
    const by = methodUnder(method, variant);
    return [variant.id, figures(again[variant.reach](by), by, asOf)];
  });
  return { base: figures(tally, method, asOf), under: new Map(under) };
}
