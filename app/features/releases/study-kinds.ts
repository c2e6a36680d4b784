import { type Cell, cellsOf } from "./cells.ts";
import type { KindOf } from "./rows.ts";
import type { Dimension } from "./strata.ts";
import { standing } from "./suppression.ts";
import type { Unit } from "./unit.ts";

/**
 * The kinds that a study tells its areas apart by, in one release and for all measures alike: the classes of its dimension
 * that may be told of by themselves; the others stand together as the rarer ones. Where these together are still too few,
 * the smallest class that is left joins them, until they are enough or all stand together. So nobody who knows all classes,
 * and one of the areas, knows whose row another is: rows have four other areas beside them at the least.
 */
export function kindsOf(units: readonly Unit[], dimension: Dimension): KindOf {
  const cells = cellsOf(units, [dimension]);
  let own = cells.filter((cell) => mayBeTold([cell]));
  const rarer = cells.filter((cell) => !own.includes(cell));
  while (own.length > 0 && rarer.length > 0 && !mayBeTold(rarer)) {
    const smallest = own.reduce((least, cell) => (cell.units.length < least.units.length ? cell : least));
    own = own.filter((cell) => cell !== smallest);
    rarer.push(smallest);
  }
  const names = new Set(own.flatMap(({ classes }) => classes));
  return ({ strata }) => (names.has(strata[dimension]) ? strata[dimension] : null);
}

/** Whether some classes may be told of together, whatever the measure. */
function mayBeTold(cells: readonly Cell[]): boolean {
  return (
    standing(
      cells.flatMap(({ units }) => units),
      "",
    ) === "shown"
  );
}
