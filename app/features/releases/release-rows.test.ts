import { describe, expect, test } from "vitest";
import { inventedUnits } from "../../../tests/builders/release-units.ts";
import { method202611 } from "../scoring/methods/2026-11.ts";
import { AREAS_PER_FIGURE } from "./cuts.ts";
import { measuresOf } from "./measures.ts";
import { type Ingredients, releaseRows } from "./release-rows.ts";
import type { Measured, Unit } from "./unit.ts";

const HEAD = {
  id: "2026-Q3",
  asOf: "2026-09-30",
  knownAt: new Date("2026-09-30T23:00:00Z"),
  publishedAt: new Date("2026-10-14T23:00:00Z"),
  method: method202611,
  under: new Map(),
  codes: { book: [], counts: [] },
};

const rowsOf = (units: readonly Unit[], before: Ingredients["before"] = null) =>
  releaseRows({ ...HEAD, units, before });

/** Ten areas of five councils, of one class in every dimension: their overall figures, and those of Trust, with errors. */
function tenAreas(overall: readonly Measured[], trust: readonly Measured[]): Unit[] {
  return inventedUnits(10, 1).map((unit, i, [first = unit]) => {
    const figures = [
      ["overall", overall[i]],
      ["trust", trust[i]],
    ] as const;
    return {
      ...unit,
      council: `council-${i % 5}`,
      strata: first.strata,
      figures: new Map(figures.flatMap(([id, one]) => (one ? [[id, one]] : []))),
    };
  });
}

describe("a release of ten areas, worked by hand", () => {
  const sure = (value: number) => ({ value, se: 2 });
  const units = tenAreas(
    [40, 50, 60, 50, 70, 40, 50, 60, 50, 70].map(sure),
    [40, 40, 40, 40, 50, 50, 50, 50, 50, 50].map((value) => ({ value, se: value === 40 ? 10 : 5 })),
  );
  const figureOf = async (measure: string) =>
    (await rowsOf(units)).figure.filter((row) => row.measure === measure);

  test("where areas differ by more than their errors, each counts alike", async () => {
    // Mean 540/10 = 54. Squares 2 × (196 + 16 + 36 + 16 + 256) = 1040; 1040/9 = 115.6 = τ² + 4, so weights are equal.
    // The mean's error √(115.6/10) = 3.40; 1.645 of it 5.59: likely from 48.4 to 59.6.
    expect(await figureOf("overall")).toEqual([
      expect.objectContaining({ by_1: null, status: "shown", areas: 10, mean: 54 }),
    ]);
    const [told] = await figureOf("overall");
    expect(Number(told?.lower)).toBeLessThanOrEqual(48.4);
    expect(Number(told?.upper)).toBeGreaterThanOrEqual(59.6);
    expect((await rowsOf(units)).release).toEqual([
      expect.objectContaining({ id: "2026-Q3", as_of: "2026-09-30", areas: 10 }),
    ]);
  });

  test("where they do not, each counts by how sure it is", async () => {
    // Weights 1/100 four times, 1/25 six times: 0.28. Mean (1.6 + 12)/0.28 = 48.57, told as 48; the plain mean is 46.
    // Q = 4 × 0.01 × 73.47 + 6 × 0.04 × 2.04 = 3.43, under 9: no difference between areas is left over.
    expect(await figureOf("trust")).toEqual([
      expect.objectContaining({ status: "shown", areas: 10, mean: 48 }),
    ]);
  });

  test("what no area has is told as a blank", async () => {
    expect(await figureOf("dialogue")).toEqual([
      expect.objectContaining({ by_1: null, status: "none", areas: null, mean: null }),
    ]);
  });
});

test("others are answered between two measures, and the rows are the same", async () => {
  const units = inventedUnits(30, 2);
  let pauses = 0;
  const rows = await releaseRows({ ...HEAD, units, before: null }, async () => {
    pauses += 1;
  });
  expect(pauses).toBeGreaterThanOrEqual(measuresOf(method202611).length);
  expect(rows).toEqual(await rowsOf(units));
});

describe("a measure that few areas have", () => {
  const HAVING = 25;
  const all = inventedUnits(150, 4).map((unit, i) =>
    i < HAVING ? { ...unit, figures: new Map([...unit.figures, ["trust", { value: i, se: 5 }]]) } : unit,
  );
  const dimensionsOf = (rows: readonly { [column: string]: unknown }[]) =>
    new Set(rows.map(({ by_1, by_2 }) => `${by_1} ${by_2 ?? null}`));

  test("is told apart by as few things as those areas leave room for, in figures and in changes", async () => {
    const { figure, change } = await rowsOf(all, { id: "2026-Q2", units: all });
    for (const rows of [figure, change]) {
      const of = (measure: string) => dimensionsOf(rows.filter((row) => row.measure === measure));
      expect(of("overall").size).toBeGreaterThan(HAVING / AREAS_PER_FIGURE);
      expect(of("trust").size).toBeLessThanOrEqual(HAVING / AREAS_PER_FIGURE);
    }
  });
});
