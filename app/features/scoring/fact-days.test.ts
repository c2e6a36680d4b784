import { describe, expect, it } from "vitest";
import { AS_OF } from "./arbitrary-facts.ts";
import { dayOf } from "./day.ts";
import { factOn, lastDayIn, lastLivedDayIn } from "./fact-days.ts";
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
