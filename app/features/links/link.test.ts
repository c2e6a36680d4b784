import { describe, expect, it } from "vitest";
import { toDay } from "~/platform/calendar/day";
import {
  ALLOWED,
  ANSWERED_WORDS,
  ANSWERS,
  allowedAnswer,
  answeredWords,
  expiryOf,
  PURPOSES,
  stateOf,
} from "./link";

describe("what a link may do", () => {
  it("is named for every purpose, and each answer belongs to one", () => {
    const given = PURPOSES.flatMap((purpose) => ALLOWED[purpose]);
    expect([...given].sort()).toEqual([...ANSWERS].sort());
    expect(Object.keys(ANSWERED_WORDS).sort()).toEqual([...ANSWERS].sort());
  });

  it.each([
    ["confirm", "commitments.confirm", "commitments.confirm"],
    ["confirm", "commitments.withdraw", null],
    ["confirm", "requests.answer", null],
    ["minutes", "meetings.agree-minutes", "meetings.agree-minutes"],
    ["request", "", null],
  ] as const)("a link to %s gives %s: %s", (purpose, asked, given) => {
    expect(allowedAnswer(purpose, asked)).toBe(given);
  });

  it("says what was answered, and plainly what is no longer an answer", () => {
    expect(answeredWords("commitments.confirm")).toBe("said yes, it is done");
    expect(answeredWords("retired.answer")).toBe("answered");
  });
});

describe("where a link stands", () => {
  const made = {
    way: "hand",
    sentOn: null,
    usedAt: null,
    revokedAt: null,
    expiresOn: toDay("2026-10-29"),
  } as const;
  const at = new Date("2026-10-02T12:00:00Z");

  it.each([
    ["out", "its last day", made, "2026-10-28"],
    ["over", "the day after", made, "2026-10-29"],
    ["answered", "it was used, and over", { ...made, usedAt: at }, "2026-11-29"],
    ["revoked", "it was taken back", { ...made, revokedAt: at }, "2026-10-03"],
    ["waiting", "the mail server has not taken it", { ...made, way: "mail" }, "2026-10-03"],
    ["out", "it was sent", { ...made, way: "mail", sentOn: toDay("2026-10-01") }, "2026-10-03"],
  ] as const)("is %s: %s", (state, _, link, today) => {
    expect(stateOf(link, toDay(today))).toBe(state);
  });

  it("opens for 28 days, the first included", () => {
    expect(expiryOf(toDay("2026-10-01"))).toBe("2026-10-29");
  });
});
