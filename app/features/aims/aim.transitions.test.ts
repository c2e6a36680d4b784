import { describe, expect, it } from "vitest";
import { toDay } from "~/platform/calendar/day";
import { type Aim, stageOf, waitingOn } from "./aim";
import { toFact } from "./aim.facts";
import { ACTIONS, canTake } from "./aim.transitions";

const ON = toDay("2026-06-01");
const LATER = toDay("2026-06-20");
const own: Aim = {
  owner: "community",
  statedBy: "community",
  recordedOn: ON,
  acknowledgedOn: null,
  answeredOn: null,
  answer: null,
};
const belief: Aim = { ...own, statedBy: "council" };

const AIMS = {
  unseen: own,
  acknowledged: { ...own, acknowledgedOn: LATER },
  believed: belief,
  "not-quite": { ...belief, answer: "not_quite", answeredOn: LATER },
  confirmed: { ...belief, answer: "confirmed", answeredOn: LATER },
  corrected: { ...belief, answer: "corrected", answeredOn: LATER },
} as const satisfies Record<string, Aim>;

describe("an aim of the community", () => {
  it.each([
    ["unseen", "unseen", "council", ["edit"], ["acknowledge"]],
    ["acknowledged", "acknowledged", null, [], []],
    ["believed", "believed", "community", ["answer"], ["edit"]],
    ["not-quite", "not-quite", "council", ["answer"], ["edit"]],
    ["confirmed", "answered", null, [], []],
    ["corrected", "answered", null, [], []],
  ] as const)("%s", (name, stage, waits, community, council) => {
    const aim = AIMS[name];
    expect(stageOf(aim)).toBe(stage);
    expect(waitingOn(aim)).toBe(waits);
    const able = (side: "council" | "community") => ACTIONS.filter((one) => canTake(one, aim, side) === true);
    expect([able("community"), able("council")]).toEqual([community, council]);
  });

  it("says why not", () => {
    expect(canTake("answer", belief, "council")).toBe(
      "Only the side whose aim it is can confirm or correct it.",
    );
    expect(canTake("edit", own, "council")).toBe("Only the side that wrote it can change the words.");
    expect(canTake("acknowledge", own, "community")).toBe("This is for the other side.");
    expect(canTake("acknowledge", AIMS.acknowledged, "council")).toMatch(/acknowledged it/);
  });
});

describe("an aim as a fact", () => {
  const base = {
    id: "0190a0de-0000-7000-8000-000000000001",
    level: "shared",
    binned: false,
    voidedOn: null,
    contestedOn: null,
    settledOn: null,
  } as const;

  it.each([
    ["unseen", { stated_by: "community", acknowledged: null, answered: null }],
    ["acknowledged", { stated_by: "community", acknowledged: LATER, answered: null }],
    ["believed", { stated_by: "council", acknowledged: null, answered: null }],
    ["not-quite", { stated_by: "council", acknowledged: null, answered: null }],
    ["confirmed", { stated_by: "council", acknowledged: null, answered: LATER }],
    ["corrected", { stated_by: "council", acknowledged: null, answered: LATER }],
  ] as const)("%s", (name, expected) => {
    const common = {
      type: "aim",
      id: base.id,
      owner: "community",
      recorded: ON,
      contested: null,
      settled: null,
    };
    expect(toFact(base, AIMS[name])).toEqual({ ...common, ...expected });
  });

  it.each([{ level: "side" as const }, { binned: true }, { voidedOn: LATER }])(
    "is none where %j",
    (change) => {
      expect(toFact({ ...base, ...change }, own)).toBeNull();
    },
  );
});
