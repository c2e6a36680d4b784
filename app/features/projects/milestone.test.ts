import { describe, expect, it } from "vitest";
import { toDay } from "~/platform/calendar/day";
import { actsNext, daysPast, type Milestone, type Standing, standings, wouldCircle } from "./milestone";
import { toFact } from "./milestone.facts";

const DAY = toDay("2026-06-01");

function step(id: string, change: Partial<Milestone> = {}): Milestone {
  return {
    id,
    parentId: null,
    owner: "council",
    setOn: toDay("2026-01-01"),
    dueOn: DAY,
    moves: [],
    doneOn: null,
    acknowledgedOn: null,
    droppedOn: null,
    letGoAskedBySide: null,
    withdrawnOn: null,
    ...change,
  };
}

const part = (id: string, change: Partial<Milestone> = {}) => step(id, { parentId: "whole", ...change });
const on = (day: string) => toDay(day);

describe("rolling up", () => {
  it.each<[string, Milestone[], Partial<Standing>]>([
    ["no parts: its owner's word", [], { state: "done", doneOn: on("2026-05-05"), rolledUp: false }],
    [
      "all parts done: on the day of the last",
      [part("a", { doneOn: on("2026-05-01") }), part("b", { doneOn: on("2026-05-20") })],
      { state: "done", doneOn: on("2026-05-20"), rolledUp: true, parts: 2, partsDone: 2 },
    ],
    [
      "a part waits: its owner's word does not hold",
      [part("a", { doneOn: on("2026-05-01") }), part("b")],
      { state: "planned", doneOn: null, parts: 2, partsDone: 1, partsWaiting: 1 },
    ],
    [
      "a part let go does not count",
      [part("a", { doneOn: on("2026-05-01") }), part("b", { withdrawnOn: on("2026-05-02") })],
      { state: "done", doneOn: on("2026-05-01"), parts: 1, rolledUp: true },
    ],
    [
      "a part given up: its owner says",
      [part("a", { doneOn: on("2026-05-01") }), part("b", { droppedOn: on("2026-05-02") })],
      { state: "done", doneOn: on("2026-05-05"), parts: 2, partsDone: 1, partsWaiting: 0, rolledUp: false },
    ],
    [
      "parts of parts",
      [part("a"), step("a1", { parentId: "a", doneOn: on("2026-05-09") })],
      { state: "done", doneOn: on("2026-05-09"), parts: 1, rolledUp: true },
    ],
  ])("%s", (_, parts, expected) => {
    expect(standingOfWhole(parts)).toMatchObject(expected);
  });

  function standingOfWhole(parts: Milestone[]) {
    const whole = step("whole", { doneOn: on("2026-05-05") });
    const found = standings([...parts, whole]).get("whole");
    if (!found) throw new Error("no standing");
    return found;
  }

  it("ends where a circle had been written past the commands", () => {
    const found = standings([step("a", { parentId: "b" }), step("b", { parentId: "a" })]);
    expect(found.size).toBe(2);
  });

  it("knows a circle: itself, its part, its part's part; nothing else", () => {
    expect(wouldCircle("a", ["a"])).toBe(true);
    expect(wouldCircle("a", ["c", "b", "a"])).toBe(true);
    expect(wouldCircle("a", ["c", "b"])).toBe(false);
    expect(wouldCircle(null, ["c"])).toBe(false);
  });
});

describe("whose turn it is", () => {
  const planned = { state: "planned" } as const;
  const done = { state: "done" } as const;
  it.each<[string, Milestone, { state: "planned" | "done" | "dropped" }, string[]]>([
    ["its owner's", step("a"), planned, ["council"]],
    ["both, of a joint one", step("a", { owner: "joint" }), planned, ["council", "community"]],
    ["the other side's, to acknowledge", step("a"), done, ["community"]],
    ["nobody's: a joint one done", step("a", { owner: "joint" }), done, []],
    ["nobody's: acknowledged", step("a", { acknowledgedOn: DAY }), done, []],
    ["whoever was asked to let it go", step("a", { letGoAskedBySide: "council" }), planned, ["community"]],
    ["nobody's: given up", step("a"), { state: "dropped" }, []],
  ])("%s", (_, one, standing, sides) => {
    expect(actsNext(one, standing)).toEqual(sides);
  });

  it("counts the days past the day both look to, and none once it is over", () => {
    expect(daysPast(step("a"), planned, toDay("2026-06-01"))).toBe(0);
    expect(daysPast(step("a"), planned, toDay("2026-06-11"))).toBe(10);
    expect(daysPast(step("a"), done, toDay("2026-06-11"))).toBe(0);
  });
});

describe("the fact", () => {
  const base = {
    id: "m",
    level: "shared",
    binned: false,
    voidedOn: null,
    contestedOn: null,
    settledOn: null,
  } as const;
  const standing = {
    state: "done",
    doneOn: toDay("2026-06-20"),
    parts: 2,
    partsDone: 2,
    partsWaiting: 0,
    rolledUp: true,
  } as const;

  it("has the form of the golden file: the first day, agreed moves alone, the day its parts were done", () => {
    const moved = {
      id: "1",
      proposedBySide: "council",
      proposedOn: toDay("2026-05-01"),
      fromOn: DAY,
      newDueOn: toDay("2026-07-01"),
      reason: "",
      alone: false,
      agreedOn: toDay("2026-05-02"),
      declinedOn: null,
      withdrawnOn: null,
      declinedReason: null,
    } as const;
    const moves = [moved, { ...moved, id: "2", alone: true, agreedOn: null, newDueOn: toDay("2026-08-01") }];
    expect(toFact(base, step("m", { owner: "joint", moves }), standing)).toEqual({
      type: "milestone",
      id: "m",
      owner: "joint",
      set: "2026-01-01",
      due: "2026-06-01",
      done: "2026-06-20",
      acknowledged: null,
      redated: [{ agreed: "2026-05-02", due: "2026-07-01" }],
      dropped: null,
      withdrawn: null,
      contested: null,
      settled: null,
    });
  });

  it.each([{ level: "side" }, { binned: true }, { voidedOn: DAY }] as const)(
    "says nothing where %o",
    (change) => {
      expect(toFact({ ...base, ...change }, step("m"), standing)).toBeNull();
    },
  );
});
