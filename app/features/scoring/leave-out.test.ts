import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emit, scorer } from "../../composition/emitters.ts";
import { AS_OF, historyOf, panel } from "./arbitrary-facts.ts";
import { changesOf } from "./changes.ts";
import { dayText } from "./day.ts";
import { COMPONENTS, type Fact, type FactOf } from "./facts.ts";
import { createLeaveOut } from "./leave-out.ts";

const RUNS = { seed: 20_261_122, numRuns: 100 };
const { method } = scorer;
const figuresOf = (facts: readonly Fact[], asOf = AS_OF) => {
  const { items: _, ...figures } = scorer.score(facts, asOf);
  return JSON.stringify(figures);
};

describe("leaving records out", () => {
  it("gives to the last bit what scoring without them gives", () => {
    fc.assert(
      fc.property(historyOf(), panel, fc.infiniteStream(fc.boolean()), (facts, voices, coins) => {
        const all = [...facts, ...voices];
        const gone = new Set(all.flatMap(({ id }) => (coins.next().value ? [id] : [])));
        const { without, figures } = createLeaveOut(emit, method, all, AS_OF);
        expect(JSON.stringify(figures)).toBe(figuresOf(all));
        expect(JSON.stringify(without(gone))).toBe(figuresOf(all.filter(({ id }) => !gone.has(id))));
      }),
      RUNS,
    );
  });
});

const promise = (id: string, due: number, rest: Partial<FactOf<"commitment">> = {}): Fact => {
  return { type: "commitment", id, by: "council", made: dayText(due - 30), due: dayText(due), ...rest };
};
const trust = (facts: readonly Fact[]) => changesOf({ emit, method }, facts, AS_OF, "trust");

describe("what changed over 90 days", () => {
  it("names what is new, what happened to what there was, and what has passed its day, the biggest first", () => {
    const found = trust([
      promise("faded", AS_OF - 300, { done: dayText(AS_OF - 300), confirmed: dayText(AS_OF - 299) }),
      promise("kept", AS_OF - 200, { done: dayText(AS_OF - 10), confirmed: dayText(AS_OF - 9) }),
      promise("passed", AS_OF - 50, { made: dayText(AS_OF - 120) }),
      promise("fresh", AS_OF - 5, { made: dayText(AS_OF - 40), done: dayText(AS_OF - 6) }),
    ]);
    const hows = Object.fromEntries(found.records.map(({ record, how }) => [record, how]));
    expect(hows).toEqual({ kept: "changed", passed: "its day has passed", fresh: "new" });
    const sizes = found.records.map(({ effect }) => Math.abs(effect));
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    expect(hows.passed && found.records.find(({ record }) => record === "passed")?.effect).toBeLessThan(0);
  });

  it("says in one number what time alone did, and names nothing that only faded", () => {
    const kept = (id: string) =>
      promise(id, AS_OF - 200, { done: dayText(AS_OF - 200), confirmed: dayText(AS_OF - 199) });
    const found = trust([kept("a"), kept("b"), kept("c")]);
    expect([found.records, found.small]).toEqual([[], 0]);
    const value = (figures: typeof found.now) => figures.components.trust.value;
    expect(found.faded).toBe(value(found.now) - value(found.before));
    expect(found.faded).toBeLessThan(0);
  });

  it("gives each record exactly what leaving it out takes", () => {
    fc.assert(
      fc.property(historyOf(), fc.constantFrom(...COMPONENTS), (facts, component) => {
        for (const { record, effect } of changesOf({ emit, method }, facts, AS_OF, component).records) {
          const others = facts.filter(({ id }) => id !== record);
          const value = (of: readonly Fact[]) => scorer.score(of, AS_OF).components[component].value;
          expect(effect).toBe(value(facts) - value(others));
        }
      }),
      { ...RUNS, numRuns: 30 },
    );
  });
});

describe("answers to a check-in", () => {
  const answers = (who: string, side: "council" | "community", trusted: number | null): Fact => {
    const items = { trust: [trusted, trusted, trusted] as [number | null, number | null, number | null] };
    return { type: "check-in", id: `answer-${who}`, who, side, date: dayText(AS_OF - 20), items };
  };
  const five = ["a", "b", "c", "d", "e"].map((who) => answers(who, "community", 4));

  it("are told together, never one person’s", () => {
    const { records } = trust(five);
    expect(records).toHaveLength(1);
    expect(records[0]).toMatchObject({ record: null, voices: "community", how: "new" });
  });

  it("are not told where too few spoke to this component", () => {
    const silent = [...five.slice(0, 2), answers("f", "community", null)];
    expect(trust(silent).records).toEqual([]);
  });
});
