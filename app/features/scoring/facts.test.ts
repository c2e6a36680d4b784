import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emitters } from "../../composition/emitters.ts";
import { AS_OF, FACT_TYPES, factOf } from "./arbitrary-facts.ts";
import { factOn } from "./fact-days.ts";
import { type Fact, factSchema, isDisputed } from "./facts.ts";

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

  it("are disputed until that is settled", () => {
    const fact: Fact = { type: "publicity", id: "x", by: "council", contested: "2026-09-01" };
    expect(isDisputed(fact)).toBe(true);
    expect(isDisputed({ ...fact, settled: "2026-09-05" })).toBe(false);
    expect(isDisputed(factOn({ ...fact, settled: "2026-10-05" }, AS_OF))).toBe(true);
  });
});
