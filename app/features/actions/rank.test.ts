import { describe, expect, test } from "vitest";
import { toDay } from "~/platform/calendar/day";
import { evidenceKey } from "./action";
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
