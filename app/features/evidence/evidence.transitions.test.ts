import { describe, expect, it } from "vitest";
import { toDay } from "~/platform/calendar/day";
import {
  checkAnsweredOn,
  daysPast,
  type Entry,
  hopedForBy,
  kindOf,
  outcomeWords,
  stageOf,
  stateWords,
  waitingOn,
} from "./evidence";
import { ACTIONS, canTake } from "./evidence.transitions";

const ON = toDay("2026-06-01");
const LATER = toDay("2026-06-20");

function entry(id: string, change: Partial<Entry> = {}): Entry {
  const none = { proposedOn: null, answeredOn: null, answeredBy: null, outcome: null, answerWords: null };
  const base = { kind: kindOf(id), values: {}, recordedBy: "community", occurredOn: ON, answerBy: "council" };
  return { ...base, ...none, ...change } as Entry;
}

const STANDING = {
  plain: entry("thanks", { answerBy: null }),
  waiting: entry("insight-offered"),
  "waiting, closed together": entry("disagreement"),
  proposed: entry("disagreement", { proposedOn: LATER, outcome: "settled" }),
  held: entry("procedure-barrier", { answeredOn: LATER, outcome: "habit" }),
  answered: entry("procedure-barrier", { answeredOn: LATER, outcome: "dropped" }),
};

describe("what can be done about an answer", () => {
  it.each([
    ["plain", "plain", [], []],
    ["waiting", "waiting", ["answer"], []],
    ["waiting, closed together", "waiting", ["answer"], ["propose"]],
    ["proposed", "proposed", ["answer", "agree"], ["propose"]],
    ["held", "held", ["answer"], []],
    ["answered", "answered", [], []],
  ] as const)("%s", (name, stage, answering, other) => {
    const one = STANDING[name];
    expect(stageOf(one)).toBe(stage);
    const able = (side: "council" | "community") =>
      ACTIONS.filter((action) => canTake(action, one, side) === true);
    expect([able("council"), able("community")]).toEqual([answering, other]);
  });

  it("says why not", () => {
    expect(canTake("answer", STANDING.answered, "council")).toMatch(/answered already/);
    expect(canTake("answer", STANDING.waiting, "community")).toMatch(/other side/);
    expect(canTake("propose", STANDING.waiting, "community")).toMatch(/other side/);
    expect(canTake("answer", STANDING.plain, "council")).toMatch(/no answer/);
  });
});

describe("waiting", () => {
  it("is for the answering side, until a day that depends on the kind", () => {
    expect(Object.values(STANDING).map(waitingOn)).toEqual([
      null,
      "council",
      "council",
      "council",
      null,
      null,
    ]);
    expect(hopedForBy(STANDING.waiting)).toBe("2026-07-31");
    expect(daysPast(STANDING.waiting, toDay("2026-07-31"))).toBe(0);
    expect(daysPast(STANDING.waiting, toDay("2026-08-03"))).toBe(3);
    expect(daysPast(STANDING.answered, toDay("2027-01-01"))).toBe(0);
    expect(stateWords(STANDING.waiting, "council")).toBe("Waiting on us");
    expect(stateWords(STANDING.waiting, "community")).toBe("Waiting for an answer");
    expect(stateWords(STANDING.answered, "community")).toBe("Answered");
    expect(stateWords(STANDING.held, "community")).toBe("Answered for now");
    expect(outcomeWords(STANDING.answered)).toBe("No, and it was dropped");
    expect(stateWords(STANDING.plain, "community")).toBeNull();
  });

  it("ends on a day between what is answered and today", () => {
    expect(checkAnsweredOn(ON, STANDING.waiting, LATER)).toBe(true);
    expect(checkAnsweredOn(toDay("2026-05-31"), STANDING.waiting, LATER)).toMatch(/before/);
    expect(checkAnsweredOn(toDay("2026-06-21"), STANDING.waiting, LATER)).toMatch(/future/);
  });
});
