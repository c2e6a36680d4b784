import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AS_OF, FACT_TYPES, factAmong, historyOf, panel } from "~/features/scoring/arbitrary-facts";
import { dayText } from "~/features/scoring/day";
import { COMPONENTS, type Fact } from "~/features/scoring/facts";
import type { Figures } from "~/features/scoring/score";
import type { Day } from "~/platform/calendar/day";
import { gainsOf } from "./actions-gain.server";
import { scorer } from "./emitters";
import { roller, type Standing } from "./score-store.server";

const today = dayText(AS_OF) as Day;

const record = factAmong(FACT_TYPES);
/** Any records, half of the time with a check-in that counts. */
const records = fc
  .tuple(historyOf(), fc.option(panel, { nil: [], freq: 1 }))
  .map(([history, voices]): Fact[] => [...history, ...voices]);

/** Where facts stand, as it is kept: the state rolled from them, and those it looks at still. */
function standingOf(facts: readonly Fact[]): Standing {
  const state = roller.rebuild(facts, AS_OF);
  const live = facts.filter(({ id }) => state.live[id] !== undefined);
  return { state, live, figures: roller.scoreRolled(state, live, AS_OF), keptAt: "" };
}

const shown = (figures: Figures) => figures.status !== "not scored";

describe("the gain of an action", () => {
  test("is the score from scratch with its record, less the score without", () => {
    fc.assert(
      fc.property(records, record, (facts, made) => {
        const added = { ...made, id: "hypothetical" };
        const then = scorer.score([...facts, added], AS_OF);
        const now = scorer.score(facts, AS_OF);
        const gains = gainsOf(facts, standingOf(facts), today);
        for (const one of COMPONENTS) {
          const scratch = shown(now)
            ? then.overall - now.overall
            : then.components[one].value - now.components[one].value;
          const { points } = gains.of(added, one);
          expect(Math.abs((points ?? Number.NaN) - scratch)).toBeLessThan(1e-9);
        }
      }),
      { numRuns: 200 },
    );
  });

  test("of a record in place of the one with its id is that of the score from scratch", () => {
    fc.assert(
      fc.property(records, record, (facts, made) => {
        const [first] = facts;
        fc.pre(first !== undefined);
        const changed = { ...made, id: first?.id ?? "" };
        const others = facts.slice(1);
        const [then, now] = [scorer.score([...others, changed], AS_OF), scorer.score(facts, AS_OF)];
        const { points } = gainsOf(facts, standingOf(facts), today).of(changed, "trust");
        const scratch = shown(now)
          ? then.overall - now.overall
          : then.components.trust.value - now.components.trust.value;
        expect(Math.abs((points ?? Number.NaN) - scratch)).toBeLessThan(1e-9);
      }),
      { numRuns: 200 },
    );
  });

  test("of answers is what they take from the likely range, exactly", () => {
    fc.assert(
      fc.property(records, fc.array(record, { maxLength: 3 }), (facts, made) => {
        const added = made.map((fact, at) => ({ ...fact, id: `hypothetical-${at}` }));
        const [then, now] = [scorer.score([...facts, ...added], AS_OF), scorer.score(facts, AS_OF)];
        const { points } = gainsOf(facts, standingOf(facts), today).narrows(added);
        const scratch = now.hi - now.lo - (then.hi - then.lo);
        expect(Math.abs(points - (added.length === 0 ? 0 : scratch))).toBeLessThan(1e-9);
      }),
      { numRuns: 100 },
    );
  });
});

describe("what a gain says", () => {
  const kept = (at: number): Fact => ({
    ...{ type: "commitment", id: `kept-${at}`, by: at % 2 === 0 ? "council" : "community" },
    ...{ due: "2026-08-01", done: "2026-08-01", confirmed: "2026-08-02" },
  });
  const missed: Fact = { type: "commitment", id: "missed", by: "council", due: "2026-06-01" };
  const facts = [...[1, 2, 3, 4, 5].map(kept), missed];
  const answer: Fact = { ...missed, done: today };

  test("is of the component alone where no overall is shown, and says so", () => {
    expect(standingOf(facts).figures.status).toBe("not scored");
    const { says, points } = gainsOf(facts, standingOf(facts), today).of(answer, "trust");
    expect(points).toBeGreaterThan(0);
    expect(says).toMatch(
      /^Would move Trust by about \+\d+\.\d\. No overall figure is shown yet, so this is the figure of Trust alone\.$/,
    );
  });

  test("is of the overall, and of the component, where one is shown", () => {
    const { figures, ...standing } = standingOf(facts);
    const scored = { ...standing, figures: { ...figures, status: "scored" as const } };
    expect(gainsOf(facts, scored, today).of(answer, "trust").says).toMatch(
      /^Would move the overall figure by about [+−]?\d+\.\d, and Trust by about \+\d+\.\d\.$/,
    );
  });

  test("of what moves no indicator is that it moves none", () => {
    const found = gainsOf(facts, standingOf(facts), today).of(undefined, "trust");
    expect(found).toEqual({ points: null, says: "Moves no figure by itself. It matters all the same." });
  });
});
