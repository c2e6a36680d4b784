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

/** The units sorted into the cells of a cut. Only cells with a unit in them, in the order of their classes. */
export function cellsOf(units: readonly Unit[], cut: Cut): Cell[] {
  const found = new Map<string, Unit[]>();
  for (const unit of units) {
    const key = JSON.stringify(cut.map((dimension) => unit.strata[dimension]));
    const there = found.get(key);
    if (there) there.push(unit);
    else found.set(key, [unit]);
  }
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inside]) => ({ cut, classes: JSON.parse(key) as string[], units: inside }));
}
