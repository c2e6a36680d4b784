import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emit } from "../../../composition/emitters.ts";
import { AS_OF, historyOf, panel } from "../arbitrary-facts.ts";
import { rules } from "../rules/index.ts";
import { sayings } from "./sayings.ts";
import { toldOf } from "./says-kit.ts";

/** The indicators that have one item at most, or tell of it otherwise than by counts. */
const UNCOUNTED = ["D1", "T5"];

const number = (text: string | undefined) => Number((text ?? "0").replaceAll(",", ""));

/** The counts a sentence makes: of each group, of them all, and of those in dispute. */
function countsIn(says: string) {
  const [, first, all] = /^([\d,]+)(?: of ([\d,]+))? /.exec(says) ?? [];
  const others = [...says.matchAll(/; ([\d,]+) /g)].map(([, count]) => number(count));
  const groups = [number(first), ...others];
  return {
    groups: groups.reduce((sum, one) => sum + one, 0),
    all: number(all ?? first),
    disputed: says.endsWith(" It is disputed and counts half.")
      ? 1
      : number(/\. ([\d,]+) of them (?:is|are) disputed/.exec(says)?.[1]),
    share: /\((\d+)%\)/.exec(says)?.[1],
    first: number(first),
    oldest: /by ([\d,]+) days?\b/.exec(says)?.[1],
  };
}

describe("what an indicator says", () => {
  it("is written for every rule there has been, and for no other", () => {
    expect(Object.keys(sayings).toSorted()).toEqual(rules.map(({ id }) => id).toSorted());
  });

  it("counts as the items it is made from", () => {
    fc.assert(
      fc.property(historyOf(undefined, { max: 40 }), panel, (facts, voices) => {
        for (const { indicator, told } of toldOf(emit, [...facts, ...voices])) {
          const says = sayings[indicator]?.(told) ?? "";
          expect(says).toMatch(/^[A-Z\d].*\.$/);
          expect(says).not.toMatch(/\blate\b|undefined|NaN|[{}]/);
          if (UNCOUNTED.includes(indicator)) continue;
          const { items } = told;
          const counted = countsIn(says);
          if (indicator === "P") {
            expect(says.startsWith(`${items.length} people`)).toBe(true);
            continue;
          }
          expect([indicator, counted.groups, counted.all]).toEqual([indicator, items.length, items.length]);
          expect(counted.disputed).toBe(items.filter(({ disputed }) => disputed).length);
          const records = new Set(items.map(({ record }) => record)).size;
          const share = Math.round((100 * counted.first) / items.length);
          expect(counted.share).toBe(records < 3 ? undefined : String(share));
          const past = items.filter(({ open }) => open).map(({ on }) => AS_OF - on);
          expect(counted.oldest && number(counted.oldest)).toBe(
            past.length === 0 ? undefined : Math.max(...past),
          );
        }
      }),
      { seed: 20_261_122, numRuns: 120 },
    );
  });

  it("is not changed by the order of the records", () => {
    fc.assert(
      fc.property(historyOf(), (facts) => {
        const all = (given: typeof facts) =>
          toldOf(emit, given)
            .map(({ key, indicator, told }) => [key, sayings[indicator]?.(told)])
            .sort();
        expect(all(facts.toReversed())).toEqual(all(facts));
      }),
      { seed: 20_261_122, numRuns: 50 },
    );
  });
});
