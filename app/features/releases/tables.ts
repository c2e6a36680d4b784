import { type Cell, type Cut, cellKey, cellsOf } from "./cells.ts";
import { poolAreas } from "./pooling.ts";
import { COUNT_GRAIN, MEAN_GRAIN, type Reaching, toldMean, toNearest, withEnds } from "./rounding.ts";
import { type Status, suppress } from "./suppression.ts";
import type { Measured, Unit } from "./unit.ts";

/** Nine times in ten: the same as the likely range of a score (docs/method.md 5). */
export const NINETY = 1.644854;

/** A line of a released table. A blank figure has its reason in `status`, and is never 0. */
export type TableLine = {
  readonly measure: string;
  readonly cut: Cut;
  readonly classes: readonly string[];
  readonly status: Status;
  /** Areas, to the nearest five; null where nothing is shown. */
  readonly areas: number | null;
  /** The mean of the areas' figures and where it likely lies, 0–100, rounded. */
  readonly mean: number | null;
  readonly lo: number | null;
  readonly hi: number | null;
};

/** All tables of a release for one measure. Units without the measure are not in its cells. */
export function tablesOf(units: readonly Unit[], measure: string, cuts: readonly Cut[]): TableLine[] {
  const having = units.filter((unit) => unit.figures.has(measure));
  const tables = cuts.map((cut) => cellsOf(having, cut));
  const statuses = suppress(tables, measure);
  const absent = cuts.flatMap((cut) => emptyCells(units, having, cut));
  const lines = tables
    .flat()
    .map((cell) => lineOf(cell, measure, statuses.get(cellKey(cell.cut, cell.classes)) ?? "none"));
  return [...lines, ...absent.map((cell) => lineOf(cell, measure, statusOfEmpty(cell)))];
}

/** That no area of a kind has a measure would be told of each area of that kind: it is one of the numbers under five. */
export function statusOfEmpty({ cut }: Cell): Status {
  return cut.length === 0 ? "none" : "areas";
}

/** Classes there are, in which no area has the measure: said, not left out. */
export function emptyCells(units: readonly Unit[], having: readonly Unit[], cut: Cut): Cell[] {
  const filled = new Set(cellsOf(having, cut).map((cell) => cellKey(cut, cell.classes)));
  return cellsOf(units, cut)
    .filter((cell) => !filled.has(cellKey(cut, cell.classes)))
    .map((cell) => ({ ...cell, units: [] }));
}

function lineOf(cell: Cell, measure: string, status: Status): TableLine {
  const { cut, classes, units } = cell;
  if (status !== "shown")
    return { measure, cut, classes, status, areas: null, mean: null, lo: null, hi: null };
  const estimates = units
    .map((unit) => unit.figures.get(measure))
    .filter((one): one is Measured => one !== undefined);
  const areas = areasIn(units);
  const told = withEnds(toldMean(reaching(estimates), areas), 0, 100);
  return { measure, cut, classes, status, areas: toNearest(areas, COUNT_GRAIN), ...told };
}

/** How many areas there are, those with two councils counted once. */
export function areasIn(units: readonly Unit[]): number {
  return new Set(units.map(({ area }) => area)).size;
}

/** The mean of some areas and how far its likely range reaches, exact. */
export function reaching(estimates: readonly Measured[]): Reaching {
  const { mean, se } = poolAreas(estimates);
  return { mean, reach: NINETY * se };
}

/** The total of a table, made from its rounded lines alone, so that nothing left out can be taken from it. */
export function totalOf(lines: readonly TableLine[]): { areas: number; mean: number | null } {
  const shown = lines.filter((line) => line.status === "shown");
  const areas = shown.reduce((sum, line) => sum + (line.areas ?? 0), 0);
  const points = shown.reduce((sum, line) => sum + (line.areas ?? 0) * (line.mean ?? 0), 0);
  return { areas, mean: areas === 0 ? null : toNearest(points / areas, MEAN_GRAIN) };
}
