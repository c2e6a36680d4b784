import { describe, expect, it } from "vitest";
import { STAGES } from "./project";
import { ACTIONS, type Action, canTake, type Situation } from "./project.transitions";

const ALL = ["new", ...STAGES] as const;

/** Nothing but the stage stands in the way. */
const free: Omit<Situation, "stage" | "hasEnd" | "scopeFixed" | "awaits"> = {
  endOfTheirs: true,
  proposalForYou: true,
  scopeOfTheirs: true,
  heldUp: true,
  gap: true,
  undecided: true,
};

const OPEN = "idea agreed under_way paused";
const ANY = `${OPEN} finished stopped`;
/** The whole table once more, written by hand: action → stages, and what it needs besides. */
const EXPECTED: Record<Action, [string, Partial<Situation>]> = {
  record: ["new", {}],
  edit: [ANY, {}],
  "set-stage": [ANY, {}],
  "change-lead": [OPEN, {}],
  "note-decision": [ANY, { undecided: true }],
  "state-responsibility": [OPEN, {}],
  "set-endpoint": [OPEN, { hasEnd: false }],
  "agree-endpoint": [OPEN, { endOfTheirs: true }],
  "move-day": [OPEN, { hasEnd: true }],
  "agree-day": [OPEN, { proposalForYou: true }],
  "decline-day": [OPEN, { proposalForYou: true }],
  "fix-scope": [OPEN, { scopeFixed: false }],
  "agree-scope": [OPEN, { scopeOfTheirs: true }],
  block: [OPEN, {}],
  "ask-help": [OPEN, { heldUp: true }],
  "clear-block": [ANY, { heldUp: true }],
  "await-decision": [OPEN, { awaits: false }],
  "decision-made": [ANY, { awaits: true }],
  "open-gap": [OPEN, {}],
  "fill-gap": [ANY, { gap: true }],
};

describe("the table of projects", () => {
  it.each(ACTIONS)("%s", (action) => {
    const [stages, needs] = EXPECTED[action];
    const situation = { ...free, hasEnd: true, scopeFixed: true, awaits: true, ...needs };
    const open = ALL.filter((stage) => canTake(action, { ...situation, stage }) === true);
    expect(open.join(" ")).toBe(stages);
    const [stage] = open;
    for (const [name, value] of Object.entries(needs)) {
      const broken = { ...situation, [name]: !value, stage: stage ?? "new" };
      expect(canTake(action, broken)).not.toBe(true);
    }
  });
});
