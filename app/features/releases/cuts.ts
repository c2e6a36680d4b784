import { type Cut, cellsOf } from "./cells.ts";
import { DIMENSIONS } from "./strata.ts";
import type { Unit } from "./unit.ts";

/**
 * Areas to one independent figure: with more figures than a fifth of the areas, tables over many dimensions can be
 * solved for the areas in them, however large each cell is.
 */
export const AREAS_PER_FIGURE = 5;

/**
 * The tables that some areas leave room for: all areas, each dimension, each pair, as long as there is one independent
 * figure to five areas at most. What is chosen depends on how many areas and classes there are, never on a figure. A table
 * whose turn does not fit is passed over for the next that does.
 */
export function cutsFor(units: readonly Unit[]): Cut[] {
  const room = Math.floor(new Set(units.map((unit) => unit.area)).size / AREAS_PER_FIGURE);
  const chosen: Cut[] = [];
  let used = 0;
  for (const cut of allCuts()) {
    const figures = independent(units, cut);
    if (figures < 1 || used + figures > room) continue;
    chosen.push(cut);
    used += figures;
  }
  return chosen;
}

/**
 * The tables a release shows of one measure: those for which the areas that have it leave room. All areas together always
 * stands there, if only to say why it has no figure.
 */
export function cutsOf(units: readonly Unit[], measure: string): Cut[] {
  const cuts = cutsFor(units.filter(({ figures }) => figures.has(measure)));
  return cuts.length === 0 ? [[]] : cuts;
}

/** Every cut there can be, in the order in which they are wanted. */
export function allCuts(): Cut[] {
  const pairs = DIMENSIONS.flatMap((a, i) => DIMENSIONS.slice(i + 1).map((b) => [a, b] as const));
  return [[], ...DIMENSIONS.map((dimension) => [dimension] as const), ...pairs];
}

/** The figures of a table that do not follow from smaller tables: (classes − 1), multiplied. */
function independent(units: readonly Unit[], cut: Cut): number {
  return cut.reduce((product, dimension) => product * (cellsOf(units, [dimension]).length - 1), 1);
}
