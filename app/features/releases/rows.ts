import { chanceAbove, median, type Pooled, poolAreas, shrink } from "./pooling.ts";
import { outwards, ROW_GRAIN, toNearest } from "./rounding.ts";
import type { Dimension } from "./strata.ts";
import { standing } from "./suppression.ts";
import type { Measured, Unit } from "./unit.ts";

const NINETY = 1.644854;
/** Errors of areas inside a study are told to the nearest 2 points, chances to the nearest tenth. */
const ERROR_GRAIN = 2;
const CHANCE_GRAIN = 0.1;

/** What a study is told of one area for one measure: rounded, under a pseudonym, with one class and no more. */
export type StudyRow = {
  readonly id: string;
  /** The class it is compared within; null where too few areas share it: then it is compared with all. */
  readonly among: string | null;
  readonly value: number;
  readonly se: number;
  /** Drawn towards its group, with its likely range. */
  readonly shrunk: number;
  readonly lo: number;
  readonly hi: number;
  /** The chance of lying above the group's median: never a rank. */
  readonly chanceAbove: number;
};

/** A group as a funnel is drawn from: where its middle is and how far its areas differ, rounded. */
export type StudyGroup = { readonly among: string | null; readonly mean: number; readonly between: number };

export type StudyTable = { readonly rows: readonly StudyRow[]; readonly groups: readonly StudyGroup[] };

/**
 * The rows of a study for one measure, by one dimension. Worked out from exact figures and rounded last. Nothing at all
 * where the areas together may not be told of. In the order of the pseudonyms, which says nothing.
 */
export function studyTable(
  units: readonly Unit[],
  measure: string,
  dimension: Dimension,
  pseudonym: (unit: Unit) => string,
): StudyTable {
  const having = units.flatMap((unit) => {
    const figure = unit.figures.get(measure);
    return figure ? [{ unit, figure }] : [];
  });
  if (
    standing(
      having.map(({ unit }) => unit),
      measure,
    ) !== "shown"
  )
    return { rows: [], groups: [] };
  const groups = groupsOf(having, measure, dimension);
  const rows = groups.flatMap(({ among, inside, pooled, line }) =>
    inside.map(({ unit, figure }) => rowOf(pseudonym(unit), among, figure, pooled, line)),
  );
  return {
    rows: rows.sort((a, b) => (a.id < b.id ? -1 : 1)),
    groups: groups.map(({ among, pooled }) => ({
      among,
      mean: toNearest(pooled.mean, ERROR_GRAIN),
      between: toNearest(pooled.between, ERROR_GRAIN),
    })),
  };
}

type Having = { readonly unit: Unit; readonly figure: Measured };
type Group = { among: string | null; inside: Having[]; pooled: Pooled; line: number };

/** The areas by class; those of a class that may not be told of stand in one group of all areas. */
function groupsOf(having: readonly Having[], measure: string, dimension: Dimension): Group[] {
  const classes = [...new Set(having.map(({ unit }) => unit.strata[dimension]))].sort();
  const own = classes.flatMap((among) => {
    const inside = having.filter(({ unit }) => unit.strata[dimension] === among);
    return standing(
      inside.map(({ unit }) => unit),
      measure,
    ) === "shown"
      ? [group(among, inside, inside)]
      : [];
  });
  const placed = new Set(own.flatMap(({ inside }) => inside));
  const others = having.filter((one) => !placed.has(one));
  return others.length === 0 ? own : [...own, group(null, others, having)];
}

function group(among: string | null, inside: Having[], comparedWith: readonly Having[]): Group {
  const figures = comparedWith.map(({ figure }) => figure);
  return { among, inside, pooled: poolAreas(figures), line: median(figures.map(({ value }) => value)) };
}

function rowOf(id: string, among: string | null, figure: Measured, pooled: Pooled, line: number): StudyRow {
  const shrunk = shrink(figure, pooled);
  return {
    id,
    among,
    value: toNearest(figure.value, ROW_GRAIN),
    se: Math.max(ERROR_GRAIN, toNearest(figure.se, ERROR_GRAIN)),
    shrunk: toNearest(shrunk.value, ROW_GRAIN),
    ...outwards(shrunk.value - NINETY * shrunk.se, shrunk.value + NINETY * shrunk.se, ROW_GRAIN),
    chanceAbove: Number(toNearest(chanceAbove(line, shrunk), CHANCE_GRAIN).toFixed(1)),
  };
}
