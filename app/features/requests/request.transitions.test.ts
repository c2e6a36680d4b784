import { describe, expect, it } from "vitest";
import { toDay } from "~/platform/calendar/day";
import { toFact } from "./request.facts";
import { ACTIONS, canTake, isFor, type Role, STAGES, type Stage, stageOf } from "./request.transitions";

/** What each role can do at each stage, every pair written out. */
const TABLE: Record<Role, Record<Stage, string[]>> = {
  asker: {
    new: ["ask"],
    open: ["revise", "hold", "refer", "answer", "withdraw"],
    held: ["revise", "refer", "answer", "withdraw"],
    answered: ["judge"],
    judged: [],
    withdrawn: [],
  },
  asked: {
    new: [],
    open: ["hold", "refer", "answer"],
    held: ["refer", "answer"],
    answered: [],
    judged: [],
    withdrawn: [],
  },
};

describe("the table", () => {
  const cells = (["asker", "asked"] as const).flatMap((role) =>
    STAGES.flatMap((stage) => ACTIONS.map((action) => [role, stage, action] as const)),
  );
  it.each(cells)("%s, %s, %s", (role, stage, action) => {
    const able = canTake(action, role, stage);
    if (TABLE[role][stage].includes(action)) expect(able).toBe(true);
    else expect(able).toMatch(/\w\.$/);
  });

  it("says whose an action is", () => {
    const asked = ACTIONS.filter((action) => isFor(action, "asked") === true);
    expect(asked).toEqual(["hold", "refer", "answer"]);
    expect(ACTIONS.every((action) => isFor(action, "asker") === true)).toBe(true);
  });
});

const request = {
  toSide: "community",
  askedOn: toDay("2026-03-30"),
  targetOn: toDay("2026-04-29"),
  holdingOn: null,
  answeredOn: null,
  answer: null,
  judgement: null,
  judgedOn: null,
  withdrawnOn: null,
} as const;

describe("stages", () => {
  const on = toDay("2026-04-02");
  it.each([
    [{}, "open"],
    [{ holdingOn: on }, "held"],
    [{ holdingOn: on, answeredOn: on }, "answered"],
    [{ answeredOn: on, judgement: "straight" }, "judged"],
    [{ holdingOn: on, withdrawnOn: on }, "withdrawn"],
  ] as const)("%j is %s", (change, stage) => {
    expect(stageOf({ ...request, ...change })).toBe(stage);
  });
});

describe("the fact", () => {
  const base = {
    id: "r1",
    level: "shared",
    binned: false,
    voidedOn: null,
    contestedOn: toDay("2026-04-10"),
    settledOn: null,
  } as const;

  it("says days and sides and nothing else", () => {
    const answered = { answeredOn: toDay("2026-04-08"), judgement: "not_straight", answer: "no" } as const;
    expect(toFact(base, { ...request, ...answered })).toEqual({
      type: "request",
      id: "r1",
      to: "community",
      asked: "2026-03-30",
      target: "2026-04-29",
      holding: null,
      answered: "2026-04-08",
      judged: "not straight",
      withdrawn: null,
      contested: "2026-04-10",
      settled: null,
    });
  });

  it.each([
    ["not shared", { level: "side" }],
    ["binned", { binned: true }],
    ["voided", { voidedOn: toDay("2026-04-10") }],
  ] as const)("is none where the record is %s", (_what, change) => {
    expect(toFact({ ...base, ...change }, request)).toBeNull();
  });
});
