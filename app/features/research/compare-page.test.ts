import { describe, expect, test } from "vitest";
import { inventedUnits } from "../../../tests/builders/release-units.ts";
import { linesOf, published, underMeasures } from "../../../tests/builders/released.ts";
import type { ChangeLine } from "../releases/published.ts";
import type { TableLine } from "../releases/tables.ts";
import type { Unit } from "../releases/unit.ts";
import { currentMethod } from "../scoring/methods/index.ts";
import { comparePage, type Found, measureAsked } from "./compare-page.ts";
import { readCompareSearch, readStudySearch } from "./compare-search.server.ts";
import { pictured } from "./compare-view.ts";
import { areasWords } from "./release-view.ts";

const MEASURES = pictured(measureAsked("overall", currentMethod), currentMethod).map(({ id }) => id);

/** A page over some areas, with what a test changes. */
function pageOf(units: readonly Unit[], changed: Partial<Found> = {}) {
  const release = published();
  const measure = measureAsked(changed.asked?.measure, currentMethod);
  const ids = pictured(measure, currentMethod).map(({ id }) => id);
  return comparePage({
    asked: {},
    releases: [release],
    release,
    method: currentMethod,
    measure,
    lines: linesOf(underMeasures(units, ids), ids),
    changes: [],
    ...changed,
  });
}

const line = (classes: string[], mean: number | null, extra: Partial<TableLine> = {}): TableLine => ({
  measure: "overall",
  cut: classes.length === 0 ? [] : ["ruralUrban"],
  classes,
  status: mean === null ? "areas" : "shown",
  areas: mean === null ? null : 10,
  mean,
  lo: mean === null ? null : mean - 4,
  hi: mean === null ? null : mean + 4,
  ...extra,
});

/** A page over lines that are written out. */
function pageWith(lines: TableLine[], changes: ChangeLine[] = [], asked: Found["asked"] = {}) {
  const measure = measureAsked("overall", currentMethod);
  return pageOf([], { lines: [[measure, lines]], changes, asked });
}

describe("the pictures of a comparison", () => {
  const many = inventedUnits(150, 7);

  test("there is one for the overall figure and one for each component, by the first kind there is", () => {
    const page = pageOf(many);
    expect(page.choices.by).toBe("ruralUrban");
    expect(page.differences.map(({ title }) => title)).toEqual([
      "Overall",
      "Recognition",
      "Trust",
      "Dialogue",
      "Flexibility",
      "Shared ownership",
    ]);
  });

  test.each([
    ["trust", ["Trust", "Trust: the council as a partner", "Trust: the partnership as a partner"]],
    ["trust/council", ["Trust: the council as a partner"]],
    ["trust/T1/council", ["Trust, T1 Promises kept: the council as a partner"]],
  ])("of %s there are its own", (measure, titles) => {
    expect(pageOf(many, { asked: { measure } }).differences.map(({ title }) => title)).toEqual(titles);
  });

  test("classes stand in their fixed order, whatever the figures", () => {
    const kinds = ["urban", "rural", "urban with rural areas"];
    const orders = [10, 50, 90].map((first) => {
      const page = pageWith([
        line([], 50),
        ...kinds.map((kind, at) => line([kind], (first + 40 * at) % 100)),
      ]);
      return page.differences[0]?.rows.map(({ label }) => label);
    });
    expect(orders).toEqual(Array(3).fill(["Rural", "Urban with rural areas", "Urban"]));
  });

  test("by two things there is a picture for each class of the second", () => {
    const cut = ["ruralUrban", "stage"] as const;
    const page = pageWith(
      [
        line([], 50),
        line(["rural", "active"], 40, { cut }),
        line(["urban", "active"], 60, { cut }),
        line(["rural", "closing or closed"], null, { cut, status: "councils" }),
      ],
      [],
      { by: "ruralUrban.stage" },
    );
    expect(
      page.differences.map(({ title, rows }) => [title, rows.map(({ mean, why }) => mean ?? why)]),
    ).toEqual([
      ["Overall: Active", [40, 60]],
      ["Overall: Closing or closed", ["Under 3 councils", "No such areas"]],
    ]);
  });

  test("one side is never set beside the other in one picture", () => {
    const page = pageOf(many, { asked: { measure: "trust", by: "all" } });
    expect(page.differences).toHaveLength(1);
    expect(page.differences[0]?.rows.map(({ id }) => id)).toEqual(["trust"]);
  });

  test("each has words, caveats and an address that holds the release", () => {
    for (const panel of pageOf(many).differences) {
      expect(panel.sentence).toMatch(/\.$/);
      expect(panel.caveats.length).toBeGreaterThan(3);
      expect(panel.href).toContain("release=2026-Q3");
      expect(panel.id).toMatch(/^[\w-]+$/);
    }
  });
});

describe("what the sentence says", () => {
  test.each([
    [
      [
        ["rural", 30],
        ["urban", 60],
      ],
      "These likely ranges lie apart: Rural and Urban. The means of these kinds likely differ.",
    ],
    [
      [
        ["rural", 50],
        ["urban", 52],
      ],
      "The likely ranges of both kinds with a figure overlap: these figures do not show that they differ.",
    ],
    [
      [
        ["rural", 30],
        ["urban with rural areas", 36],
        ["urban", 60],
      ],
      "These likely ranges lie apart: Rural and Urban; Urban with rural areas and Urban. The means of these kinds likely differ. All others overlap.",
    ],
    [
      [
        ["rural", 50],
        ["urban", null],
      ],
      "The mean of Rural is 50, likely between 46 and 54. There is no figure for Urban. So there is nothing to set beside it.",
    ],
  ] as [[string, number | null][], string][])("of %j", (given, expected) => {
    const page = pageWith([line([], 50), ...given.map(([kind, mean]) => line([kind], mean))]);
    expect(page.differences[0]?.sentence).toBe(expected);
  });
});

describe("the change of the same areas", () => {
  const change = (kind: string | null, mean: number | null, lo: number, hi: number): ChangeLine => ({
    ...line(kind === null ? [] : [kind], mean),
    ...(mean === null ? {} : { lo, hi }),
    since: "2026-Q2",
  });
  const lines = [line([], 50), line(["rural"], 50), line(["urban"], 50)];

  test("is told by kind: up, down, not clear, left out", () => {
    const page = pageWith(lines, [
      change(null, 2, -2, 6),
      change("rural", 6, 2, 10),
      change("urban", -6, -10, -2),
      change("urban with rural areas", 0, -2, 2),
      change("not known", null, 0, 0),
    ]);
    expect(page.change?.sentence).toBe(
      "The same areas, now and in 2026-Q2. Likely up: Rural. Likely down: Urban. No clear change: Urban with rural areas. There is no figure for Not known.",
    );
    expect(page.href).toContain("since=2026-Q2");
  });

  test("of all areas where it is not told by kind", () => {
    const page = pageWith(lines, [change(null, 2, -2, 6)]);
    expect(page.change?.rows.map(({ label, mean }) => [label, mean])).toEqual([["All areas", 2]]);
  });

  test.each([
    ["the first release", [published()], "This is the first release"],
    [
      "another method",
      [published(), published({ id: "2026-Q2", asOf: "2026-06-30", method: "2025-01" })],
      "another method",
    ],
    ["too few", [published(), published({ id: "2026-Q2", asOf: "2026-06-30" })], "Too few of the same areas"],
  ])("is said to be absent: %s", (_, releases, words) => {
    const page = pageOf([], { releases, lines: [[measureAsked("overall", currentMethod), lines]] });
    expect(page.change).toBeNull();
    expect(page.changeWhy).toContain(words);
  });
});

describe("where there is nothing to tell, there are words and no figure", () => {
  const figures = (page: ReturnType<typeof pageOf>) =>
    page.differences.flatMap(({ rows }) => rows.filter(({ mean }) => mean !== null));
  const sameCouncil = inventedUnits(5, 3).map((unit) => ({ ...unit, council: "one" }));
  const stale = inventedUnits(30, 3).map((unit) => ({ ...unit, figures: new Map() }));

  test.each([
    ["no area", [], null, "Fewer than 5 areas"],
    ["one area", inventedUnits(1, 3), null, "Fewer than 5 areas"],
    ["four areas", inventedUnits(4, 3), null, "Fewer than 5 areas"],
    ["five areas of one council", sameCouncil, 5, "Under 3 councils"],
    ["a measure that no area has", stale, 30, "Under 5 areas"],
    ["a measure that is not in the release", [], 40, "no figures of what you chose"],
  ])("%s", (_, units, areas, words) => {
    const page = pageOf(units, { release: published({ areas }) });
    expect(figures(page)).toEqual([]);
    expect(page.differences).toEqual([]);
    expect(page.nothing.join(" ")).toContain(words);
  });

  test("a measure of the check-in where nobody answered", () => {
    const page = pageOf(inventedUnits(60, 3), {
      asked: { measure: "trust/P/council" },
      lines: linesOf(inventedUnits(60, 3), ["trust/P/council"]),
    });
    expect(page.differences).toEqual([]);
    expect(page.nothing.join(" ")).toContain("Under 5 areas");
  });

  test("a kind that is empty stands beside the others with its reason", () => {
    const page = pageWith([line([], 50), line(["rural"], null, { status: "none" }), line(["urban"], 50)]);
    expect(page.differences[0]?.rows.map(({ why }) => why)).toEqual(["No area has it", null]);
    expect(page.differences[0]?.blanks[0]).toMatch(/^No area has it: .+\.$/);
  });

  test("a figure that stands in a line that is not shown is not told", () => {
    const page = pageWith([line([], 50), line(["rural"], 33, { status: "secondary" }), line(["urban"], 50)]);
    expect(JSON.stringify(page)).not.toContain("33");
  });
});

describe("what an address asks for", () => {
  test.each([
    ["", {}],
    ["release=2026-Q3&measure=trust&by=&since=", { release: "2026-Q3", measure: "trust" }],
    ["release=2026-Q5", null],
    ["release=latest", null],
    ["measure=a&measure=b", null],
    ["drop=table", null],
    [`measure=${"x".repeat(81)}`, null],
  ])("%s", (search, expected) => {
    expect(readCompareSearch(new URLSearchParams(search))).toEqual(expected);
  });

  test.each([
    ["page=3", 3],
    ["page=x", 1],
    ["page=-1", 1],
    ["", 1],
  ])("page of a study: %s", (search, page) => {
    expect(readStudySearch(new URLSearchParams(search))?.page).toBe(page);
  });

  test("an unknown measure, way or release to set beside falls back, and that is said", () => {
    const page = pageOf(inventedUnits(40, 3), {
      asked: { measure: "luck", by: "shoeSize", since: "2020-Q1" },
    });
    expect(page.choices.measure).toBe("overall");
    expect(page.notes).toHaveLength(3);
  });
});

test("areas are never counted closer than to five", () => {
  expect([null, 0, 5, 40].map(areasWords).map((words) => /\d+/.exec(words)?.[0])).toEqual([
    "5",
    "5",
    "5",
    "40",
  ]);
});

test("the overall figure stands first among what it is made of", () => {
  expect(MEASURES).toEqual(["overall", "recognition", "trust", "dialogue", "flexibility", "ownership"]);
});
