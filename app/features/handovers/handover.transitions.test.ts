import { describe, expect, it } from "vitest";
import {
  ACTIONS,
  type Action,
  canTake,
  isFor,
  ROLES,
  type Role,
  STAGES,
  type Stage,
  TRANSITIONS,
} from "./handover.transitions";

/** Who may do what at which stage, written out once more by hand: o the post's own side, n who noted it, t the other. */
const EXPECTED = `
              new notified prepared accepted complete withdrawn
announce      ont -        -        -        -        -
revise        -   on       on       on       -        -
name-incoming -   on       on       -        -        -
prepare       -   on       -        -        -        -
accept        -   -        on       -        -        -
complete      -   -        -        ont      -        -
move-items    -   -        on       on       on       -
undo-move     -   -        on       on       on       -
check         -   on       on       on       on       -
withdraw      -   on       on       on       -        -
`;

const LETTER: Record<Role, string> = { own: "o", noted: "n", other: "t" };

function expected(): Map<string, string> {
  const [head = "", ...rows] = EXPECTED.trim().split("\n");
  const stages = head.trim().split(/\s+/);
  return new Map(
    rows.flatMap((row) => {
      const [action = "", ...cells] = row.trim().split(/\s+/);
      return cells.map((cell, index): [string, string] => [`${action} ${stages[index]}`, cell]);
    }),
  );
}

describe("the transitions of a handover", () => {
  const table = expected();
  const all = ACTIONS.flatMap((action) => STAGES.map((stage): [Action, Stage] => [action, stage]));

  it("has a row for every action and a column for every stage", () => {
    expect([...table.keys()].sort()).toEqual(all.map(([action, stage]) => `${action} ${stage}`).sort());
  });

  it.each(all)("%s at %s", (action, stage) => {
    const who = ROLES.filter((role) => canTake(action, role, stage) === true);
    expect(who.map((role) => LETTER[role]).join("") || "-").toBe(table.get(`${action} ${stage}`));
  });

  it("says why not, in words, and whose it is", () => {
    expect(canTake("accept", "own", "notified")).toBe("Write the handover note first.");
    expect(canTake("prepare", "own", "complete")).toBe("This handover stands at “Complete”.");
    expect(isFor("prepare", "other")).toBe("This is for the side whose post it is.");
    expect(Object.values(TRANSITIONS).every(({ label }) => label.length > 0)).toBe(true);
  });
});
