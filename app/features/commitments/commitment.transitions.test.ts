import { describe, expect, it } from "vitest";
import { toDay } from "~/platform/calendar/day";
import { type Commitment, STATES } from "./commitment";
import {
  ACTIONS,
  type Action,
  actionsFor,
  canTake,
  isFor,
  nextAction,
  type Role,
  roleOf,
  type Situation,
  type Stage,
  situationOf,
} from "./commitment.transitions";

const STAGES: readonly Stage[] = ["new", ...STATES];

/** Nothing but the state stands in the way. */
const free = (role: Role, stage: Stage, changes: Partial<Situation> = {}): Situation => ({
  role,
  stage,
  recordedByYourSide: true,
  unseen: true,
  disownable: true,
  contested: false,
  contestedByYou: true,
  saidDone: true,
  confirmed: false,
  told: false,
  proposalForYou: true,
  dayPassed: true,
  ...changes,
});

/** The whole table once more, written by hand: action → role → states. */
const ALL = "open done kept kept-late not-kept withdrawn";
const EXPECTED: Record<Action, Record<Role, string>> = {
  record: { promiser: "new", owed: "new" },
  edit: { promiser: "open", owed: "open" },
  "report-done": { promiser: "open not-kept", owed: "" },
  confirm: { promiser: "", owed: "open done kept kept-late" },
  refuse: { promiser: "", owed: "done" },
  tell: { promiser: "open", owed: "" },
  "propose-day": { promiser: "open", owed: "open" },
  "agree-day": { promiser: "open", owed: "open" },
  "decline-day": { promiser: "open", owed: "open" },
  "not-kept": { promiser: "open", owed: "open" },
  withdraw: { promiser: "", owed: "open" },
  "not-ours": { promiser: "open", owed: "" },
  reopen: { promiser: "done kept kept-late not-kept", owed: "kept kept-late not-kept withdrawn" },
  settle: { promiser: ALL, owed: ALL },
};

/** What the action needs besides: every condition broken alone refuses it, for whom. */
const NEEDS: [Action, Role, Stage, Partial<Situation>, RegExp][] = [
  ["edit", "promiser", "open", { recordedByYourSide: false }, /side that recorded it/],
  ["edit", "owed", "open", { unseen: false }, /has seen it/],
  ["confirm", "owed", "open", { saidDone: false }, /has not said yet/],
  ["confirm", "owed", "kept", { confirmed: true }, /already said yes/],
  ["tell", "promiser", "open", { told: true }, /already on record/],
  ["agree-day", "promiser", "open", { proposalForYou: false }, /No new day/],
  ["decline-day", "owed", "open", { proposalForYou: false }, /No new day/],
  ["not-kept", "owed", "open", { dayPassed: false }, /has not passed/],
  ["not-ours", "promiser", "open", { recordedByYourSide: true }, /own side recorded/],
  ["not-ours", "promiser", "open", { disownable: false }, /28 days/],
  ["not-ours", "promiser", "open", { saidDone: true }, /so it is yours/],
  ["not-ours", "promiser", "open", { contested: true }, /already disputed/],
  ["settle", "owed", "open", { contestedByYou: false }, /side that opened it/],
];

/** The situation in which this action is free of every condition but its state. */
function freeFor(action: Action, role: Role, stage: Stage, changes: Partial<Situation> = {}): Situation {
  const own = action === "not-ours" ? { recordedByYourSide: false, saidDone: false } : {};
  return free(role, stage, { ...own, ...changes });
}

describe("every action, role and state", () => {
  const cases = ACTIONS.flatMap((action) =>
    (["promiser", "owed"] as const).flatMap((role) =>
      STAGES.map(
        (stage) => [action, role, stage, EXPECTED[action][role].split(" ").includes(stage)] as const,
      ),
    ),
  );
  it.each(cases)("%s by the %s side when %s: %s", (action, role, stage, allowed) => {
    const answer = canTake(action, freeFor(action, role, stage));
    expect(answer === true).toBe(allowed);
    if (answer !== true) expect(answer).toMatch(/^[A-Z].*\.$/);
    expect(isFor(action, role) === true).toBe(EXPECTED[action][role] !== "");
  });

  it("knows every action there is", () => {
    expect(Object.keys(EXPECTED)).toEqual(ACTIONS);
  });
});

describe("what must hold besides", () => {
  it.each(NEEDS)("%s by the %s side when %s needs more: %o", (action, role, stage, broken, words) => {
    expect(canTake(action, freeFor(action, role, stage))).toBe(true);
    expect(canTake(action, freeFor(action, role, stage, broken))).toMatch(words);
  });

  it("lets the promiser say before the day that it will not be kept", () => {
    expect(canTake("not-kept", free("promiser", "open", { dayPassed: false }))).toBe(true);
  });
});

describe("the one thing to do next", () => {
  const quiet = { proposalForYou: false, contestedByYou: false, saidDone: false } as const;
  it.each<[Role, Stage, Partial<Situation>, Action | null]>([
    ["promiser", "open", {}, "report-done"],
    ["promiser", "open", { proposalForYou: true }, "agree-day"],
    ["owed", "open", {}, null],
    ["owed", "open", { contestedByYou: true }, "settle"],
    ["owed", "done", { saidDone: true }, "confirm"],
    ["promiser", "done", { saidDone: true }, null],
    ["owed", "kept", { saidDone: true }, "confirm"],
    ["owed", "kept", { saidDone: true, confirmed: true }, null],
    ["promiser", "not-kept", {}, null],
  ])("for the %s side when %s, %o: %s", (role, stage, changes, next) => {
    expect(nextAction(free(role, stage, { ...quiet, ...changes }))).toBe(next);
  });
});

describe("the situation of a promise", () => {
  const day = toDay("2026-05-01");
  const promise: Commitment = {
    bySide: "council",
    recordedBySide: "community",
    recordedOn: day,
    madeOn: day,
    dueOn: day,
    doneOn: null,
    doneSaidOn: null,
    confirmedOn: null,
    toldOn: null,
    toldSaidOn: null,
    notKeptOn: null,
    withdrawnOn: null,
    disownedOn: null,
    contestedOn: day,
    contestedBySide: "council",
    settledOn: null,
    redatings: [],
  };

  it("is seen from each side", () => {
    const council = situationOf(promise, "council", true, day, true);
    const community = situationOf(promise, "community", true, day, true);
    expect(council).toMatchObject({ role: "promiser", recordedByYourSide: false, contestedByYou: true });
    expect(community).toMatchObject({ role: "owed", recordedByYourSide: true, contestedByYou: false });
    expect(council.dayPassed).toBe(false);
    expect(roleOf("council", "community")).toBe("owed");
  });

  it("gives the buttons of each side", () => {
    const settled = { ...promise, settledOn: day };
    expect(actionsFor(situationOf(settled, "council", true, day, true))).toEqual([
      "report-done",
      "tell",
      "propose-day",
      "not-kept",
      "not-ours",
    ]);
    expect(actionsFor(situationOf(settled, "community", true, day, true))).toEqual([
      "edit",
      "propose-day",
      "withdraw",
    ]);
  });
});
