import { describe, expect, it } from "vitest";
import { toDay } from "~/platform/calendar/day";
import type { CouncillorRow } from "./councillor";
import {
  countSteps,
  type ImportRecord,
  type ImportStep,
  importState,
  lastListOn,
  revertProblems,
  type UndoStep,
} from "./import";
import { planReport, problemsText, problemWords, reportText } from "./report";
import { chooseSlug } from "./slug";

const record = (id: string, change: Partial<ImportRecord> = {}): ImportRecord => ({
  id,
  what: "people",
  fileName: `${id}.csv`,
  sha256: "0".repeat(64),
  organisationId: "council",
  areaId: null,
  on: toDay("2024-05-10"),
  byUserId: "user",
  counts: { steps: {}, unchanged: 0 },
  appliedAt: new Date("2024-05-11T10:00:00Z"),
  revertedAt: null,
  ...change,
});
const later = new Date("2024-06-11T10:00:00Z");

const councillor: CouncillorRow = {
  ...{ externalId: "7", name: "Councillor Ann Lee", party: "Green Party", ward: "East" },
  ...{ email: null, telephone: null },
};
const on = toDay("2024-05-10");
const steps: ImportStep[] = [
  { kind: "joined", line: 2, name: councillor.name, councillor, on },
  { kind: "joined", line: 3, name: "Bob", councillor: { ...councillor, ward: null, party: null }, on: null },
  {
    kind: "changed",
    line: 4,
    name: "Cy",
    personId: "p",
    what: "email",
    before: null,
    after: "cy@council.example",
    on,
  },
  { kind: "left", line: null, name: "Di", personId: "q", ward: "West", on },
];

describe("an import", () => {
  it.each([
    ["planned", null, null],
    ["applied", later, null],
    ["reverted", later, later],
  ])("is %s", (state, appliedAt, revertedAt) => {
    expect(importState({ appliedAt, revertedAt })).toBe(state);
  });

  it("counts its steps by kind", () => {
    expect(countSteps({ steps, unchanged: 5 })).toEqual({
      steps: { joined: 2, changed: 1, left: 1 },
      unchanged: 5,
    });
  });

  it("gives the day of the last list of a council that still counts", () => {
    const imports = [
      record("a", { on: toDay("2024-09-01") }),
      record("b"),
      record("c", { on: toDay("2025-01-01"), revertedAt: later }),
      record("d", { on: toDay("2025-01-01"), organisationId: "another" }),
      record("e", { what: "areas", on: null }),
    ];
    expect(lastListOn(imports, "council")).toBe("2024-09-01");
    expect(lastListOn([], "council")).toBeNull();
  });
});

describe("taking an import back", () => {
  const undo: UndoStep[] = [
    { undo: "remove", record: "person", id: "p1", revision: 1 },
    { undo: "restore", record: "appointment", id: "a1", revision: 2, before: { party: "Labour" } },
    { undo: "restore", record: "appointment", id: "a1", revision: 3, before: { ward: "East" } },
    { undo: "remove", record: "person-change", id: "c1", revision: null },
    { undo: "remove", record: "succession", id: "s1", revision: null },
  ];
  const asLeft = (_record: string, id: string) => (id === "p1" ? 1 : 3);

  it("is possible for the newest, where nothing was changed since", () => {
    const others = [
      record("a"),
      record("before", { appliedAt: new Date("2024-01-01T00:00:00Z") }),
      record("taken back", { appliedAt: later, revertedAt: later }),
      record("another council", { appliedAt: later, organisationId: "another" }),
    ];
    expect(revertProblems(record("a"), undo, others, asLeft)).toEqual([]);
  });

  it("is refused in words otherwise", () => {
    expect(revertProblems(record("a", { revertedAt: later }), undo, [], asLeft)).toEqual([
      "This import is: taken back.",
    ]);
    expect(revertProblems(record("a"), undo, [record("b", { appliedAt: later })], asLeft)).toEqual([
      "Take back the later import of b.csv first.",
    ]);
    expect(revertProblems(record("a"), undo, [], () => null)).toEqual([
      "2 of its records were changed since (person, appointment). Correct by hand instead.",
    ]);
    const builtOn = [{ record: "person" as const, by: ["meeting_attendance", '"user"'] }];
    expect(revertProblems(record("a"), undo, [], asLeft, builtOn)).toEqual([
      "Something new is about a person that it made (meeting attendance, user). Take that away first, or correct by hand.",
    ]);
  });
});

describe("a report", () => {
  it("says what would be done, by kind, and that nothing was written", () => {
    const report = planReport("list.csv", { steps, unchanged: 1 }, [
      { line: 9, column: null, message: "Look." },
    ]);
    expect(reportText(report, false).split("\n")).toEqual([
      "list.csv: 1 row changes nothing.",
      "",
      "2 new councillors:",
      "  Councillor Ann Lee (East, Green Party), from 2024-05-10 (line 2)",
      "  Bob, start not known (line 3)",
      "",
      "1 changed detail:",
      "  Cy: e-mail none → “cy@council.example” (line 4)",
      "",
      "1 councillor no longer in post:",
      "  Di (West), until 2024-05-10",
      "",
      "To know:",
      "  line 9: Look.",
      "",
      "Nothing was written. Add --apply to carry this out.",
    ]);
  });

  it("says where there is nothing to do, and cuts what is long", () => {
    const none = planReport("list.csv", { steps: [], unchanged: 63 }, []);
    expect(reportText(none, true)).toMatch(/63 rows change nothing[\s\S]*in already\.$/);
    const step: ImportStep = { kind: "left", line: null, name: "Di", personId: "q", ward: null, on };
    const long = planReport("list.csv", { steps: Array.from({ length: 60 }, () => step), unchanged: 0 }, []);
    expect(reportText(long, false)).toMatch(/60 councillors no longer in post:[\s\S]*… and 10 more/);
  });

  it("names the place of a problem", () => {
    expect(problemWords({ line: 3, column: "Email", message: "No." })).toBe("line 3, column Email: No.");
    expect(problemWords({ line: null, column: null, message: "No." })).toBe("No.");
    expect(problemsText("list.csv", [{ line: 3, column: null, message: "No." }])).toBe(
      "list.csv: 1 problem. Nothing was written.\n  line 3: No.",
    );
  });
});

it("chooses the first slug that is free", () => {
  expect(chooseSlug(["a", "b"], new Set(["a"]))).toBe("b");
  expect(chooseSlug(["a", "b"], new Set(["a", "b", "b-2"]))).toBe("b-3");
});
