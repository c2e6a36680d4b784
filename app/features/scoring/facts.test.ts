import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emitters } from "../../composition/emitters.ts";
import { AS_OF, FACT_TYPES, factOf } from "./arbitrary-facts.ts";
import { dayOf } from "./day.ts";
import { type Fact, factOn, factSchema, isDisputed, lastDayIn, lastLivedDayIn } from "./facts.ts";

const schemaTypes = factSchema.options.map((one) => one.shape.type.value);

describe("facts", () => {
  it("have one emitter a type, and a generator", () => {
    expect(emitters.map((one) => one.type).sort()).toEqual([...schemaTypes].sort());
    expect([...FACT_TYPES].sort()).toEqual([...schemaTypes].sort());
  });

  it.each(FACT_TYPES)("of type %s are read as generated, and refuse what they do not know", (type) => {
    fc.assert(
      fc.property(factOf(type), (fact) => {
        expect(factSchema.parse(fact)).toEqual(fact);
        expect(factSchema.safeParse({ ...fact, note: "x" }).success).toBe(false);
        expect(factSchema.safeParse({ ...fact, id: "" }).success).toBe(false);
      }),
      { seed: 20_261_101, numRuns: 100 },
    );
  });

  it("cannot dispute a check-in, nor own more actions than there are", () => {
    const checkIn = { type: "check-in", id: "x", who: "p", side: "council", date: "2026-01-01", items: {} };
    const meeting = { type: "meeting", id: "x", date: "2026-01-01", status: "held" };
    expect(factSchema.safeParse(checkIn).success).toBe(true);
    expect(factSchema.safeParse({ ...checkIn, contested: "2026-01-02" }).success).toBe(false);
    expect(factSchema.safeParse({ ...meeting, actions: 2, actions_owned: 2 }).success).toBe(true);
    expect(factSchema.safeParse({ ...meeting, actions: 2, actions_owned: 3 }).success).toBe(false);
  });

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

  it("are disputed until that is settled", () => {
    const fact: Fact = { type: "publicity", id: "x", by: "council", contested: "2026-09-01" };
    expect(isDisputed(fact)).toBe(true);
    expect(isDisputed({ ...fact, settled: "2026-09-05" })).toBe(false);
    expect(isDisputed(factOn({ ...fact, settled: "2026-10-05" }, AS_OF))).toBe(true);
  });
});
