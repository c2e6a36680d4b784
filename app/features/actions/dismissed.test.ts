import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Side } from "../identity/actor";
import { keepsAway } from "./action-answer";
import type { Evidence } from "./evidence";
import { recommend, recommendToOther } from "./recommend";
import { ago, checkIn, evidence, gap, meeting, post, promise, request, TODAY } from "./sample-evidence";
import { agreement, aim, entry, goalProposal, project, waiting } from "./sample-registers";

const keyOf = (id: string, seen: Partial<Evidence>, on = TODAY) =>
  recommend(evidence(seen), on, id.startsWith("C") ? "council" : "community").find(
    ({ rule }) => rule.id === id,
  )?.key;

const lead = (name: string) => post(name, { isLead: true, startsOn: ago(40) });
const barrier = (days: number, more = {}) =>
  entry("procedure-barrier", days, { of: "council" }, { ...waiting, ...more });
const open = (id: string) => promise(id, { state: "open", dueOn: ago(9) });

// Of each family of evidence: what an action was put aside on, and the same with something in it changed.
const FAMILIES: readonly [family: string, id: string, before: Partial<Evidence>, after: Partial<Evidence>][] =
  [
    [
      "promises",
      "C2.2",
      { promises: ["a", "b", "c"].map(open) },
      { promises: ["a", "b", "c", "d"].map(open) },
    ],
    ["requests", "C3.3", { requests: [request("a", 9)] }, { requests: [request("a", 9), request("b", 3)] }],
    [
      "meetings",
      "P3.2",
      { meetings: [meeting(9, { tone: "tense" })] },
      { meetings: [meeting(2, { tone: "tense" })] },
    ],
    ["posts", "C2.1", { posts: [lead("Bo")] }, { posts: [lead("Bo"), lead("Cy")] }],
    ["entries", "C4.5", { entries: [barrier(70)] }, { entries: [barrier(70, { stage: "held" })] }],
    ["aims", "C4.3", { aims: [aim("Light", 99)] }, { aims: [aim("Light", 99), aim("Dark", 98)] }],
    [
      "projects",
      "C1.3",
      { projects: [project("Path", { teams: 0 })] },
      { projects: [project("Path", { teams: 0, responsibility: false })] },
    ],
    ["proposals", "C4.4", { proposals: [goalProposal("A", 20)] }, { proposals: [goalProposal("B", 20)] }],
    [
      "agreements",
      "C2.5",
      {},
      { agreements: [agreement("Draft", { signedOn: { community: null, other: null } })] },
    ],
    ["the check-in", "C2.2", checkIn(30, "community", "trust.1"), checkIn(3, "community", "trust.1")],
    [
      "a gap",
      "C3.1",
      { ...checkIn(30, "community", "trust.1", 4), gaps: [gap] },
      {
        ...checkIn(30, "community", "trust.1", 4),
        gaps: [gap, { ...gap, component: "dialogue" }],
      },
    ],
  ];

describe("an action put aside", () => {
  test.each(FAMILIES)("comes back when what it rests on changes: %s (%s)", (_, id, before, after) => {
    const [old, now] = [keyOf(id, before), keyOf(id, after)];
    expect(old).toBeDefined();
    expect(now).toBeDefined();
    const put = { answer: "dismissed", evidenceKey: old ?? "", promise: null } as const;
    expect(keepsAway(put, now ?? "")).toBe(false);
  });
  test.each(FAMILIES)("stays away while the days go by: %s (%s)", (_, id, before) => {
    expect(keyOf(id, before, ago(-1))).toBe(keyOf(id, before));
  });
});

describe("what waits for the other side", () => {
  const own = { shared: false } as const;
  const days = fc.integer({ min: 0, max: 700 });
  const secret = fc.record({
    requests: fc.array(
      days.map((at) => request(`r${at}`, at, own)),
      { maxLength: 3 },
    ),
    meetings: fc.array(
      days.map((at) => meeting(at, { ...own, how: "visit" })),
      { maxLength: 3 },
    ),
    promises: fc.array(
      days.map((at) => promise(`p${at}`, { ...own, state: "open", dueOn: ago(at) })),
      { maxLength: 4 },
    ),
    entries: fc.array(
      days.map((at) => entry("skill-gap", at, {}, { ...own, ...waiting })),
      { maxLength: 3 },
    ),
    projects: fc.array(
      days.map((at) => project(`j${at}`, { ...own, teams: 0, startedOn: ago(at) })),
      { maxLength: 2 },
    ),
    aims: fc.array(
      days.map((at) => aim(`a${at}`, at, own)),
      { maxLength: 2 },
    ),
  });
  const shared = evidence({
    requests: [request("r", 9)],
    promises: ["a", "b", "c"].map(open),
    posts: [lead("Bo")],
    ...checkIn(30, "community", "trust.1"),
  });
  const kept = {
    wantedDays: { "Bo person": 1 },
    allies: ["nobody"],
    since: ago(3000),
    firstRecordOn: ago(3000),
  };

  test("is the same whatever a side keeps to itself", () => {
    fc.assert(
      fc.property(secret, fc.constantFrom<Side>("council", "community"), (hidden, side) => {
        const more = Object.fromEntries(
          Object.entries(hidden).map(([name, list]) => [
            name,
            [...shared[name as keyof typeof hidden], ...list],
          ]),
        );
        const seen = { ...shared, ...kept, ...more };
        const list = (from: Evidence) =>
          recommendToOther(from, TODAY, side).map(({ rule, sighting, key }) => [rule.id, sighting, key]);
        expect(list(seen)).toEqual(list(shared));
      }),
      { numRuns: 300 },
    );
  });
});
