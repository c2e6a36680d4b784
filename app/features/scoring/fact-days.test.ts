import { describe, expect, it } from "vitest";
import { AS_OF } from "./arbitrary-facts.ts";
import { dayOf } from "./day.ts";
import { factOn, firstDayIn, lastDayIn, lastLivedDayIn } from "./fact-days.ts";
import type { Fact } from "./facts.ts";

describe("facts on a day", () => {
  it("know nothing of later days, planned ones apart", () => {
    const fact: Fact = {
      type: "commitment",
      id: "2030-01-01",
      by: "council",
      due: "2027-01-01",
      done: "2026-12-01",
      told: "2026-10-01",
      renegotiated: [{ agreed: "2026-11-01", due: "2027-01-01" }],
    };
    expect(factOn(fact, AS_OF)).toEqual({
      ...fact,
      done: null,
      renegotiated: [{ agreed: null, due: "2027-01-01" }],
    });
    expect(lastDayIn(fact)).toBe(dayOf("2026-12-01"));
    expect(lastLivedDayIn({ ...fact, contested: "2026-12-20" })).toBe(dayOf("2026-12-01"));
  });
});

describe("a fact as of a day", () => {
  const fact: Fact = {
    ...{ type: "commitment", id: "2030-01-01", by: "council", due: "2026-12-01" },
    ...{ done: "2026-10-01", confirmed: "2026-10-02" },
    renegotiated: [{ agreed: "2026-10-03", due: "2027-01-01" }, { agreed: "2026-09-01" }],
  };

  it("forgets what was lived after it, deep down too, and keeps what is planned", () => {
    expect(factOn(fact, AS_OF)).toEqual({
      ...fact,
      confirmed: null,
      renegotiated: [{ agreed: null, due: "2027-01-01" }, { agreed: "2026-09-01" }],
    });
    const met: Fact = { type: "meeting", id: "m", date: "2026-10-02", status: "held", attended: ["council"] };
    expect(factOn(met, AS_OF)).toEqual({ ...met, date: null });
    expect(factOn({ ...met, minutes_sent: null }, AS_OF)).toEqual({ ...met, date: null, minutes_sent: null });
  });

  it("keeps numbers and answers as they are, also before days were counted", () => {
    const met: Fact = { type: "meeting", id: "m", date: "2026-10-02", status: "held", actions: 3 };
    expect(factOn(met, AS_OF)).toEqual({ ...met, date: null });
    const old: Fact = { type: "publicity", id: "v", by: "council", on: "1969-06-01", credits: "own" };
    expect(factOn(old, dayOf("1969-01-01"))).toEqual({ ...old, on: null });
    const planned: Fact = { type: "mou", id: "u", review_due: "1975-01-01" };
    expect(factOn(planned, dayOf("1969-01-01"))).toBe(planned);
  });

  it("is the same object where nothing lies ahead", () => {
    expect(factOn(fact, dayOf("2026-10-03"))).toBe(fact);
    const plain: Fact = { type: "mou", id: "u", review_due: "2030-01-01", reviewed: "2026-10-01" };
    expect(factOn(plain, AS_OF)).toBe(plain);
    expect(factOn({ ...plain, reviewed: null }, AS_OF)).toEqual({ ...plain, reviewed: null });
  });

  it("reads no day in an id or in who somebody is", () => {
    const voice: Fact = {
      ...{ type: "check-in", id: "2031-01-01", who: "2032-01-01", side: "council", date: "2026-09-01" },
      items: {},
    };
    expect(
      [firstDayIn(voice), lastDayIn(voice), lastLivedDayIn(voice)].map((day) => day && day - AS_OF),
    ).toEqual([-30, -30, -30]);
    expect(factOn({ ...voice, date: "2027-01-01" }, AS_OF)).toEqual({ ...voice, date: null });
  });

  it.each<[Fact, string | null, string | null, string | null]>([
    [
      {
        type: "request",
        id: "q",
        to: "council",
        asked: "2026-05-01",
        holding: undefined,
        judged: "straight",
      },
      "2026-05-01",
      "2026-05-01",
      "2026-05-01",
    ],
    [
      { type: "proposal", id: "p", to: "council", proposed: "1960-01-01" },
      "1960-01-01",
      "1960-01-01",
      "1960-01-01",
    ],
    [fact, "2026-09-01", "2026-10-03", "2026-10-03"],
    [{ type: "mou", id: "u" }, null, null, null],
    [{ type: "mou", id: "u", review_due: "2026-01-01" }, "2026-01-01", null, null],
    [
      { type: "proposal", id: "p", to: "council", proposed: "2026-05-01", contested: "2026-07-01" },
      "2026-05-01",
      "2026-07-01",
      "2026-05-01",
    ],
    [
      { type: "request", id: "q", to: "council", settled: "2026-07-01", target: "2026-09-01" },
      "2026-07-01",
      "2026-07-01",
      null,
    ],
    [
      { type: "proposal", id: "p", to: "council", proposed: "2026-05-01", answered: "2026-04-01" },
      "2026-04-01",
      "2026-05-01",
      "2026-05-01",
    ],
    [
      { type: "proposal", id: "p", to: "council", answered: "2026-04-01", proposed: "2026-05-01" },
      "2026-04-01",
      "2026-05-01",
      "2026-05-01",
    ],
  ])("knows the first, the last and the last lived day of %o", (one, first, last, lived) => {
    const days = [first, last, lived].map((text) => (text === null ? null : dayOf(text)));
    expect([firstDayIn(one), lastDayIn(one), lastLivedDayIn(one)]).toEqual(days);
  });
});
