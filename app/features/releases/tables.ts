import { type Cell, type Cut, cellKey, cellsOf } from "./cells.ts";
import { poolAreas } from "./pooling.ts";
import { COUNT_GRAIN, MEAN_GRAIN, outwards, toNearest } from "./rounding.ts";
import { type Status, suppress } from "./suppression.ts";
import type { Measured, Unit } from "./unit.ts";

/** Nine times in ten: the same as the likely range of a score (scoring.md 5). */
const NINETY = 1.644854;

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
  return [...lines, ...absent.map((cell) => lineOf(cell, measure, "none"))];
}

/** Classes there are, in which no area has the measure: said, not left out. */
function emptyCells(units: readonly Unit[], having: readonly Unit[], cut: Cut): Cell[] {
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
  const pooled = poolAreas(estimates);
  const range = outwards(pooled.mean - NINETY * pooled.se, pooled.mean + NINETY * pooled.se, MEAN_GRAIN);
  const areas = toNearest(new Set(units.map((unit) => unit.area)).size, COUNT_GRAIN);
  return { measure, cut, classes, status, areas, mean: toNearest(pooled.mean, MEAN_GRAIN), ...range };
}

/** The total of a table, made from its rounded lines alone, so that nothing left out can be taken from it. */
export function totalOf(lines: readonly TableLine[]): { areas: number; mean: number | null } {
  const shown = lines.filter((line) => line.status === "shown");
  const areas = shown.reduce((sum, line) => sum + (line.areas ?? 0), 0);
  const points = shown.reduce((sum, line) => sum + (line.areas ?? 0) * (line.mean ?? 0), 0);
  return { areas, mean: areas === 0 ? null : toNearest(points / areas, MEAN_GRAIN) };
}
