import { describe, expect, test } from "vitest";
import { published } from "../../../tests/builders/released.ts";
import type { StudyRow, StudyTable } from "../releases/rows.ts";
import { currentMethod } from "../scoring/methods/index.ts";
import { measureAsked } from "./compare-page.ts";
import { type StudyFound, studyResults } from "./study-page.ts";
import { chanceWords } from "./study-view.ts";

const row = (id: string, changed: Partial<StudyRow> = {}): StudyRow => ({
  id,
  among: "urban",
  value: 50,
  se: 6,
  shrunk: 50,
  lo: 40,
  hi: 60,
  chanceAbove: 0.5,
  counts: null,
  ...changed,
});

const URBAN = { among: "urban", mean: 50, between: 4 };

const table = (rows: StudyRow[], groups: StudyTable["groups"] = [URBAN]): StudyTable => ({ rows, groups });

const [now, earlier] = [published(), published({ id: "2026-Q2", asOf: "2026-06-30" })];

function resultsOf(areas: StudyTable, changed: Partial<StudyFound> = {}) {
  return studyResults({
    asked: { page: 1 },
    study: { slug: "trust", dimension: "ruralUrban" },
    releases: [now, earlier],
    release: now,
    method: currentMethod,
    measure: measureAsked("overall", currentMethod),
    now: areas,
    before: null,
    ...changed,
  });
}

const many = (count: number, changed: (at: number) => Partial<StudyRow> = () => ({})) =>
  Array.from({ length: count }, (_, at) => row(`A${String(at).padStart(4, "0")}`, changed(at)));

describe("a funnel", () => {
  test("says how many areas lie past its limits, and gathers those of one place", () => {
    const [funnel] = resultsOf(
      table([...many(20), row("B", { value: 70 }), row("C", { value: 95 })]),
    ).funnels;
    expect(funnel?.points.map(({ y, areas, lies }) => [y, areas, lies])).toEqual([
      [50, 20, "inside"],
      [70, 1, "past inner"],
      [95, 1, "past outer"],
    ]);
    expect(funnel?.sentence).toContain("22 areas. 2 past the inner limits");
    expect(funnel?.sentence).toContain("and 1 past the outer ones");
  });

  test("is wider where areas of the kind truly differ, and narrower the surer a figure is", () => {
    const widthAt = (between: number, se: number) => {
      const [funnel] = resultsOf(table([row("A", { se })], [{ ...URBAN, between }])).funnels;
      const [line] = funnel?.lines ?? [];
      return line ? line.inner[1] - line.inner[0] : Number.NaN;
    };
    expect(widthAt(8, 6)).toBeGreaterThan(widthAt(0, 6));
    expect(widthAt(0, 12)).toBeGreaterThan(widthAt(0, 6));
  });

  test("is one a kind, in the fixed order, with those whose kind is too rare last", () => {
    const groups = [{ ...URBAN, among: null }, URBAN, { ...URBAN, among: "rural" }];
    const rows = [row("A"), row("B", { among: "rural" }), row("C", { among: null })];
    expect(resultsOf(table(rows, groups)).funnels.map(({ title }) => title)).toEqual([
      "Rural",
      "Urban",
      "Rarer kinds together, with all areas",
    ]);
  });

  test.each([
    ["trust/T1/council", "count"],
    ["dialogue/D2/community", "count"],
    ["trust/T2/council", "error"],
    ["overall", "error"],
  ])("of %s is one of %s", (id, foot) => {
    const counts = { of: 20, share: 80 };
    const results = resultsOf(table(many(6, () => ({ counts }))), {
      measure: measureAsked(id, currentMethod),
    });
    expect(results.funnels.map((funnel) => funnel.foot)).toEqual([foot]);
    expect(results.caveats.some((words) => words.includes("one of counts"))).toBe(foot === "count");
  });

  test("of counts has exact limits round the share of all", () => {
    const rows = [
      ...many(9, () => ({ counts: { of: 20, share: 80 } })),
      row("B", { counts: { of: 20, share: 20 } }),
      row("C", { counts: null }),
    ];
    const [funnel] = resultsOf(table(rows), {
      measure: measureAsked("trust/T1/council", currentMethod),
    }).funnels;
    expect(funnel?.middle).toBe(74);
    expect(funnel?.points).toEqual([
      { x: 20, y: 20, areas: 1, lies: "past outer" },
      { x: 20, y: 80, areas: 9, lies: "inside" },
    ]);
  });

  test("of counts of kinds that are too rare lies round the share of all areas", () => {
    const rows = [
      ...many(9, () => ({ counts: { of: 20, share: 80 } })),
      row("B", { among: null, counts: { of: 20, share: 20 } }),
    ];
    const measure = measureAsked("trust/T1/council", currentMethod);
    const { funnels } = resultsOf(table(rows, [URBAN, { ...URBAN, among: null }]), { measure });
    expect(funnels.map(({ middle }) => middle)).toEqual([80, 74]);
  });

  test("of counts that nobody has falls back on figures", () => {
    const measure = measureAsked("trust/T1/council", currentMethod);
    expect(resultsOf(table(many(6)), { measure }).funnels.map(({ foot }) => foot)).toEqual(["error"]);
  });
});

describe("the areas of a study", () => {
  test("stand in the order of their pseudonyms, whatever their figures, fifty to a page", () => {
    const rows = many(1500, (at) => ({ value: (at * 35) % 100 })).reverse();
    const first = resultsOf(table(rows)).table;
    expect([first.page, first.pages, first.rows.length]).toEqual([1, 30, 50]);
    expect(first.rows.map(({ id }) => id)).toEqual(many(50).map(({ id }) => id));
    const last = resultsOf(table(rows), { asked: { page: 999 } });
    expect([last.table.page, last.table.rows.at(-1)?.id]).toEqual([30, "A1499"]);
    expect(last.href).toContain("page=30");
  });

  test.each([
    [1, "very likely above"],
    [0.9, "very likely above"],
    [0.7, "likely above"],
    [0.6, "as likely above as below"],
    [0.4, "as likely above as below"],
    [0.3, "likely below"],
    [0.1, "very likely below"],
    [0, "very likely below"],
  ])("a chance of %d is said: %s", (chance, words) => {
    expect(chanceWords(chance)).toBe(words);
  });
});

describe("the change within areas", () => {
  const setBeside = (rows: StudyRow[]) => ({ before: { id: "2026-Q2", table: table(rows) } });

  test("is of the areas that are in both, on average and one by one", () => {
    const results = resultsOf(table(many(12, () => ({ value: 60 }))), setBeside([...many(10), row("gone")]));
    expect(results.change?.rows).toMatchObject([{ label: "All areas", areas: 10, mean: 10 }]);
    expect(results.change?.sentence).toBe("The same areas, now and in 2026-Q2. Likely up: All areas.");
    expect(results.table.rows.map(({ change }) => change)).toEqual([...Array(10).fill(10), null, null]);
    expect(results.href).toContain("since=2026-Q2");
  });

  test("is told by kind where there are several", () => {
    const groups = [URBAN, { ...URBAN, among: "rural" }];
    const rows = [...many(6, () => ({ value: 40 })), row("B", { among: "rural" })];
    const results = resultsOf(table(rows, groups), setBeside([...many(6), row("B", { among: "rural" })]));
    expect(results.change?.rows.map(({ label, mean }) => [label, mean])).toEqual([
      ["All areas", -9],
      ["Rural", 0],
      ["Urban", -10],
    ]);
  });

  test("is said to be absent where no area is in both", () => {
    const results = resultsOf(table(many(6)), setBeside([row("gone")]));
    expect(results.change).toBeNull();
    expect(results.changeWhy).toContain("Too few of the same areas");
  });
});

test("a study that is told nothing has words, and no picture, table or figure", () => {
  const results = resultsOf(table([], []));
  expect(results.nothing).toHaveLength(1);
  expect([results.funnels, results.change, results.table.rows]).toEqual([[], null, []]);
});
