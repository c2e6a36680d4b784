import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emit, scorer } from "../../composition/emitters.ts";
import { AS_OF, FACT_TYPES, factAmong, factOf } from "./arbitrary-facts.ts";
import { dayText } from "./day.ts";
import { COMPONENTS, type Fact } from "./facts.ts";
import { currentMethod } from "./methods/index.ts";
import { type Change, createRoller, type Rolled, rolledSchema } from "./rolled.ts";
import type { Figures } from "./score.ts";

const RUNS = { seed: 20_261_101, numRuns: 500 };
const roller = createRoller(emit, currentMethod);

function difference(a: Figures, b: Figures): number {
  const gaps = COMPONENTS.flatMap((one) => {
    const [x, y] = [a.components[one], b.components[one]];
    return [x.value - y.value, x.se - y.se, x.evidence - y.evidence, x.council.lo - y.council.lo];
  });
  return Math.max(Math.abs(a.overall - b.overall), Math.abs(a.hi - b.hi), ...gaps.map(Math.abs));
}

function expectSame(rolled: Figures, scratch: Figures): void {
  expect(difference(rolled, scratch)).toBeLessThan(1e-9);
  expect(rolled.status).toBe(scratch.status);
  expect(rolled.daysSinceLastRecord).toBe(scratch.daysSinceLastRecord);
  for (const one of COMPONENTS) {
    const counts = (found: Figures) =>
      found.components[one].streams.map(({ indicator, side, items }) => [indicator, side, items]);
    expect(rolled.components[one].status).toBe(scratch.components[one].status);
    expect(counts(rolled)).toEqual(counts(scratch));
  }
}

/** One write after another, as the database does it: change, reload the live, let the finished go. */
class History {
  readonly facts = new Map<string, Fact>();
  state: Rolled;
  rebuilt = 0;

  constructor(day: number) {
    this.state = roller.empty(day);
  }

  write(change: Change, day: number): void {
    const { before, after } = change;
    if (before) this.facts.delete(before.id);
    if (after) this.facts.set(after.id, after);
    const all = [...this.facts.values()];
    const next = roller.apply(this.state, change, day);
    if (next === "rebuild") this.rebuilt += 1;
    const state = next === "rebuild" ? roller.rebuild(all, day) : next;
    const live = all.filter((fact) => state.live[fact.id] !== undefined);
    this.state = rolledSchema.parse(JSON.parse(JSON.stringify(roller.settle(state, live, day))));
  }

  scoreOn(day: number): Figures {
    return roller.scoreRolled(this.state, [...this.facts.values()], day);
  }
}

const write = fc.record({
  id: fc.constantFrom("a", "b", "c", "d", "e", "f", "g", "h", "i", "j"),
  fact: factAmong(FACT_TYPES),
  voids: fc.boolean(),
  wait: fc.oneof(fc.constant(0), fc.nat(20), fc.nat(200)),
});

describe("the rolled score", () => {
  it("equals the score from scratch after every write, and later on", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.array(write, { minLength: 1, maxLength: 10 }), fc.nat(400), (writes, ahead) => {
        let day = AS_OF - 600;
        const history = new History(day);
        for (const { id, fact, voids, wait } of writes) {
          day += wait;
          const before = history.facts.get(id);
          const after = { ...fact, id };
          history.write(before ? (voids ? { before } : { before, after }) : { after }, day);
          const all = [...history.facts.values()];
          expectSame(history.scoreOn(day), scorer.score(all, day));
        }
        day += ahead;
        expectSame(history.scoreOn(day), scorer.score([...history.facts.values()], day));
      }),
      RUNS,
    );
  });

  it("replays several days as each would be from scratch", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(
        fc.array(factAmong(FACT_TYPES), { maxLength: 12 }),
        fc.integer({ min: 1, max: 120 }),
        (list, gap) => {
          const facts = list.map((fact, at) => ({ ...fact, id: `f${at}` }));
          const days = [5, 4, 3, 2, 1, 0].map((back) => AS_OF - back * gap);
          const told = roller.replay(facts, days);
          expect(told).toHaveLength(days.length);
          for (const [at, day] of days.entries()) {
            const figures = told[at];
            if (figures) expectSame(figures, scorer.score(facts, day));
          }
        },
      ),
      { ...RUNS, numRuns: 100 },
    );
  });

  it("keeps one person's answers as a slot, whoever comes back", { timeout: 60_000 }, () => {
    const answers = fc.tuple(factOf("check-in"), fc.constantFrom("a", "b", "c", "d", "e", "f"), fc.nat(60));
    fc.assert(
      fc.property(fc.array(answers, { minLength: 5, maxLength: 16 }), (list) => {
        let day = AS_OF - 400;
        const history = new History(day);
        for (const [fact, id, wait] of list) {
          day += wait;
          const before = history.facts.get(id);
          const after: Fact = { ...fact, id, side: "council", who: `p${id.charCodeAt(0) % 4}` };
          history.write(before ? { before, after } : { after }, day);
          expectSame(history.scoreOn(day), scorer.score([...history.facts.values()], day));
        }
      }),
      { ...RUNS, numRuns: 100 },
    );
  });

  const met = (id: string, ago: number): Fact => ({
    type: "meeting",
    id,
    date: dayText(AS_OF - ago),
    status: "held",
    attended: ["council", "community"],
    minutes_sent: dayText(AS_OF - ago),
  });

  it("lets the live ones stay few, however long the history", () => {
    const history = new History(AS_OF - 4000);
    for (let ago = 4000; ago > 0; ago -= 20) history.write({ after: met(`m${ago}`, ago) }, AS_OF - ago);
    expect(Object.keys(history.state.live)).toEqual([]);
    expect(history.rebuilt).toBe(0);
    expectSame(history.scoreOn(AS_OF), scorer.score([...history.facts.values()], AS_OF));
  });

  it("takes out a finished fact exactly, but asks for a rebuild when the last contact goes", () => {
    const [first, last] = [met("first", 50), met("last", 10)];
    const state = roller.rebuild([first, last], AS_OF);
    const without = roller.apply(state, { before: first }, AS_OF);
    expect(without).not.toBe("rebuild");
    if (without !== "rebuild") {
      expectSame(roller.scoreRolled(without, [], AS_OF), scorer.score([last], AS_OF));
    }
    expect(roller.apply(state, { before: last }, AS_OF)).toBe("rebuild");
    const later = { ...met("last", 8) };
    expect(roller.apply(state, { before: last, after: later }, AS_OF)).not.toBe("rebuild");
  });

  it("keeps what is open or ahead among the live", () => {
    const open: Fact = { type: "commitment", id: "o", by: "council", due: dayText(AS_OF - 400) };
    const state = roller.rebuild([open, met("ahead", -5), met("done", 5)], AS_OF);
    expect(Object.keys(state.live).sort()).toEqual(["ahead", "o"]);
  });

  it("refuses to go back in time, another method's state, and missing live facts", () => {
    const state = roller.rebuild([met("ahead", -5)], AS_OF);
    expect(() => roller.rollForward(state, AS_OF - 1)).toThrow(RangeError);
    expect(() => roller.rollForward({ ...state, method: "1999-01" }, AS_OF)).toThrow(RangeError);
    expect(() => roller.scoreRolled(state, [], AS_OF)).toThrow(RangeError);
  });
});
