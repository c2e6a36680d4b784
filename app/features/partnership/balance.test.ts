import { describe, expect, it } from "vitest";
import { addDays, toDay } from "~/platform/calendar/day";
import { aMember, members, soundFacts } from "../../../tests/builders/partnership-facts";
import { judgeInfluencing, partyBalance, sumLeverage } from "./balance";
import { memberProblems } from "./member-form";
import { bigLocal } from "./programmes/big-local";

const TODAY = toDay("2026-10-01");
const cllr = (name: string, party: string, more = {}) =>
  aMember(name, { publicOffice: "Councillor", party, ...more });

describe("the balance of parties", () => {
  it.each([
    ["one councillor of eight", [...members(7), cllr("A", "Green")], []],
    ["two of eight", [...members(6), cllr("A", "Green"), cllr("B", "the green")], ["Green"]],
    ["two of nine", [...members(7), cllr("A", "Green"), cllr("B", "Green")], []],
    [
      "two of eight, one without a vote",
      [...members(6), cllr("A", "Green"), cllr("B", "Green", { voting: false })],
      [],
    ],
    ["two of eight of two parties", [...members(6), cllr("A", "Green"), cllr("B", "Blue")], []],
  ])("%s", (_, all, flagged) => {
    expect(partyBalance(soundFacts({ members: all }), bigLocal, TODAY).flagged).toEqual(flagged);
  });

  it("knows no party of a resident", () => {
    const answers = { kin: "none", family: null, relatedTo: [], publicOffice: null } as const;
    expect(memberProblems({ ...answers, party: "Green" })).toHaveProperty("party");
    expect(memberProblems({ ...answers, publicOffice: "Councillor", party: "Green" })).toEqual({});
    expect(memberProblems({ ...answers, party: null })).toEqual({});
  });
});

describe("influencing", () => {
  const done = (count: number, inPlan = true) =>
    Array.from({ length: count }, (_, at) => {
      const on = addDays(TODAY, -at);
      return { id: String(at), title: `Letter ${at}`, on, inPlan, manner: "A letter" };
    });
  const days = (count: number, ago = 1) => Array.from({ length: count }, () => addDays(TODAY, -ago));

  it.each([
    ["three of three: too few to look at", 3, 3, false],
    ["four of eight", 4, 8, true],
    ["four of nine", 4, 9, false],
  ])("%s", (_, count, all, flagged) => {
    expect(judgeInfluencing(done(count), days(all), bigLocal, TODAY).predominant).toBe(flagged);
  });

  it("looks at the last months alone, and names what is outside the plan", () => {
    const old = judgeInfluencing(done(4), days(5, 181), bigLocal, TODAY);
    expect(old.all).toBe(5);
    expect(judgeInfluencing(done(4), days(5, 182), bigLocal, TODAY).all).toBe(0);
    expect(judgeInfluencing(done(2, false), days(9), bigLocal, TODAY).outsidePlan).toHaveLength(2);
  });
});

describe("leverage", () => {
  it("sums what is known and counts what is not", () => {
    const entry = (own: number | null, drawn: number | null) => {
      return { id: "1", title: "Goals", on: TODAY, own, drawn, from: null };
    };
    expect(sumLeverage([entry(4000, 11500), entry(1000, null), entry(null, null)])).toEqual({
      own: 5000,
      drawn: 11500,
      withoutFigures: 2,
    });
  });
});
