import { describe, expect, it } from "vitest";
import type { Day } from "~/platform/calendar/day";
import { type CloseStep, type LifeDays, lifecycleOn, mayStep, stepsFrom } from "./lifecycle";

const NONE: LifeDays = { closingOn: null, closesOn: null, closedOn: null, legacyOn: null };
const life = (days: Partial<Record<keyof LifeDays, string>>): LifeDays => ({
  ...NONE,
  ...(days as Partial<LifeDays>),
});
const TODAY = "2026-10-01" as Day;

const asked = life({ closingOn: "2026-09-01", closesOn: "2026-12-01" });
const confirmed = life({ closingOn: "2026-09-01", closesOn: "2026-12-01", closedOn: "2026-12-01" });
const closed = life({ closingOn: "2026-09-01", closedOn: "2026-10-01" });
const legacy = life({ closingOn: "2026-01-01", closedOn: "2026-02-01", legacyOn: "2026-10-01" });

describe("where an area is in its life", () => {
  it.each([
    ["nothing was said", NONE, "active"],
    ["it closes from tomorrow on being said", life({ closingOn: "2026-10-02" }), "active"],
    ["somebody said so", asked, "closing"],
    ["the day is confirmed and to come", confirmed, "closing"],
    ["the day has come", closed, "closed"],
    ["the day before it was closed", life({ closingOn: "2026-09-01", closedOn: "2026-10-02" }), "closing"],
    ["it is kept from today", legacy, "legacy"],
    [
      "it is kept from tomorrow",
      life({ closingOn: "2026-01-01", closedOn: "2026-02-01", legacyOn: "2026-10-02" }),
      "closed",
    ],
  ])("%s", (_, days, expected) => {
    expect(lifecycleOn(days, TODAY)).toBe(expected);
  });
});

describe("what may come next", () => {
  const ALL: CloseStep[] = ["begin", "stop", "confirm", "make-legacy", "reopen"];
  it.each([
    [NONE, ["begin"]],
    [asked, ["stop", "confirm"]],
    [confirmed, ["reopen"]],
    [closed, ["make-legacy", "reopen"]],
    [legacy, ["reopen"]],
  ] as [LifeDays, CloseStep[]][])("%j: %j and nothing else", (days, steps) => {
    expect(stepsFrom(days, TODAY)).toEqual(steps);
    for (const step of ALL)
      expect(mayStep(step, days, TODAY), step).toEqual(steps.includes(step) ? true : expect.any(String));
  });
});
