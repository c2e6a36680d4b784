import { describe, expect, test } from "vitest";
import { keepsAway } from "./action-answer";
import { findUnknowns } from "./know-more";
import { movedLateOn } from "./promise-seen";
import { recommend, recommendToOther } from "./recommend";
import { ago, evidence, meeting, post, promise, request, TODAY } from "./sample-evidence";

const lead = post("lead", { isLead: true });
const met = { personId: lead.personId, side: "council", capacity: "officer" } as const;
const named = (id: string) => (one: { rule: { id: string } }) => one.rule.id === id;

describe("evidence private to a side", () => {
  // Wanted every 10 days by the community alone; by what both know, 42 days are usual.
  const own = evidence({
    posts: [lead],
    meetings: [meeting(30, { came: [met] })],
    wantedDays: { [lead.personId]: 10 },
  });
  test("brings the action up for that side, marked as its own", () => {
    expect(recommend(own, TODAY, "community").find(named("P2.4"))).toMatchObject({ ownOnly: true });
  });
  test("and never for the other side's list of what it waits for", () => {
    expect(recommendToOther(own, TODAY, "council").find(named("P2.4"))).toBeUndefined();
  });
  test("a record of a side's own counts for it alone", () => {
    const requests = [request("a", 9, { shared: false })];
    expect(recommend(evidence({ requests }), TODAY, "council").find(named("C3.3"))).toMatchObject({
      ownOnly: true,
    });
    expect(recommendToOther(evidence({ requests }), TODAY, "community").find(named("C3.3"))).toBeUndefined();
  });
  test("what both know is nobody's own", () => {
    const both = evidence({ requests: [request("a", 9)] });
    expect(recommend(both, TODAY, "council").find(named("C3.3"))).toMatchObject({ ownOnly: false });
    expect(recommendToOther(both, TODAY, "community").find(named("C3.3"))).toBeDefined();
  });
});

test("what would tell more: a yes that waits for this side, an answer to judge, a lead unchecked for 181 days, no check-in", () => {
  const done = promise("p", { state: "done", waitingOn: "community" });
  const found = evidence({
    promises: [done, { ...done, id: "own", bySide: "community", waitingOn: "council" }],
    requests: [request("r", 9, { answeredOn: ago(2) }), request("open", 9)],
    posts: [{ ...lead, checkedOn: ago(181) }, post("checked", { isLead: true, checkedOn: ago(180) })],
  });
  expect(findUnknowns(found, TODAY, "community").map(({ recordId }) => recordId)).toEqual([
    "p",
    "r",
    "lead",
    null,
  ]);
});

test.each([
  ["dismissed", "same", undefined, true],
  ["dismissed", "other", undefined, false],
  ["accepted", "other", true, true],
  ["accepted", "other", false, false],
  ["accepted", "same", false, true],
  ["done", "other", undefined, false],
] as const)("%s on %s evidence, promise open %s: kept away %s", (answer, key, open, expected) => {
  const promise = open === undefined ? null : { id: "p", title: "p", open };
  expect(keepsAway({ answer, evidenceKey: "same", promise }, key)).toBe(expected);
});

test.each([
  [ago(10), null],
  [ago(9), ago(9)],
])("a new day agreed on %s for one of ten days ago", (agreedOn, expected) => {
  const redating = {
    id: "a",
    proposedBySide: "council",
    proposedOn: agreedOn,
    newDueOn: ago(-5),
    reason: "",
    agreedOn,
    declinedOn: null,
    withdrawnOn: null,
    declinedReason: null,
  } as const;
  expect(movedLateOn({ dueOn: ago(10), redatings: [redating] })).toBe(expected);
});
