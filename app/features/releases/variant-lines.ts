import { COMPONENTS } from "../scoring/facts.ts";
import { type Cut, cellKey, cellsOf } from "./cells.ts";
import { OVERALL } from "./measures.ts";
import { median } from "./pooling.ts";
import type { VariantLine, VariantSays } from "./published.ts";
import { rankCorrelation } from "./rank-correlation.ts";
import { COUNT_GRAIN, MEAN_GRAIN, toldMean, toNearest, withEnds } from "./rounding.ts";
import { areasIn, reaching, type TableLine, tablesOf } from "./tables.ts";
import type { Measured, Unit } from "./unit.ts";
import type { VariantId } from "./variants.ts";

/** What is told under every variant: the overall figure and the five components, both directions together. */
export const VARIED_MEASURES = [OVERALL.id, ...COMPONENTS] as const;

/** Agreement between two orders of areas is told to the nearest twentieth, and of so many areas at the least. */
const AGREEMENT_GRAIN = 0.05;
const LEAST_COMPARED = 10;

/** What the release keeps of the variants: each line of the base moved, blank where the base's is. */
export type VariantTables = {
  readonly lines: (VariantLine & { readonly variant: VariantId })[];
  readonly says: VariantSays[];
};

/**
 * What a release tells under each variant, for all areas and each table by one dimension. What is left out is decided
 * once, by the tables of the base: a line has its status under every variant. What is told is how far a line moves,
 * rounded, added to what the base tells of it, the mean and the reach of its range each by itself: never the exact figure rounded once more, which would by and by say what
 * was rounded off (attack-variants.test.ts). Throws RangeError where a unit or a figure of the base is missing under a
 * variant.
 */
export function variantLines(
  base: readonly Unit[],
  under: ReadonlyMap<VariantId, readonly Unit[]>,
  cuts: readonly Cut[],
): VariantTables {
  const found = [...under].map(([variant, units]) => ({ variant, figure: figuresBy(units) }));
  const tables = VARIED_MEASURES.flatMap((measure) => placedLines(base, measure, cuts));
  const whole = tables.find(({ line }) => line.measure === OVERALL.id && line.cut.length === 0);
  return {
    lines: found.flatMap(({ variant, figure }) =>
      tables.map(({ line, units }) => ({ variant, ...movedLine(line, units, figure) })),
    ),
    says: found.map(({ variant, figure }) => ({
      variant,
      ...(whole?.line.status === "shown" ? stirred(whole.units, figure) : { crossed: null, agreement: null }),
    })),
  };
}

type FigureOf = (unit: Unit, measure: string) => Measured;

const keyOf = ({ area, council }: Unit) => JSON.stringify([area, council]);

function figuresBy(units: readonly Unit[]): FigureOf {
  const byKey = new Map(units.map((unit) => [keyOf(unit), unit.figures]));
  return (unit, measure) => given(byKey.get(keyOf(unit))?.get(measure), measure);
}

function given(figure: Measured | undefined, measure: string): Measured {
  if (!figure) throw new RangeError(`a relationship has no figure for ${measure} under a variant`);
  return figure;
}

type PlacedLine = { readonly line: TableLine; readonly units: readonly Unit[] };

/** The lines of the base that are told under variants, with the units in each. */
function placedLines(base: readonly Unit[], measure: string, cuts: readonly Cut[]): PlacedLine[] {
  const having = base.filter((unit) => unit.figures.has(measure));
  const coarse = cuts.filter((cut) => cut.length <= 1);
  const cells = new Map(
    coarse
      .flatMap((cut) => cellsOf(having, cut))
      .map((cell) => [cellKey(cell.cut, cell.classes), cell.units]),
  );
  return tablesOf(base, measure, cuts)
    .filter((line) => line.cut.length <= 1)
    .map((line) => ({ line, units: cells.get(cellKey(line.cut, line.classes)) ?? [] }));
}

function movedLine(
  { areas: _, ...line }: TableLine,
  units: readonly Unit[],
  figure: FigureOf,
): Omit<TableLine, "areas"> {
  if (line.mean === null) return line;
  const before = reaching(units.map((unit) => given(unit.figures.get(line.measure), line.measure)));
  const after = reaching(units.map((unit) => figure(unit, line.measure)));
  const told = toldMean(before, areasIn(units));
  const mean = Math.min(100, Math.max(0, told.mean + toNearest(after.mean - before.mean, MEAN_GRAIN)));
  const reach = Math.max(0, told.reach + toNearest(after.reach - before.reach, MEAN_GRAIN));
  return { ...line, ...withEnds({ mean, reach }, 0, 100) };
}

/** Of all areas' overall figures: how many pass the median, and how far their order stays. */
function stirred(units: readonly Unit[], figure: FigureOf): Omit<VariantSays, "variant"> {
  if (areasIn(units) < LEAST_COMPARED) return { crossed: null, agreement: null };
  const before = units.map((unit) => given(unit.figures.get(OVERALL.id), OVERALL.id).value);
  const after = units.map((unit) => figure(unit, OVERALL.id).value);
  const above = (values: readonly number[]) => {
    const line = median(values);
    return values.map((value) => value > line);
  };
  const [was, is] = [above(before), above(after)];
  const crossing = new Set(units.filter((_, i) => was[i] !== is[i]).map(({ area }) => area));
  const agreement = rankCorrelation(before, after);
  return {
    crossed: toNearest(crossing.size, COUNT_GRAIN),
    agreement: agreement === null ? null : Number(toNearest(agreement, AGREEMENT_GRAIN).toFixed(2)),
  };
}
