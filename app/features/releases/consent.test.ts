import { describe, expect, test } from "vitest";
import { toDay } from "~/platform/calendar/day";
import { bothSay, type Consent, consentSays, endsWith } from "./consent";
import { canSpeak, mayGive, mayWithdraw, offers } from "./consent.policy";
import { isMemberStill, studyState, wrongDays } from "./study";

const yes = (...said: string[]): Consent[] =>
  said.map((one) => {
    const [side, scope] = one.split(" ");
    return { side, scope } as Consent;
  });
const ALL = yes("council figures", "community figures", "council studies", "community studies");

describe("who says yes to research", () => {
  test.each([
    ["lead", false, true],
    ["editor", false, /lead/],
    ["reader", false, /lead/],
    ["lead", true, /closed/],
  ] as const)("a %s (closed: %s) may speak: %s", (role, closed, expected) => {
    const answer = canSpeak({ role, side: "council", ...(closed ? { closed } : {}) });
    if (expected === true) expect(answer).toBe(true);
    else expect(answer).toMatch(expected);
  });

  test.each([
    [[], "figures", true],
    [yes("community figures"), "figures", true],
    [yes("council figures"), "figures", /already/],
    [[], "studies", /figures of kinds of areas first/],
    [yes("community figures"), "studies", /first/],
    [yes("council figures"), "studies", true],
    [ALL, "studies", /already/],
  ] as const)("the council, where %j is said, may say yes to %s: %s", (said, scope, expected) => {
    const answer = mayGive("council", scope, said);
    if (expected === true) expect(answer).toBe(true);
    else expect(answer).toMatch(expected);
  });

  test.each([
    [[], "figures", /not said yes/],
    [yes("community figures"), "figures", /not said yes/],
    [yes("council figures"), "figures", true],
    [yes("council figures"), "studies", /not said yes/],
    [ALL, "studies", true],
  ] as const)("the council, where %j is said, may take back %s: %s", (said, scope, expected) => {
    const answer = mayWithdraw("council", scope, said);
    if (expected === true) expect(answer).toBe(true);
    else expect(answer).toMatch(expected);
  });

  test("a lead is offered one thing of each; nobody else is offered any", () => {
    const lead = { role: "lead", side: "council" } as const;
    expect(offers(lead, "figures", [])).toBe("give");
    expect(offers(lead, "studies", [])).toBeNull();
    expect(offers(lead, "figures", ALL)).toBe("withdraw");
    expect(offers({ ...lead, role: "editor" }, "figures", ALL)).toBeNull();
    expect(offers({ ...lead, closed: true }, "figures", ALL)).toBeNull();
  });

  test("counts where both say it, and a row in studies goes with the figures", () => {
    expect(bothSay(yes("council figures"), "figures")).toBe(false);
    expect(bothSay(ALL, "figures")).toBe(true);
    expect(endsWith("figures")).toEqual(["figures", "studies"]);
    expect(endsWith("studies")).toEqual(["studies"]);
    expect(consentSays(yes("council figures", "council studies"))).toMatch(/in no release/);
    expect(consentSays(yes("council figures", "community figures"))).toMatch(/no row/);
    expect(consentSays(ALL)).toMatch(/has a row/);
  });
});

describe("the days of a study", () => {
  const days = { startsOn: toDay("2026-03-02"), endsOn: toDay("2026-06-01"), endedAt: null };

  test.each([
    ["2026-03-01", "to come"],
    ["2026-03-02", "open"],
    ["2026-06-01", "open"],
    ["2026-06-02", "over"],
  ])("on %s it is %s", (on, state) => {
    expect(studyState(days, toDay(on))).toBe(state);
    expect(studyState({ ...days, endedAt: new Date(0) }, toDay(on))).toBe("over");
  });

  test.each([
    ["2026-02-01", null, true],
    ["2026-02-01", "2026-03-02", true],
    ["2026-02-01", "2026-03-01", false],
    ["2026-04-01", null, true],
    ["2026-04-01", "2026-04-01", false],
  ])("somebody in it from %s until %s is in it on 1 March, or will be: %s", (from, until, expected) => {
    const days = { startsOn: toDay(from), endsOn: until === null ? null : toDay(until) };
    expect(isMemberStill(days, toDay("2026-03-01"))).toBe(expected);
  });

  test.each([
    ["2026-03-02", "2026-03-02", null],
    ["2026-03-02", "2026-03-01", /before the first/],
    ["2025-01-01", "2025-06-01", /past/],
    ["2026-03-02", "2031-03-01", null],
    ["2026-03-02", "2031-04-01", /5 years/],
  ])("from %s to %s: %s", (from, to, words) => {
    const found = wrongDays(toDay(from), toDay(to), toDay("2026-03-01"));
    if (words === null) expect(found).toEqual({});
    else expect(found.endsOn).toMatch(words);
  });
});
