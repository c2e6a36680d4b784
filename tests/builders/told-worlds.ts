import { changeLines } from "~/features/releases/changes";
import { cutsFor, cutsOf } from "~/features/releases/cuts";
import { type TableLine, tablesOf } from "~/features/releases/tables";
import type { Measured, Unit } from "~/features/releases/unit";
import { type VariantTables, variantLines } from "~/features/releases/variant-lines";
import { methodUnder, VARIANTS, type Variant, type VariantId } from "~/features/releases/variants";
import { COMPONENTS } from "~/features/scoring/facts";
import { method202611 } from "~/features/scoring/methods/2026-11";
import { type Estimate, meanMin } from "~/features/scoring/mmf";
import { chance, inventedUnits } from "./release-units.ts";
import { PULLS, pullOf, reachOf } from "./variant-units.ts";

// Worlds: areas with all their figures, as they are and as they might be, and what a release tells of either. An area has
// ten figures of its own, one of each side in each component; the components and the overall figure are worked out from
// them by the method's own function.

const SIDES = ["council", "community"] as const;
const DIRECTIONS = COMPONENTS.flatMap((component) => SIDES.map((side) => ({ component, side })));
export const PARTS = DIRECTIONS.length;

/** Every measure of these worlds. */
export const WORLD_MEASURES: readonly string[] = [
  "overall",
  ...COMPONENTS,
  ...DIRECTIONS.map(({ component, side }) => `${component}/${side}`),
];

/** An area as it is: where it stands, and its figures with their errors. */
export type Area = {
  readonly unit: Unit;
  readonly truth: readonly number[];
  readonly errors: readonly number[];
};
/** How far the figures of areas lie from the truth in another world; those that are not in it are as they are. */
export type Shifts = ReadonlyMap<Area, readonly number[]>;

/** Invented areas, each with a quality of its own. */
export function inventedAreas(count: number, seed: number): Area[] {
  const next = chance(seed + 5_000);
  return inventedUnits(count, seed).map((unit) => {
    const quality = 25 + 50 * next();
    const truth = Array.from({ length: PARTS }, () => between(3, 97, quality + 40 * (next() - 0.5)));
    return { unit, truth, errors: Array.from({ length: PARTS }, () => 6 + 10 * next()) };
  });
}

function between(least: number, most: number, value: number): number {
  return Math.min(most, Math.max(least, value));
}

/** All figures that follow from an area’s own ones, under the method or a variant of it. */
export function figuresIn(area: Area, parts: readonly number[], variant?: Variant): Map<string, Measured> {
  const known = errorsOf(area, variant);
  const found = composed(varied(area, parts, variant), area.errors, variant);
  return new Map([...found].map(([id, { value }]) => [id, { value, se: known.get(id) ?? 1 }]));
}

const remembered = new WeakMap<Area, Map<string, Map<string, number>>>();

/** How exact each figure is: whoever attacks knows it, so it is the same in all worlds. */
function errorsOf(area: Area, variant: Variant | undefined): Map<string, number> {
  const known = remembered.get(area) ?? new Map<string, Map<string, number>>();
  remembered.set(area, known);
  const there = known.get(variant?.id ?? "");
  if (there) return there;
  const found = composed(varied(area, area.truth, variant), area.errors, variant);
  const made = new Map([...found].map(([id, { se }]) => [id, se]));
  known.set(variant?.id ?? "", made);
  return made;
}

function composed(parts: readonly number[], errors: readonly number[], variant: Variant | undefined) {
  const { parameters } = variant ? methodUnder(method202611, variant) : method202611;
  const found = new Map<string, Estimate>();
  const directions = DIRECTIONS.map(({ component, side }, i) => {
    const direction = { value: parts[i] ?? 50, se: errors[i] ?? 1 };
    found.set(`${component}/${side}`, direction);
    return direction;
  });
  const components = COMPONENTS.map((component, i) => {
    const both = meanMin(directions.slice(2 * i, 2 * i + 2), parameters);
    found.set(component, both);
    return both;
  });
  return found.set("overall", meanMin(components, parameters));
}

/** Variants that change only what is made of the directions: they are worked out, not invented. */
const OF_METHOD: readonly VariantId[] = ["alpha-25", "alpha-100", "beta-5", "beta-20"];
const wandering = new Map<string, number[]>();

/** An area’s own figures under a variant: drawn to the middle by a known share, or moved as far as that variant moves this area. */
function varied({ unit }: Area, parts: readonly number[], variant: Variant | undefined): readonly number[] {
  if (!variant || OF_METHOD.includes(variant.id)) return parts;
  if (PULLS.includes(variant.id)) {
    const pull = pullOf(variant.id, unit.area);
    return parts.map((part) => part + pull * (50 - part));
  }
  const key = `${variant.id} ${unit.area}`;
  const there = wandering.get(key) ?? wandersBy(key, reachOf(variant.id));
  wandering.set(key, there);
  return parts.map((part, i) => between(0, 100, part + (there[i] ?? 0)));
}

function wandersBy(key: string, reach: number): number[] {
  const next = chance([...key].reduce((seed, letter) => (seed * 31 + letter.charCodeAt(0)) | 0, 7));
  return Array.from({ length: PARTS }, () => reach * (2 * next() - 1));
}

/** An area’s own figures in a world. */
export function partsIn(area: Area, shifts: Shifts): number[] {
  const shift = shifts.get(area);
  return area.truth.map((part, i) => part + (shift?.[i] ?? 0));
}

/** The areas of a release with the figures they have in a world. */
export function unitsIn(areas: readonly Area[], shifts: Shifts, variant?: Variant): Unit[] {
  return areas.map((area) => ({ ...area.unit, figures: figuresIn(area, partsIn(area, shifts), variant) }));
}

/** The lines of every measure of a release. */
export function levelsIn(areas: readonly Area[], shifts: Shifts): TableLine[] {
  const units = unitsIn(areas, shifts);
  return WORLD_MEASURES.flatMap((measure) => tablesOf(units, measure, cutsOf(units, measure)));
}

/** What is published besides: changes, every variant, how many areas pass the median and how far their order stays. */
export function restIn(before: readonly Area[], after: readonly Area[], shifts: Shifts) {
  const [was, is] = [unitsIn(before, shifts), unitsIn(after, shifts)];
  const changes = WORLD_MEASURES.flatMap((measure) => changeLines(was, is, measure, cutsFor(is), "before"));
  const variants: [VariantTables, VariantTables] = [variedIn(before, shifts), variedIn(after, shifts)];
  return { changes, variants };
}

function variedIn(areas: readonly Area[], shifts: Shifts): VariantTables {
  const under = new Map(VARIANTS.map((one): [VariantId, Unit[]] => [one.id, unitsIn(areas, shifts, one)]));
  const units = unitsIn(areas, shifts);
  return variantLines(units, under, cutsFor(units));
}
