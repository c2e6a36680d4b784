import { describe, expect, it } from "vitest";
import { type DecisionHow, isAgainstResidents, isCarried, NO_VOTES, votesWords } from "./decision";

/** residents for, against; councillors for, against; others for, against. */
const vote = (rf: number, ra: number, cf: number, ca: number, of = 0, oa = 0, how: DecisionHow = "vote") => ({
  how,
  residentsFor: rf,
  residentsAgainst: ra,
  councillorsFor: cf,
  councillorsAgainst: ca,
  othersFor: of,
  othersAgainst: oa,
});

describe("carried against the residents' majority", () => {
  it.each([
    ["councillors outvote residents", vote(1, 3, 4, 0), true],
    ["residents agree", vote(3, 1, 4, 0), false],
    ["residents split", vote(2, 2, 4, 0), false],
    ["not carried", vote(1, 5, 2, 0), false],
    ["a tie is not carried", vote(0, 2, 2, 0), false],
    ["others alone would have carried it", vote(1, 2, 3, 0, 4, 0), false],
    ["others and councillors together", vote(0, 3, 2, 0, 2, 0), true],
    ["no councillor voted for it", vote(1, 2, 0, 0, 3, 0), false],
    ["consensus", vote(0, 3, 4, 0, 0, 0, "consensus"), false],
    ["nobody counted", { how: "vote" as const, ...NO_VOTES }, false],
  ])("%s", (_, decision, expected) => {
    expect(isAgainstResidents(decision)).toBe(expected);
  });
});

describe("carried", () => {
  it("is unknown without a count, and only for votes", () => {
    expect(isCarried({ how: "vote", ...NO_VOTES })).toBeNull();
    expect(isCarried(vote(1, 0, 0, 0, 0, 0, "consensus"))).toBeNull();
    expect(isCarried(vote(1, 0, 0, 0))).toBe(true);
    expect(isCarried({ how: "vote", ...NO_VOTES, othersAgainst: 1 })).toBe(false);
  });
});

it("says the votes that were counted", () => {
  expect(votesWords({ ...NO_VOTES, residentsFor: 3, councillorsAgainst: 1 })).toBe(
    "residents 3 for, 0 against; councillors 0 for, 1 against",
  );
  expect(votesWords(NO_VOTES)).toBe("");
});
