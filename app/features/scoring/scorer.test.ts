import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scorer } from "../../composition/emitters.ts";
import { AS_OF, dayBetween, FACT_TYPES, factAmong, historyOf, panel } from "./arbitrary-facts.ts";
import { dayText } from "./day.ts";
import { COMPONENTS, type Fact, SIDES } from "./facts.ts";

const RUNS = { seed: 20_261_101, numRuns: 100 };
const B = scorer.method.parameters.b;

describe("explaining a score", () => {
  it("accounts for each direction: streams and prior together pull nowhere", () => {
    fc.assert(
      fc.property(historyOf(), panel, (facts, voices) => {
        const found = scorer.score([...facts, ...voices], AS_OF);
        for (const one of COMPONENTS) {
          const component = found.components[one];
          for (const side of SIDES) {
            const pulled = component.streams.reduce((sum, s) => sum + (s.contributions[side] ?? 0), 0);
            const { value, evidence } = component[side];
            expect(pulled + (B * (component.pooled - value)) / (B + evidence)).toBeCloseTo(0, 8);
          }
        }
      }),
      RUNS,
    );
  });

  it("removing a record changes the figure by exactly what was shown", () => {
    fc.assert(
      fc.property(historyOf(FACT_TYPES, { min: 1, max: 6 }), (facts) => {
        const now = scorer.score(facts, AS_OF);
        const effects = scorer.effects(facts, AS_OF);
        expect(effects.map((one) => one.record)).toEqual(facts.map((fact) => fact.id).sort());
        for (const { record, overall, components } of effects) {
          const without = scorer.score(
            facts.filter((fact) => fact.id !== record),
            AS_OF,
          );
          expect(now.overall - without.overall).toBe(overall);
          for (const one of COMPONENTS) {
            expect(now.components[one].value - without.components[one].value).toBe(components[one]);
          }
        }
      }),
      RUNS,
    );
  });

  it("what a record would gain is what adding it does", () => {
    fc.assert(
      fc.property(historyOf(), factAmong(FACT_TYPES), (facts, next) => {
        const [now, then] = [scorer.score(facts, AS_OF), scorer.score([...facts, next], AS_OF)];
        const gain = scorer.gain(facts, next, AS_OF);
        expect(gain.overall).toBe(then.overall - now.overall);
        const trust = then.components.trust.value - now.components.trust.value;
        expect(gain.of("trust")).toBe(now.status === "not scored" ? trust : gain.overall);
      }),
      RUNS,
    );
  });

  it("replaces a record by what it would become", () => {
    const open: Fact = { type: "commitment", id: "c", by: "council", due: dayText(AS_OF - 60) };
    const gain = scorer.gain([open], { ...open, done: dayText(AS_OF) }, AS_OF);
    expect(gain.overall).toBeGreaterThan(0);
    expect(gain.of("trust")).toBe(gain.components.trust);
  });

  it("refuses two facts with one id", () => {
    const fact: Fact = { type: "nothing-to-report", id: "n", date: dayText(AS_OF) };
    expect(() => scorer.score([fact, fact], AS_OF)).toThrow(RangeError);
  });
});

describe("the trend", () => {
  it("compares two replayed days and names the records between", () => {
    fc.assert(
      fc.property(historyOf(), dayBetween(-60, -1), (facts, due) => {
        const recent: Fact = { type: "commitment", id: "new", by: "council", due, told: due };
        const all = [...facts, recent];
        const trend = scorer.trend(all, AS_OF);
        const then = scorer.score(all, AS_OF - 90);
        expect(trend.from).toBe(AS_OF - 90);
        expect(trend.change.overall).toBe(scorer.score(all, AS_OF).overall - then.overall);
        expect(trend.records.map((one) => one.record)).toContain("new");
        if (trend.word) expect(Math.abs(trend.change.overall)).toBeGreaterThanOrEqual(5);
      }),
      { ...RUNS, numRuns: 30 },
    );
  });
});

describe("a stale score", () => {
  const facts: Fact[] = [
    {
      type: "meeting",
      id: "m",
      date: dayText(AS_OF - 121),
      status: "held",
      attended: ["council", "community"],
    },
  ];

  it("withholds bands after 120 days, and knows the last day that had them", () => {
    const now = scorer.score(facts, AS_OF);
    expect([now.stale, now.band, now.components.trust.band]).toEqual([true, null, null]);
    expect(scorer.score(facts, AS_OF - 1).stale).toBe(false);
    expect(scorer.lastFresh(facts, AS_OF)?.asOf).toBe(AS_OF - 1);
    expect(scorer.lastFresh(facts, AS_OF - 1)).toBeNull();
  });
});
