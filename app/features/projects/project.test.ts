import { describe, expect, it } from "vitest";
import { addDays, toDay } from "~/platform/calendar/day";
import { checkEnd, checkMove, checkPast, checkYear } from "./plan-days";
import {
  daysPastEnd,
  flagsOf,
  isMove,
  type LeadChange,
  lastLead,
  type Project,
  readTeams,
  undecidedMoves,
  waitsForWord,
  writeTeams,
} from "./project";
import { toFact } from "./project.facts";

const TODAY = toDay("2026-10-01");

function project(change: Partial<Project> = {}): Project {
  return {
    startedOn: toDay("2026-01-01"),
    stage: "under_way",
    closedOn: null,
    lead: "community",
    leadNamedOn: toDay("2026-01-10"),
    endsOn: toDay("2026-12-01"),
    endsBySide: "council",
    endsAgreedOn: toDay("2026-01-20"),
    moves: [],
    decisionFrom: null,
    decisionSince: null,
    scopeFixedOn: null,
    scopeFixedBySide: null,
    scopeAgreedOn: null,
    blocks: [],
    gaps: [],
    leadChanges: [],
    ...change,
  };
}

const lead = (id: string, on: string, from: LeadChange["from"], to: LeadChange["to"], decided = false) => ({
  id,
  on: toDay(on),
  from,
  to,
  decided,
});

describe("flags", () => {
  const block = { id: "b", text: "No lease", since: TODAY, clearedOn: null, helpAsked: false };
  it.each<[string, Partial<Project>, string[]]>([
    ["none", {}, []],
    ["held up", { blocks: [block] }, ["held-up"]],
    ["cleared", { blocks: [{ ...block, clearedOn: TODAY }] }, []],
    ["no lead, no end", { lead: null, endsOn: null }, ["no-lead", "no-endpoint"]],
    ["on its last day", { endsOn: TODAY }, []],
    ["past it", { endsOn: addDays(TODAY, -1) }, ["past-its-endpoint"]],
    ["waiting", { decisionFrom: "Cabinet" }, ["waits-for-a-decision"]],
    ["finished: none", { stage: "finished", lead: null, endsOn: addDays(TODAY, -9) }, []],
  ])("%s", (_, change, flags) => {
    expect(flagsOf(project(change), TODAY)).toEqual(flags);
  });

  it("counts days past the endpoint while it is open", () => {
    const endsOn = addDays(TODAY, -9);
    expect(daysPastEnd(project({ endsOn }), TODAY)).toBe(9);
    expect(daysPastEnd(project({ endsOn, stage: "stopped" }), TODAY)).toBe(0);
  });

  it("says whose word is awaited", () => {
    expect(waitsForWord(project())).toEqual([]);
    expect(waitsForWord(project({ endsAgreedOn: null }))).toEqual(["community"]);
    expect(waitsForWord(project({ scopeFixedOn: TODAY, scopeFixedBySide: "community" }))).toEqual([
      "council",
    ]);
  });
});

describe("the lead", () => {
  it.each<[LeadChange["from"], LeadChange["to"], boolean]>([
    [null, "community", false],
    ["community", "council", true],
    ["joint", "community", true],
    ["community", null, false],
    ["council", "council", false],
  ])("from %s to %s is a move: %s", (from, to, expected) => {
    expect(isMove({ from, to })).toBe(expected);
  });

  it("that was given up still moves from where it was", () => {
    const leadChanges = [
      lead("1", "2026-01-10", null, "community"),
      lead("2", "2026-03-01", "community", null),
    ];
    expect(lastLead(project({ lead: null, leadChanges }))).toBe("community");
    expect(lastLead(project({ lead: null }))).toBeNull();
  });
});

describe("the fact", () => {
  const base = {
    id: "p",
    level: "shared",
    binned: false,
    voidedOn: null,
    contestedOn: null,
    settledOn: null,
  } as const;
  const moved = lead("2", "2026-03-01", "community", "council");

  it("has the form of the golden file", () => {
    expect(toFact(base, project())).toEqual({
      type: "project",
      id: "p",
      started: "2026-01-01",
      lead_named: "2026-01-10",
      lead_moved: null,
      lead_decision: null,
      contested: null,
      settled: null,
    });
  });

  it.each<[string, LeadChange[], { lead_moved: string; lead_decision: boolean }]>([
    ["a move without a decision", [moved], { lead_moved: "2026-03-01", lead_decision: false }],
    ["a decided move", [{ ...moved, decided: true }], { lead_moved: "2026-03-01", lead_decision: true }],
    [
      "a later decided move hides no earlier one without",
      [moved, lead("3", "2026-06-01", "council", "community", true)],
      { lead_moved: "2026-03-01", lead_decision: false },
    ],
  ])("%s", (_, leadChanges, expected) => {
    expect(toFact(base, project({ leadChanges }))).toMatchObject(expected);
    expect(undecidedMoves(project({ leadChanges })).length).toBe(expected.lead_decision ? 0 : 1);
  });

  it("says nothing of what is in the bin, void or a side's own", () => {
    for (const change of [{ binned: true }, { voidedOn: TODAY }, { level: "side" as const }])
      expect(toFact({ ...base, ...change }, project())).toBeNull();
  });
});

describe("days and teams as they are typed", () => {
  it("refuses slips of the year, ends before starts, and moves into the past", () => {
    expect(checkYear(toDay("9999-12-31"), TODAY)).toBe("Check the year");
    expect(checkYear(toDay("0026-12-31"), TODAY)).toBe("Check the year");
    expect(checkYear(toDay("2030-12-31"), TODAY)).toBe(true);
    expect(checkEnd(toDay("2026-01-01"), TODAY, "it begins", TODAY)).toMatch(/on or after it begins/);
    expect(checkPast(addDays(TODAY, 1), TODAY, null)).toMatch(/today or an earlier/);
    expect(checkPast(TODAY, TODAY, { day: addDays(TODAY, 1), words: "it began" })).toMatch(
      /on or after it began/,
    );
    expect(checkMove(addDays(TODAY, -1), TODAY, TODAY)).toMatch(/past stays/);
    expect(checkMove(TODAY, TODAY, TODAY)).toMatch(/already/);
    expect(checkMove(addDays(TODAY, 1), TODAY, TODAY)).toBe(true);
  });

  it("reads teams a line each and writes them again", () => {
    const text = "Parks: mows the long side: from May\n\n  Legal  \n: nothing";
    const teams = [
      { name: "Parks", adds: "mows the long side: from May" },
      { name: "Legal", adds: null },
    ];
    expect(readTeams(text)).toEqual(teams);
    expect(readTeams(writeTeams(teams))).toEqual(teams);
    expect(readTeams(null)).toEqual([]);
  });
});
