import { describe, expect, it } from "vitest";
import { STATES } from "./milestone";
import {
  ACTIONS,
  type Action,
  canTake,
  isFor,
  type Role,
  roleOf,
  type Situation,
  type Stage,
} from "./milestone.transitions";

const STAGES: readonly Stage[] = ["new", ...STATES];

/** Nothing but the state stands in the way. */
const free = (role: Role, stage: Stage, change: Partial<Situation> = {}): Situation => ({
  role,
  stage,
  partsWait: false,
  rolledUp: false,
  acknowledged: false,
  proposalForYou: true,
  letGoAsked: false,
  letGoAskedOfYou: true,
  ...change,
});

/** The whole table once more, written by hand: action → role → states. */
const EXPECTED: Record<Action, Record<Role, string>> = {
  record: { owner: "new", other: "new" },
  edit: { owner: "planned done", other: "planned done" },
  "report-done": { owner: "planned", other: "" },
  acknowledge: { owner: "", other: "done" },
  "move-day": { owner: "planned", other: "planned" },
  "agree-day": { owner: "planned", other: "planned" },
  "decline-day": { owner: "planned", other: "planned" },
  drop: { owner: "planned", other: "" },
  "ask-let-go": { owner: "planned", other: "planned" },
  "agree-let-go": { owner: "planned", other: "planned" },
  "decline-let-go": { owner: "planned", other: "planned" },
  reopen: { owner: "done dropped", other: "" },
};

/** Every condition broken alone refuses the action. */
const NEEDS: [Action, Role, Stage, Partial<Situation>, RegExp][] = [
  ["report-done", "owner", "planned", { partsWait: true }, /still planned/],
  ["drop", "owner", "planned", { partsWait: true }, /still planned/],
  ["ask-let-go", "other", "planned", { partsWait: true }, /still planned/],
  ["ask-let-go", "other", "planned", { letGoAsked: true }, /already been asked/],
  ["acknowledge", "other", "done", { acknowledged: true }, /already acknowledged/],
  ["agree-day", "other", "planned", { proposalForYou: false }, /No new day/],
  ["decline-day", "owner", "planned", { proposalForYou: false }, /No new day/],
  ["agree-let-go", "other", "planned", { letGoAskedOfYou: false }, /has not asked/],
  ["decline-let-go", "owner", "planned", { letGoAskedOfYou: false }, /has not asked/],
  ["reopen", "owner", "done", { rolledUp: true }, /because its parts are/],
];

describe("the table of milestones", () => {
  it.each(ACTIONS.flatMap((action) => (["owner", "other"] as const).map((role) => [action, role] as const)))(
    "%s, by the %s",
    (action, role) => {
      const open = STAGES.filter((stage) => canTake(action, free(role, stage)) === true);
      expect(open.join(" ")).toBe(EXPECTED[action][role]);
      expect(isFor(action, role) === true).toBe(EXPECTED[action][role] !== "");
    },
  );

  it.each(NEEDS)("%s by the %s, %s, not where %o", (action, role, stage, change, words) => {
    expect(canTake(action, free(role, stage))).toBe(true);
    expect(canTake(action, free(role, stage, change))).toMatch(words);
  });

  it("a joint milestone is both sides' own", () => {
    expect([roleOf("joint", "council"), roleOf("joint", "community")]).toEqual(["owner", "owner"]);
    expect([roleOf("council", "council"), roleOf("council", "community")]).toEqual(["owner", "other"]);
  });
});
