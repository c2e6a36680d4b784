import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inventedUnits } from "../../../tests/builders/release-units.ts";
import { cellKey, cellsOf } from "./cells.ts";
import { changeLines } from "./changes.ts";
import { AREAS_PER_FIGURE, allCuts, cutsFor } from "./cuts.ts";
import { type Comparable, unfair } from "./fairness.ts";
import { outwards, toNearest } from "./rounding.ts";
import { strataOf, type Traits } from "./strata.ts";
import { standing, suppress } from "./suppression.ts";
import { tablesOf, totalOf } from "./tables.ts";
import type { Unit } from "./unit.ts";

const instance = fc
  .record({ areas: fc.integer({ min: 1, max: 80 }), seed: fc.integer() })
  .map(({ areas, seed }) => inventedUnits(areas, seed));

/** Units of one class, told by their area and council alone. */
function units(...places: readonly [area: string, council: string][]): Unit[] {
  const strata = strataOf({
    ruralUrban: null,
    tier: null,
    months: 0,
    lifecycle: "active",
    quintile: null,
    region: null,
  });
  const figures = new Map([["overall", { value: 50, se: 5 }]]);
  return places.map(([area, council]) => ({
    area,
    council,
    strata,
    figures,
    people: new Map(),
    counts: new Map(),
    id: area,
  }));
}

const FIVE = [
  ["a", "1"],
  ["b", "2"],
  ["c", "3"],
  ["d", "1"],
  ["e", "2"],
] as const;

describe("whether a cell may be shown by itself", () => {
  test.each([
    ["five areas of three councils", units(...FIVE.map(([a, c]) => [a, c] as [string, string])), "shown"],
    ["nothing", [], "none"],
    ["four areas", units(["a", "1"], ["b", "2"], ["c", "3"], ["d", "1"]), "areas"],
    [
      "four areas, one with two councils",
      units(["a", "1"], ["a", "2"], ["b", "2"], ["c", "3"], ["d", "1"]),
      "areas",
    ],
    ["two councils", units(["a", "1"], ["b", "2"], ["c", "1"], ["d", "2"], ["e", "1"]), "councils"],
    ["one council over half", units(["a", "1"], ["b", "1"], ["c", "1"], ["d", "2"], ["e", "3"]), "share"],
    [
      "one council half",
      units(["a", "1"], ["b", "1"], ["c", "1"], ["d", "2"], ["e", "3"], ["f", "4"]),
      "shown",
    ],
    [
      "one council with three of five areas to itself, and two with two councils each",
      units(["a", "1"], ["b", "1"], ["c", "1"], ["d", "2"], ["d", "3"], ["e", "2"], ["e", "3"]),
      "share",
    ],
    [
      "a county in each of five areas, and a district beside it",
      units(
        ...FIVE.flatMap(([a, c]): [string, string][] => [
          [a, c],
          [a, "county"],
        ]),
      ),
      "shown",
    ],
  ] as const)("%s", (_, inside, expected) => {
    expect(standing(inside, "overall")).toBe(expected);
  });

  test.each([
    [9, "people"],
    [10, "shown"],
  ])("%i people", (people, expected) => {
    const asked = units(...FIVE.map(([a, c]) => [a, c] as [string, string])).map((unit, i) => ({
      ...unit,
      people: new Map([["overall", i === 0 ? people - 4 : 1]]),
    }));
    expect(standing(asked, "overall")).toBe(expected);
  });
});

describe("the laws of suppression", () => {
  test("what is shown may be shown, and what is left out of a shown parent cannot be told by subtraction", () => {
    fc.assert(
      fc.property(instance, (all) => {
        const tables = allCuts().map((cut) => cellsOf(all, cut));
        const statuses = suppress(tables, "overall");
        const status = (cut: readonly string[], classes: readonly string[]) =>
          statuses.get(JSON.stringify([cut, classes]));
        for (const cell of tables.flat()) {
          if (status(cell.cut, cell.classes) === "shown")
            expect(standing(cell.units, "overall")).toBe("shown");
        }
        expect(toldBySubtraction(all, status)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test("which tables there are does not depend on any figure, and they leave room", () => {
    fc.assert(
      fc.property(instance, (all) => {
        const others = all.map((unit) => ({ ...unit, figures: new Map([["overall", { value: 1, se: 1 }]]) }));
        expect(cutsFor(others)).toEqual(cutsFor(all));
        const figures = cutsFor(all).map((cut) =>
          cut.reduce((product, one) => product * (cellsOf(all, [one]).length - 1), 1),
        );
        expect(figures.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(all.length / AREAS_PER_FIGURE);
      }),
    );
  });

  test("a release of the same areas in another order is the same", () => {
    fc.assert(
      fc.property(instance, (all) => {
        const rounded = (units: readonly Unit[]) => tablesOf(units, "overall", cutsFor(units));
        expect(rounded([...all].reverse())).toEqual(rounded(all));
      }),
      { numRuns: 40 },
    );
  });
});

/** The lines whose left-out cells are, together, not fit to be shown although their parent and a sibling are. */
function toldBySubtraction(
  all: readonly Unit[],
  status: (cut: readonly string[], classes: readonly string[]) => string | undefined,
): string[] {
  return allCuts().flatMap((cut) =>
    cut.flatMap((dimension) => {
      const parent = cut.filter((one) => one !== dimension);
      return cellsOf(all, parent).flatMap((above) => {
        const children = cellsOf(above.units, [dimension]).map((child) => ({
          units: child.units,
          status: status(
            cut,
            cut.map((one) => child.units[0]?.strata[one] ?? ""),
          ),
        }));
        const hidden = children.filter((child) => child.status !== "shown").flatMap((child) => child.units);
        const shown = children.some((child) => child.status === "shown");
        const told =
          status(parent, above.classes) === "shown"
            ? hidden.length > 0 && standing(hidden, "overall") !== "shown"
            : true;
        return shown && told ? [cellKey(cut, above.classes)] : [];
      });
    }),
  );
}

describe("what a release says", () => {
  test("a blank has its reason, and never a figure", () => {
    const few = inventedUnits(12, 3);
    for (const line of tablesOf(few, "overall", allCuts())) {
      expect(
        [line.areas, line.mean, line.lo, line.hi].every(
          (one) => (one === null) !== (line.status === "shown"),
        ),
      ).toBe(true);
    }
  });

  test("of a kind in which no area has a measure no more is said than of one in which a few have it", () => {
    const units = inventedUnits(30, 3);
    const lines = tablesOf(units, "trust", [[], ["region"]]);
    expect(lines.map(({ cut, status, mean }) => [cut.length, status, mean])).toEqual([
      [0, "none", null],
      ...[...new Set(units.map(({ strata }) => strata.region))].map(() => [1, "areas", null]),
    ]);
    const changes = changeLines(units, units, "trust", [[], ["region"]], "2026-Q2");
    expect(changes.map(({ cut, status }) => [cut.length, status])).toEqual(
      lines.map(({ cut, status }) => [cut.length, status]),
    );
  });

  test("totals are made from what is shown", () => {
    const line = (areas: number | null, mean: number | null) =>
      ({
        measure: "overall",
        cut: [],
        classes: [],
        status: areas === null ? "areas" : "shown",
        areas,
        mean,
        lo: mean,
        hi: mean,
      }) as const;
    expect(totalOf([line(10, 40), line(30, 60), line(null, null)])).toEqual({ areas: 40, mean: 56 });
    expect(totalOf([line(null, null)])).toEqual({ areas: 0, mean: null });
  });

  test.each([
    [12.5, 5, 15],
    [12.4, 5, 10],
    [0, 5, 0],
    [51, 2, 52],
    [50.9, 2, 50],
  ])("%d to the nearest %i is %i", (value, grain, expected) => {
    expect(toNearest(value, grain)).toBe(expected);
  });

  test("a range only ever grows, within 0–100", () => {
    expect(outwards(31.2, 48.1, 2)).toEqual({ lo: 30, hi: 50 });
    expect(outwards(-3, 104, 2)).toEqual({ lo: 0, hi: 100 });
  });
});

const traits: Traits = {
  ruralUrban: "Urban",
  tier: "unitary",
  months: 12,
  lifecycle: "active",
  quintile: 1,
  region: "London",
};

describe("the classes of an area", () => {
  test.each([
    [{}, ["urban", "unitary", "12 to 23", "active", "most deprived fifth", "London"]],
    [
      { ruralUrban: "Urban with rural areas", months: 11, quintile: 2 },
      ["urban with rural areas", "unitary", "under 12", "active", "second fifth", "London"],
    ],
    [
      { ruralUrban: "Sparse and rural", months: 24, quintile: 5, lifecycle: "legacy" },
      ["rural", "unitary", "24 or more", "closing or closed", "the other three fifths", "London"],
    ],
    [
      { ruralUrban: null, tier: null, quintile: null, region: null },
      ["not known", "not known", "12 to 23", "active", "not known", "not known"],
    ],
    [
      { tier: "city_corporation" },
      ["urban", "metropolitan or London", "12 to 23", "active", "most deprived fifth", "London"],
    ],
  ])("%j", (changed, expected) => {
    const strata = strataOf({ ...traits, ...changed });
    expect([
      strata.ruralUrban,
      strata.councilType,
      strata.monthsRecorded,
      strata.stage,
      strata.deprivation,
      strata.region,
    ]).toEqual(expected);
  });
});

const fair: Comparable = {
  consented: true,
  open: true,
  stale: false,
  componentsMissing: 0,
  leastEvidence: 0.25,
  sidesSurveyed: 2,
};

test.each([
  [{}, null],
  [{ consented: false, open: false }, "no consent"],
  [{ open: false }, "not active"],
  [{ stale: true }, "stale"],
  [{ componentsMissing: 1, leastEvidence: 0 }, "incomplete"],
  [{ leastEvidence: 0.249 }, "thin"],
  [{ sidesSurveyed: 1 }, "no check-in"],
])("whether a relationship is set beside others: %j", (changed, expected) => {
  expect(unfair({ ...fair, ...changed })).toBe(expected);
});
