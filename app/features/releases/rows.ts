import { chanceAbove, medianOfTold, type Pooled, poolAreas, shrink } from "./pooling.ts";
import { COUNT_GRAIN, outwards, ROW_GRAIN, toNearest } from "./rounding.ts";
import { standing } from "./suppression.ts";
import { NINETY } from "./tables.ts";
import type { Counts, Measured, Unit } from "./unit.ts";

/** Errors of areas inside a study are told to the nearest 2 points, chances to the nearest tenth. */
const ERROR_GRAIN = 2;
const CHANCE_GRAIN = 0.1;
/** The standard error of rounding to five points. */
const ROUNDED_BY = ROW_GRAIN / Math.sqrt(12);

/** What a study is told of one area for one measure: rounded, under a pseudonym, with one class and no more. */
export type StudyRow = {
  readonly id: string;
  /** The class it is compared within; null where it stands among the rarer ones: they are compared with all. */
  readonly among: string | null;
  readonly value: number;
  readonly se: number;
  /** Drawn towards its group, with its likely range: worked out from what is told here, so that it tells no more. */
  readonly shrunk: number;
  readonly lo: number;
  readonly hi: number;
  /** The chance of lying above the group's median: never a rank. */
  readonly chanceAbove: number;
  /** Of an indicator that counts: of how many (to the nearest five), and the share in 100 (to the nearest 5 points). */
  readonly counts: Counts | null;
};

/** A group as a funnel is drawn from: where its middle is and how far its areas differ, rounded. */
export type StudyGroup = { readonly among: string | null; readonly mean: number; readonly between: number };

export type StudyTable = { readonly rows: readonly StudyRow[]; readonly groups: readonly StudyGroup[] };

/** The class that a unit is compared within; null: among the rarer ones. */
export type KindOf = (unit: Unit) => string | null;

/**
 * The rows of a study for one measure, each kind with its group. Nothing of a kind whose areas with the measure may not be
 * told of together: not of any of them. In the order of the pseudonyms, which says nothing.
 */
export function studyTable(
  units: readonly Unit[],
  measure: string,
  kindOf: KindOf,
  pseudonym: (unit: Unit) => string,
): StudyTable {
  const kinds = kindsIn(units, measure, kindOf);
  const all = kinds.flatMap(({ inside }) => inside);
  const groups = kinds.map(({ among, inside }) => group(among, inside, among === null ? all : inside));
  const rows = groups.flatMap(({ among, inside, pooled, line }) =>
    inside.map(({ unit, told }) => ({
      id: pseudonym(unit),
      among,
      ...rowOf(told, pooled, line),
      counts: countsIn(unit, measure),
    })),
  );
  return {
    rows: rows.sort((a, b) => (a.id < b.id ? -1 : 1)),
    groups: groups.map(({ among, pooled: { mean, between } }) => ({ among, mean, between })),
  };
}

/** A unit with its figure, and with what is told of that: rounded. */
type Having = { readonly unit: Unit; readonly figure: Measured; readonly told: Measured };
type Kind = { readonly among: string | null; readonly inside: readonly Having[] };

/** The areas that have a measure, by kind; kinds of which nothing may be told are left out whole. */
function kindsIn(units: readonly Unit[], measure: string, kindOf: KindOf): Kind[] {
  const having = units.flatMap((unit) => {
    const figure = unit.figures.get(measure);
    return figure ? [{ unit, figure, told: toldOf(figure) }] : [];
  });
  const names = [...new Set(having.map(({ unit }) => kindOf(unit)))].sort(rarerLast);
  return names.flatMap((among) => {
    const inside = having.filter(({ unit }) => kindOf(unit) === among);
    const status = standing(
      inside.map(({ unit }) => unit),
      measure,
    );
    return status === "shown" ? [{ among, inside }] : [];
  });
}

function rarerLast(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return a < b ? -1 : 1;
}

function toldOf({ value, se }: Measured): Measured {
  return {
    value: toNearest(value, ROW_GRAIN),
    se: Math.max(ERROR_GRAIN, toNearest(se, ERROR_GRAIN)),
  };
}

/** A told figure with the error that rounding added to its own. */
const rounded = ({ value, se }: Measured): Measured => ({ value, se: Math.hypot(se, ROUNDED_BY) });

/** What areas are compared with: its mean and how far they differ as told, its middle from the told figures. */
function group(among: string | null, inside: readonly Having[], comparedWith: readonly Having[]) {
  const exact = poolAreas(comparedWith.map(({ figure }) => figure));
  const [mean, between] = [toNearest(exact.mean, ERROR_GRAIN), toNearest(exact.between, ERROR_GRAIN)];
  const precision = comparedWith.reduce(
    (sum, { told }) => sum + 1 / (rounded(told).se ** 2 + between ** 2),
    0,
  );
  const line = medianOfTold(
    comparedWith.map(({ told }) => told.value),
    ROW_GRAIN,
  );
  return { among, inside, pooled: { mean, between, se: Math.sqrt(1 / precision) }, line };
}

/** What a unit counted, rounded; fewer than five are no count. */
function countsIn(unit: Unit, measure: string): Counts | null {
  const counted = unit.counts.get(measure);
  if (!counted || counted.of < COUNT_GRAIN) return null;
  return { of: toNearest(counted.of, COUNT_GRAIN), share: toNearest(counted.share, ROW_GRAIN) };
}

function rowOf(told: Measured, pooled: Pooled, line: number): Omit<StudyRow, "id" | "among" | "counts"> {
  const shrunk = shrink(rounded(told), pooled);
  return {
    ...told,
    shrunk: toNearest(shrunk.value, ROW_GRAIN),
    ...outwards(shrunk.value - NINETY * shrunk.se, shrunk.value + NINETY * shrunk.se, ROW_GRAIN),
    chanceAbove: Number(toNearest(chanceAbove(line, shrunk), CHANCE_GRAIN).toFixed(1)),
  };
}
