import { describe, expect, it } from "vitest";
import { toDay } from "~/platform/calendar/day";
import { factSchema } from "../scoring/facts";
import { type LeadPost, toFact } from "./appointment.facts";

const POST: LeadPost = {
  id: "l1",
  side: "council",
  isLead: true,
  checkedOn: toDay("2026-07-03"),
  endsOn: null,
  filledOn: null,
};
const END = toDay("2026-08-01");
const FILLED = toDay("2026-08-20");

describe("a named lead as a fact", () => {
  it.each([
    ["in post", {}, { checked: "2026-07-03", vacant: null, filled: null }],
    ["never checked", { checkedOn: null }, { checked: null, vacant: null, filled: null }],
    ["gone", { endsOn: END }, { checked: "2026-07-03", vacant: "2026-08-01", filled: null }],
    [
      "gone and followed",
      { endsOn: END, filledOn: FILLED },
      { checked: "2026-07-03", vacant: "2026-08-01", filled: "2026-08-20" },
    ],
    ["back in post", { filledOn: FILLED }, { checked: "2026-07-03", vacant: null, filled: null }],
  ])("%s", (_, change, days) => {
    const fact = toFact({ ...POST, ...change });
    expect(fact).toEqual({ type: "appointment", id: "l1", side: "council", lead: true, ...days });
    expect(() => factSchema.parse(fact)).not.toThrow();
  });

  it("says nothing of a post that does not lead", () => {
    expect(toFact({ ...POST, isLead: false })).toBeNull();
  });
});
