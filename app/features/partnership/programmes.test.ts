import { describe, expect, it } from "vitest";
import { toDay } from "~/platform/calendar/day";
import { members, soundFacts } from "../../../tests/builders/partnership-facts";
import { checkPartnership } from "./check-partnership";
import { type Programme, programmeSchema } from "./programme";
import { PROGRAMMES } from "./programmes";
import { bigLocal } from "./programmes/big-local";
import { reviewDays } from "./review-checks";

/** A programme of other numbers: the file somebody else would write. */
const smallSteps: Programme = programmeSchema.parse({
  ...bigLocal,
  id: "small-steps",
  name: "Small Steps",
  fewestMembers: 12,
  residentPercent: 75,
  mostOfOneFamily: 1,
  policies: ["safeguarding"],
  review: { ...bigLocal.review, opens: 3, closes: 4 },
});

describe("programmes", () => {
  it("are all as the schema wants, each with an id of its own", () => {
    for (const one of PROGRAMMES) expect(programmeSchema.safeParse(one).success).toBe(true);
    expect(new Set(PROGRAMMES.map(({ id }) => id)).size).toBe(PROGRAMMES.length);
  });

  it.each([
    ["no members at all", { fewestMembers: 0 }],
    ["more than all residents", { residentPercent: 101 }],
    ["a role nobody has", { powerRoles: ["king"] }],
    ["a month there is none of", { review: { ...bigLocal.review, opens: 13 } }],
    ["a number too many", { extra: 1 }],
  ])("refuse %s", (_, wrong) => {
    expect(programmeSchema.safeParse({ ...bigLocal, ...wrong }).success).toBe(false);
  });

  it("decide the numbers: the same partnership stands differently in another", () => {
    const facts = soundFacts({
      members: members(9).map((one, at) => ({
        ...one,
        livesHere: at < 6,
        ...(at < 2 ? { kin: "some" as const, family: "Marsh" } : {}),
      })),
    });
    const failing = (programme: Programme) =>
      checkPartnership(facts, programme, toDay("2026-10-01"))
        .filter(({ state }) => state !== "passes")
        .map(({ id }) => id);
    expect(failing(bigLocal)).toEqual([]);
    expect(failing(smallSteps)).toEqual(["members", "residents", "families", "policies", "review"]);
    expect(reviewDays(smallSteps, 2026)).toEqual({ from: "2026-03-01", to: "2026-04-30" });
    expect(reviewDays(bigLocal, 2026)).toEqual({ from: "2026-09-01", to: "2026-12-31" });
  });
});
