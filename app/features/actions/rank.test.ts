import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toDay } from "~/platform/calendar/day";
import { evidenceKey, OUTRANKS } from "./action";
import { priorityOf, type Rankable, rank, rankedGain, urgencyOf } from "./rank";

const one = (id: string, more: Partial<Rankable> = {}): Rankable => ({
  id,
  gain: 1,
  effort: 1,
  since: null,
  ...more,
});
const ids = (actions: readonly Rankable[]) => rank(actions).map(({ id }) => id);

test.each([
  [{}, 1],
  [{ daysOverdue: 15 }, 1.5],
  [{ daysOverdue: 30 }, 2],
  [{ daysOverdue: 400 }, 2],
  [{ dueInDays: 14 }, 1.25],
  [{ dueInDays: 15 }, 1],
  [{ daysOverdue: 3, dueInDays: 2 }, 1.1],
])("urgency of %o is %d", (days, expected) => {
  expect(urgencyOf(days)).toBeCloseTo(expected, 12);
});

test("what moves no indicator is given 0.1; what lowers stays what it is", () => {
  expect([rankedGain(null), rankedGain(0), rankedGain(-0.4), rankedGain(2)]).toEqual([0.1, 0.1, -0.4, 2]);
});

test("priority is gain times urgency by effort", () => {
  expect(priorityOf(one("a", { gain: 3, effort: 2, daysOverdue: 30 }))).toBe(3);
});

describe("order", () => {
  test("greater priority first", () => {
    expect(
      ids([one("a", { gain: 1 }), one("b", { gain: 2 }), one("c", { gain: 8, effort: 4, daysOverdue: 30 })]),
    ).toEqual(["c", "b", "a"]);
  });

  test("within 10% the older first, beyond it not", () => {
    const old = (gain: number) => one("old", { gain, since: toDay("2025-01-01") });
    const young = one("young", { gain: 1, since: toDay("2026-01-01") });
    expect(ids([young, old(0.9)])).toEqual(["old", "young"]);
    expect(ids([young, old(0.89)])).toEqual(["young", "old"]);
  });

  test("what outranks gain comes first, in its order, whatever the gain", () => {
    const list = [
      one("much", { gain: 50 }),
      one("talk", { outranks: "gap" }),
      one("mou", { outranks: "mou-expiring" }),
      one("only", { outranks: "only-contact" }),
      one("leaver", { outranks: "leaver", gain: null, effort: 4 }),
    ];
    expect(ids(list)).toEqual(["leaver", "only", "mou", "talk", "much"]);
  });

  test("every order of the same actions gives the same list, and all of them", () => {
    const list = [1, 0.97, 0.93, 0.88, 0.5, -1, -1.05].map((gain, at) =>
      one(`a${at}`, { gain, since: toDay(`2026-01-0${9 - at}`) }),
    );
    const expected = ids(list);
    expect(expected.toSorted()).toEqual(list.map(({ id }) => id));
    for (let turn = 1; turn < list.length; turn++)
      expect(ids([...list.slice(turn), ...list.slice(0, turn)].reverse())).toEqual(expected);
  });
});

// docs/method.md 10, its words as numbers: gain × urgency / effort.
test.each([
  ["a message now", { gain: 1, effort: 1 }, 1],
  ["half a day", { gain: 1, effort: 2 }, 0.5],
  ["weeks", { gain: 1, effort: 4 }, 0.25],
  ["15 days past its day", { gain: 2, effort: 2, daysOverdue: 15 }, 1.5],
  ["long past its day", { gain: 2, effort: 2, daysOverdue: 300 }, 2],
  ["due in a fortnight", { gain: 2, effort: 1, dueInDays: 14 }, 2.5],
  ["moving no indicator", { gain: null, effort: 4 }, 0.025],
] as const)("the priority of %s", (_, more, expected) => {
  expect(priorityOf(one("a", more))).toBeCloseTo(expected, 12);
});

describe("the order of any actions", () => {
  const actions = fc.uniqueArray(
    fc.record({
      id: fc.string({ minLength: 1, maxLength: 3 }),
      gain: fc.option(fc.constantFrom(-1, 0, 0.9, 0.95, 1, 1.05, 2)),
      effort: fc.constantFrom(1 as const, 2 as const, 4 as const),
      daysOverdue: fc.constantFrom(0, 3, 30),
      since: fc.option(fc.constantFrom(...["2025-01-01", "2026-01-01"].map(toDay))),
      outranks: fc.constantFrom(undefined, undefined, ...OUTRANKS),
    }),
    { selector: ({ id }) => id, maxLength: 12 },
  );
  const shuffled = actions.chain((list) =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
  );

  test("is total, and the same however they come in", () => {
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        expect(ids(other)).toEqual(ids(list));
        expect(ids(list).toSorted()).toEqual(list.map(({ id }) => id).toSorted());
      }),
      { numRuns: 500 },
    );
  });

  test("puts what outranks gain first, in its order, and nothing before what is over 10% greater", () => {
    fc.assert(
      fc.property(actions, (list) => {
        const ordered = rank(list);
        const place = ({ outranks }: Rankable) => (outranks ? OUTRANKS.indexOf(outranks) : OUTRANKS.length);
        for (const [at, later] of ordered.entries()) {
          const before = ordered[at - 1];
          if (!before) continue;
          expect(place(before)).toBeLessThanOrEqual(place(later));
          if (place(before) !== place(later)) continue;
          const [x, y] = [priorityOf(before), priorityOf(later)];
          expect(x).toBeGreaterThanOrEqual(y - Math.abs(y) * 0.1 - 1e-9);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe("evidence key", () => {
  const key = (recordIds: string[], state: string[] = [], id = "C2.2") =>
    evidenceKey({ id }, { recordIds, state });
  test("is of the records and their state, in any order", () => {
    expect(key(["a", "b"], ["x", "y"])).toBe(key(["b", "a"], ["y", "x"]));
    const all = [
      key(["a"]),
      key(["a", "b"]),
      key([], ["a"]),
      key(["a"], ["b"]),
      key(["a"], [], "C3.3"),
      key(["ab"]),
      key([]),
    ];
    expect(new Set(all).size).toBe(all.length);
  });
});
