import type { Dimension } from "./strata.ts";
import type { Unit } from "./unit.ts";

/** The dimensions a table is cut by: none (all areas), one or two. */
export type Cut = readonly Dimension[];

/** The units of one cell; `classes` in the order of the cut. */
export type Cell = {
  readonly cut: Cut;
  readonly classes: readonly string[];
  readonly units: readonly Unit[];
};

/** A name for a cell that is the same in every release. */
export function cellKey(cut: Cut, classes: readonly string[]): string {
  return JSON.stringify([cut, classes]);
}

/** What no class has in its name. */
const BETWEEN = "\u0000";

/** The units sorted into the cells of a cut. Only cells with a unit in them, in the order of their classes. */
export function cellsOf(units: readonly Unit[], cut: Cut): Cell[] {
  const found = new Map<string, Unit[]>();
  for (const unit of units) {
    // Asked for every unit of every table of every measure: JSON here was two thirds of the time that a release takes.
    const key = cut.map((dimension) => unit.strata[dimension]).join(BETWEEN);
    const there = found.get(key);
    if (there) there.push(unit);
    else found.set(key, [unit]);
  }
  return [...found.values()]
    .map((inside) => ({ cut, classes: cut.map((one) => inside[0]?.strata[one] ?? ""), units: inside }))
    .map((cell) => ({ cell, key: cellKey(cut, cell.classes) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ cell }) => cell);
}
