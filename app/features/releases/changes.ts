import { type Cell, type Cut, cellKey, cellsOf } from "./cells.ts";
import type { ChangeLine } from "./published.ts";
import { COUNT_GRAIN, toldMean, toNearest, withEnds } from "./rounding.ts";
import { type Status, suppress } from "./suppression.ts";
import { areasIn, emptyCells, reaching, statusOfEmpty } from "./tables.ts";
import type { Measured, Unit } from "./unit.ts";

/**
 * How much the areas that are in both releases changed, for all of them and by each dimension that the later release is
 * told by: within areas, so that who joined or left moves nothing. An area stands in the class it has now. The error takes
 * the two figures for independent, which makes the range too wide and not too narrow.
 */
export function changeLines(
  before: readonly Unit[],
  after: readonly Unit[],
  measure: string,
  cuts: readonly Cut[],
  since: string,
): ChangeLine[] {
  const earlier = new Map(before.map((unit) => [unit.id, unit.figures.get(measure)]));
  const both = after.flatMap((unit) => {
    const change = changeOf(earlier.get(unit.id), unit.figures.get(measure));
    return change ? [{ ...unit, figures: new Map([[measure, change]]) }] : [];
  });
  const shallow = cuts.filter((cut) => cut.length <= 1);
  const tables = shallow.map((cut) => cellsOf(both, cut));
  const statuses = suppress(tables, measure);
  const lineOf = (cell: Cell, status: Status) => ({
    ...{ measure, since, cut: cell.cut, classes: cell.classes },
    ...told(cell, measure, status),
  });
  return [
    ...tables
      .flat()
      .map((cell) => lineOf(cell, statuses.get(cellKey(cell.cut, cell.classes)) ?? statusOfEmpty(cell))),
    ...shallow
      .flatMap((cut) => emptyCells(after, both, cut))
      .map((cell) => lineOf(cell, statusOfEmpty(cell))),
  ];
}

function changeOf(was: Measured | undefined, is: Measured | undefined): Measured | null {
  return was && is ? { value: is.value - was.value, se: Math.hypot(was.se, is.se) } : null;
}

function told({ units }: Cell, measure: string, status: Status) {
  if (status !== "shown") return { status, areas: null, mean: null, lo: null, hi: null };
  const areas = areasIn(units);
  const changes = units.flatMap((unit) => unit.figures.get(measure) ?? []);
  return {
    status,
    areas: toNearest(areas, COUNT_GRAIN),
    ...withEnds(toldMean(reaching(changes), areas), -100, 100),
  };
}
