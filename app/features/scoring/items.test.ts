import { describe, expect, it } from "vitest";
import { scorer } from "../../composition/emitters.ts";
import { dayOf } from "./day.ts";
import type { Fact } from "./facts.ts";
import { dutyItem, effectiveDue, type Item, lateness, onlyFades, weightOn } from "./rule.ts";
import { byRecord, SignalIndex } from "./signal-index.ts";
import type { Duty, Signal } from "./signals.ts";
import { ruledItems } from "./tally.ts";

// What the published cases leave open, case by case: which version counts, on which side of a day, and how much.

const AS_OF = dayOf("2026-10-01");
const itemsOf = (indicator: string, facts: readonly Fact[]) =>
  scorer
    .score(facts, AS_OF)
    .items.filter((item) => item.indicator === indicator)
    .map(({ record, side, s, w }) => ({ record, side, s, w: Number(w.toFixed(4)) }));

describe("an item’s weight", () => {
  const item = (part: Partial<Item>): Item => ({
    ...{ record: "r", side: "joint", s: 1, size: 2, grows: null, fadesFrom: null },
    ...part,
  });

  it.each<[string, Partial<Item>, number]>([
    ["stays while open", {}, 2],
    ["halves with the half-life", { fadesFrom: 0 }, 1],
    ["is nothing before it grows", { grows: { from: 101, over: 10 } }, 0],
    ["is nothing on the day it begins to grow", { grows: { from: 100, over: 10 } }, 0],
    ["grows by the day", { grows: { from: 95, over: 10 } }, 1],
    ["grows no further than whole", { grows: { from: 0, over: 10 } }, 2],
    ["grows and fades at once", { grows: { from: 95, over: 10 }, fadesFrom: 0 }, 0.5],
  ])("%s", (_, part, weight) => expect(weightOn(item(part), 100, 100)).toBe(weight));

  it.each<[string, Partial<Item>, boolean]>([
    ["open", {}, false],
    ["fading from today", { fadesFrom: 100 }, true],
    ["fading from tomorrow", { fadesFrom: 101 }, false],
    ["grown today", { fadesFrom: 0, grows: { from: 90, over: 10 } }, true],
    ["grown tomorrow", { fadesFrom: 0, grows: { from: 91, over: 10 } }, false],
    ["grown long ago, and open", { grows: { from: 0, over: 10 } }, false],
  ])("only fades: %s", (_, part, fades) => expect(onlyFades(item(part), 100)).toBe(fades));

  it("of something done on its day is whole, and never under three tenths", () => {
    expect([lateness(-5, 30), lateness(0, 30)]).toEqual([1, 1]);
    expect(lateness(30, 30)).toBeCloseTo(0.65, 12);
    expect(lateness(10_000, 30)).toBeCloseTo(0.3, 12);
  });
});

describe("something owed", () => {
  const owed: Signal<Duty> = {
    ...{ kind: "duty", topic: "notes sent", side: "joint", from: 0, done: null, givenUp: null },
    ...{ worth: 1, notice: null, moves: [], share: 1, record: "r", disputed: false },
  };

  it("and closed without anybody saying how well says nothing; still open it does", () => {
    expect(dutyItem({ ...owed, done: 5, worth: null }, 30, 0)).toEqual([]);
    expect(dutyItem({ ...owed, worth: null }, 30, 0)).toHaveLength(1);
    expect(dutyItem({ ...owed, done: 5, worth: 0.5 }, 30, 10)[0]?.s).toBe(0.5);
  });

  it("moves by agreement on its day or before, twice at most", () => {
    const move = (agreed: number, due: number) => ({ agreed, due });
    expect(effectiveDue(10, [move(10, 20)], 2)).toBe(20);
    expect(effectiveDue(10, [move(11, 20)], 2)).toBe(10);
    expect(effectiveDue(10, [move(1, 20), move(15, 30), move(25, 40)], 2)).toBe(30);
    expect(effectiveDue(10, [move(11, 20), move(12, 5)], 2)).toBe(10);
  });

  it("has two weeks more for a holding reply on its day, and none for one after it", () => {
    const asked = { type: "request" as const, id: "q", to: "council" as const, asked: "2026-08-01" };
    const s = (target: string, holding: string | null) =>
      itemsOf("D2", [{ ...asked, target, holding, answered: "2026-09-14", judged: "straight" }])[0]?.s;
    expect(s("2026-08-31", "2026-08-31")).toBe(1);
    expect(s("2026-08-31", "2026-09-01")).toBeCloseTo(0.3 + 0.7 * 0.5, 12);
    expect(s("2026-08-31", null)).toBeCloseTo(0.3 + 0.7 * 0.5, 12);
  });
});

describe("a promise", () => {
  const due = "2026-09-01";
  const promise = { type: "commitment" as const, id: "c", by: "council" as const, due };
  const surprise = (part: Partial<Extract<Fact, { type: "commitment" }>>) =>
    itemsOf("T4", [{ ...promise, ...part }])[0];
  const [onDay, later, aged] = [0.9446, 0.9627, 2 ** (-30 / 365)];

  it("kept on its day is no surprise, at half weight until confirmed", () => {
    expect(aged).toBeCloseTo(onDay, 4);
    expect(surprise({ done: due, confirmed: due })).toEqual({ record: "c", side: "council", s: 1, w: onDay });
    expect(surprise({ done: due })?.w).toBeCloseTo(onDay / 2, 4);
  });

  it("kept after its day counts half on one’s own word, and whole where the other side was told first", () => {
    const done = "2026-09-11";
    expect(surprise({ done })?.w).toBeCloseTo(later / 2, 4);
    expect(surprise({ done, confirmed: done })?.w).toBeCloseTo(later, 4);
    expect(surprise({ done, told: "2026-08-30" })).toEqual({ record: "c", side: "council", s: 1, w: 0.941 });
    expect(surprise({ done, told: "2026-09-11" })?.w).toBeCloseTo(later, 4);
    expect(surprise({ done, told: "2026-09-20" })?.w).toBeCloseTo(later / 2, 4);
  });

  it("kept in time counts whole at once, from the day it was kept, whoever was told what before", () => {
    const kept = { due: "2026-09-30", done: "2026-09-30", confirmed: "2026-09-30" };
    expect(surprise(kept)).toEqual({ record: "c", side: "council", s: 1, w: 0.9981 });
    expect(surprise({ ...kept, done: "2026-09-29" })?.w).toBe(0.9962);
    expect(surprise({ ...kept, told: "2026-08-01" })?.w).toBe(0.9981);
  });

  it("open past its day grows over two weeks; closed, it enters over the same", () => {
    expect(surprise({ due: "2026-09-24" })).toMatchObject({ s: 0, w: 0.5 });
    expect(surprise({ due: "2026-09-24", told: "2026-09-24" })?.w).toBeCloseTo(0.5 * 2 ** (-7 / 365), 4);
    expect(surprise({ due: "2026-09-24", not_kept: "2026-09-24" })).toMatchObject({ s: 0 });
    expect(surprise({ due: "2026-10-01", not_kept: "2026-09-24" })).toBeUndefined();
  });

  it("kept in time has nothing to recover from, and recovered counts over two weeks", () => {
    expect(itemsOf("F4", [{ ...promise, done: due }])).toEqual([]);
    expect(itemsOf("F4", [{ ...promise, due: "2026-09-24", done: "2026-09-25" }])[0]?.w).toBeCloseTo(
      0.5 * 2 ** (-6 / 365),
      4,
    );
    expect(itemsOf("F4", [promise])).toEqual([]);
    expect(itemsOf("F4", [{ ...promise, due: "2026-08-17" }])[0]).toMatchObject({ s: 0, w: 0.5 });
  });
});

describe("a post", () => {
  it("of a lead is known three times over; empty for two months it counts as much, and as nothing", () => {
    const post: Fact = { type: "appointment", id: "l", side: "council", lead: true };
    const place = { record: "l", side: "council" };
    expect(itemsOf("R3", [{ ...post, checked: "2026-10-01" }])).toEqual([{ ...place, s: 1, w: 3 }]);
    expect(itemsOf("R3", [{ ...post, vacant: "2026-08-02" }])).toEqual([{ ...place, s: 0, w: 3 }]);
  });
});

describe("items", () => {
  it("that weigh nothing are none, and the others stand in the order of their records", () => {
    expect(
      scorer.score([{ type: "commitment", id: "c", by: "council", due: "2026-11-01" }], AS_OF).items,
    ).toEqual([]);
    const handover = (id: string): Fact => ({
      ...{ type: "handover", id, side: "council", effective: "2026-08-01" },
      ...{ prepared: "2026-08-01", accepted: "2026-08-02", completed: "2026-08-03" },
    });
    const records = itemsOf("T3", [handover("b"), handover("a")]).map(({ record }) => record);
    expect(records).toEqual(["a", "a", "a", "b", "b", "b"]);
  });

  it("can be asked for of some rules alone", () => {
    const facts: Fact[] = [{ type: "commitment", id: "c", by: "council", due: "2026-09-01" }];
    const index = new SignalIndex(facts.flatMap((fact) => scorer.emit(fact, AS_OF)));
    const ids = ruledItems(index, scorer.method, AS_OF, ({ id }) => id === "T1").map(({ rule }) => rule.id);
    expect(ids).toEqual(["T1"]);
  });
});

describe("of several, the latest counts", () => {
  const mou = (id: string, day: string, both: boolean): Fact => ({
    type: "mou",
    id,
    signed: { council: day, community: both ? day : null },
  });

  it("of agreements by their signature, then by id", () => {
    const record = (...facts: Fact[]) => itemsOf("T5", facts).map((item) => [item.record, item.s]);
    expect(record()).toEqual([]);
    expect(record(mou("a", "2026-05-01", true), mou("b", "2026-04-01", false))).toEqual([["a", 1]]);
    expect(record(mou("a", "2026-04-01", true), mou("b", "2026-05-01", false))).toEqual([["b", 0.5]]);
    expect(record(mou("a", "2026-05-01", true), mou("b", "2026-05-01", false))).toEqual([["b", 0.5]]);
  });

  const voice = (id: string, who: string, value: number, rest: Partial<Fact> = {}): Fact =>
    ({
      ...{ type: "check-in", id, who, side: "community", date: "2026-09-01" },
      items: { trust: [value, value, null] },
      ...rest,
    }) as Fact;
  const said = (...facts: Fact[]) => itemsOf("P", facts).map(({ record, side, s }) => [record, side, s]);

  it("of a person’s answers by day, then by id", () => {
    const others = [voice("y", "2", 3), voice("z", "3", 3)];
    const rest = [
      ["y", "council", 0.5],
      ["z", "council", 0.5],
    ];
    expect(said(voice("a", "1", 1), voice("b", "1", 5), ...others)).toEqual([["b", "council", 1], ...rest]);
    const earlier = voice("b", "1", 5, { date: "2026-08-01" });
    expect(said(voice("a", "1", 1), earlier, ...others)).toEqual([["a", "council", 0], ...rest]);
    const after = voice("b", "1", 5, { date: "2026-09-02" });
    expect(said(voice("a", "1", 1), after, ...others)).toEqual([["b", "council", 1], ...rest]);
  });

  it("of each side its own: three there make no third here", () => {
    const here = [voice("a", "1", 1), voice("b", "2", 1)];
    const there = ["c", "d", "e"].map((id) => voice(id, id, 5, { side: "council" }));
    expect(said(...here)).toEqual([]);
    expect(said(...here, ...there)).toEqual(there.map(({ id }) => [id, "community", 1]));
  });

  it("of agreed rhythms by their day, then by id", () => {
    const met: Fact = {
      ...{ type: "meeting", id: "m", date: "2026-06-01", status: "held" },
      attended: ["council", "community"],
    };
    const rhythm = (id: string, agreed: string, longest_gap: number): Fact => ({
      ...{ type: "rhythm", id, agreed, longest_gap },
    });
    const touch = (...facts: Fact[]) => itemsOf("D1", [met, ...facts])[0]?.s;
    const held: Fact = { type: "nothing-to-report", id: "n", date: "2026-10-01" };
    expect(touch(held, rhythm("a", "2026-05-01", 42), rhythm("b", "2026-05-01", 120))).toBeCloseTo(
      2 ** (-2 / 42),
      12,
    );
    expect(touch(held, rhythm("a", "2026-05-01", 120), rhythm("b", "2026-05-01", 42))).toBeCloseTo(
      2 ** (-80 / 42),
      12,
    );
    expect(touch(held, rhythm("a", "2026-05-02", 120), rhythm("b", "2026-05-01", 42))).toBeCloseTo(
      2 ** (-2 / 42),
      12,
    );
  });
});

it("puts records in the order of their ids, by code unit", () => {
  const ids = ["b", "B", "a", "ä", "10", "9", "a"];
  const sorted = ids.map((record) => ({ record })).sort(byRecord);
  expect(sorted.map(({ record }) => record)).toEqual(["10", "9", "B", "a", "a", "b", "ä"]);
  expect(byRecord({ record: "a" }, { record: "a" })).toBe(0);
  expect(byRecord({ record: "b" }, { record: "a" })).toBe(1);
});
