import { describe, expect, test } from "vitest";
import type { Evidence, RoundSeen } from "./evidence";
import { findUnknowns } from "./know-more";
import { ago, checkIn, evidence, TODAY } from "./sample-evidence";

const said = (seen: Partial<Evidence>) =>
  findUnknowns(evidence(seen), TODAY, "council").map(({ kind, text }) => [kind, text]);
const round = (more: Partial<RoundSeen> = {}): { round: RoundSeen } => ({
  round: { id: "round", openedOn: ago(9), lastDay: ago(-4), waits: true, invited: null, ...more },
});
const released = (days: number) => checkIn(days, "community", "trust.1", 4);

describe("a check-in that is due", () => {
  test.each([
    ["never held", {}, ["check-in", "Hold a check-in: none has been released so far."]],
    ["366 days ago", released(366), ["check-in", "Hold a check-in: the last one was released 366 days ago."]],
  ])("%s", (_, seen, expected) => {
    expect(said(seen)).toEqual([expected]);
  });
  test("not within a year of the last", () => {
    expect(said(released(365))).toEqual([]);
  });
});

describe("a check-in that takes answers", () => {
  test("waits for the reader's own, as long as it is open", () => {
    expect(said(round())).toEqual([
      ["check-in", "Answer the check-in, 5 days left: three minutes, and nobody sees who said what."],
    ]);
    expect(said(round({ lastDay: TODAY }))[0]?.[1]).toContain("1 day left");
    expect(said(round({ waits: false }))).toEqual([]);
  });
  test("wants three people of a side at least, as far as the reader may know", () => {
    expect(said(round({ waits: false, invited: 2 }))).toEqual([
      ["invite", "Ask more of your side to the check-in, 5 days left: 2 of at least 3 asked so far."],
    ]);
    expect(said(round({ waits: false, invited: 3 }))).toEqual([]);
  });
});

test("its answers are taken to say what the figures of the other side say, of three people", () => {
  const levels = { ...evidence().levels, trust: { council: 90, community: 10 } };
  const voices = (side: "council" | "community") =>
    findUnknowns(evidence({ levels }), TODAY, side).flatMap(({ hypothetical }) => hypothetical);
  expect(voices("community")).toHaveLength(3);
  expect(voices("community")).toMatchObject(
    [0, 1, 2].map(() => ({ type: "check-in", side: "community", date: TODAY, items: { trust: [5, 5, 5] } })),
  );
  expect(voices("council")[0]).toMatchObject({
    side: "council",
    items: { trust: [1, 1, 1], dialogue: [3, 3, 3] },
  });
  expect(new Set(voices("council").map((fact) => (fact.type === "check-in" ? fact.who : ""))).size).toBe(3);
});
