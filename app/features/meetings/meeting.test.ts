import { describe, expect, it } from "vitest";
import { toDay } from "~/platform/calendar/day";
import { type Attendance, isContact, noticeDays, sidesThatCame, sideThatMissed, stateWords } from "./meeting";

const person = (side: "council" | "community", attendance: Attendance = "attended") => ({ side, attendance });
const both = [person("community"), person("council")];

describe("contact", () => {
  it.each([
    ["held", both, true],
    ["held", [person("community"), person("council", "apologies")], false],
    ["held", [person("community"), person("council", "absent")], false],
    ["held", [person("community")], false],
    ["held", [], false],
    ["planned", both, false],
    ["cancelled", both, false],
    ["no_reply", both, false],
  ] as const)("%s with %j: %s", (status, attendees, expected) => {
    expect(isContact(status, attendees)).toBe(expected);
  });

  it("names the sides that came once each, whatever the order", () => {
    expect(sidesThatCame([...both, ...both])).toEqual(["council", "community"]);
  });

  it.each([
    ["held", [person("community")], "council"],
    ["held", [person("council"), person("community", "apologies")], "community"],
    ["held", both, null],
    ["held", [person("council", "absent")], null],
    ["cancelled", [person("community")], null],
  ] as const)("who missed it: %s %j → %s", (status, attendees, side) => {
    expect(sideThatMissed(status, attendees)).toBe(side);
  });
});

describe("notice", () => {
  it.each([
    ["2026-03-01", "2026-03-03", 2],
    ["2026-03-03", "2026-03-03", 0],
    ["2026-03-05", "2026-03-03", 0],
    // The clocks go forward on 29 March 2026: still one day.
    ["2026-03-28", "2026-03-29", 1],
    ["2026-03-28", "2026-03-30", 2],
  ])("told on %s of a meeting on %s: %i days", (told, on, days) => {
    expect(noticeDays(toDay(told), toDay(on))).toBe(days);
  });
});

describe("the state in words", () => {
  const today = toDay("2026-03-03");
  it.each([
    ["planned", "2026-03-03", null, "Planned"],
    ["planned", "2026-03-02", null, "How did it go?"],
    ["held", "2026-03-02", null, "Held"],
    ["held", "2026-03-02", "council", "One side came"],
    ["cancelled", "2026-03-09", null, "Called off"],
    ["no_reply", "2026-03-02", null, "No reply"],
  ] as const)("%s on %s", (status, on, missedBy, text) => {
    expect(stateWords({ status, on: toDay(on), missedBy }, today).text).toBe(text);
  });
});
