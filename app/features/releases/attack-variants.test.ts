import highs from "highs";
import { beforeAll, describe, expect, test } from "vitest";
import { inventedUnits } from "../../../tests/builders/release-units.ts";
import { PULLS, pullOf, reachOf, variedUnits } from "../../../tests/builders/variant-units.ts";
import { type Cut, cellKey, cellsOf } from "./cells.ts";
import { cutsFor } from "./cuts.ts";
import { poolAreas } from "./pooling.ts";
import { MEAN_GRAIN, meanGrain } from "./rounding.ts";
import { type TableLine, tablesOf } from "./tables.ts";
import type { Unit } from "./unit.ts";
import { type VariantTables, variantLines } from "./variant-lines.ts";
import type { VariantId } from "./variants.ts";

/**
 * The attacker of attack.test.ts, who has the tables under every variant too. They know how far a variant can move an
 * area at the most, and every error and weight under it; of the variants that draw figures towards the middle they
 * even know by which share each area is drawn, as that follows from how much is on record and not from a figure. Of
 * their own council's areas they know all figures.
 */
const PINNED = 10;
const MEASURE = "overall";
/** What rounding leaves open, with a little for the arithmetic. */
const HALF = MEAN_GRAIN / 2 + 1e-4;

let solver: Awaited<ReturnType<typeof highs>>;
beforeAll(async () => {
  solver = await highs();
});

type VariantLine = VariantTables["lines"][number];
type Told = Pick<VariantLine, "mean">;
/** A line that the base tells, which units are in it, and what is told of it under each variant. */
type Place = { base: TableLine; inside: number[]; varied: Map<VariantId, Told> };
type Release = { units: readonly Unit[]; under: Map<VariantId, Unit[]>; places: Place[] };

const lineKey = (line: { cut: Cut; classes: readonly string[] }) => cellKey(line.cut, line.classes);
const figure = (unit: Unit | undefined) => unit?.figures.get(MEASURE) ?? { value: 50, se: 5 };
const idOf = (unit: Unit) => unit.area.replace("-", "_");

/** How variants are told: as lines moved, as the release does it, or each rounded anew, as it should not. */
type Telling = "moved" | "rounded anew" | "not at all";

function told(units: readonly Unit[], under: Map<VariantId, Unit[]>, telling: Telling): VariantLine[] {
  if (telling === "not at all") return [];
  const cuts = cutsFor(units);
  if (telling === "moved") return variantLines(units, under, cuts).lines;
  return [...under].flatMap(([variant, list]) =>
    tablesOf(list, MEASURE, cuts).map((line) => ({ variant, ...line })),
  );
}

function release(units: readonly Unit[], telling: Telling): Release {
  const under = variedUnits(units);
  const lines = told(units, under, telling).filter(
    ({ measure, cut }) => measure === MEASURE && cut.length < 2,
  );
  const places = tablesOf(units, MEASURE, cutsFor(units)).flatMap((base): Place[] => {
    if (base.mean === null) return [];
    const cell = cellsOf(units, base.cut).find((one) => lineKey(one) === lineKey(base));
    const own = lines.filter((line) => lineKey(line) === lineKey(base));
    const inside = (cell?.units ?? []).map((unit) => units.indexOf(unit));
    return [{ base, inside, varied: new Map(own.map((line) => [line.variant, line])) }];
  });
  return { units, under, places };
}

/** How a cell's figures are weighted, and the error of their mean: known, since it follows from errors. */
function weighted(units: readonly Unit[], inside: readonly number[]) {
  const estimates = inside.map((at) => figure(units[at]));
  const { between, se } = poolAreas(estimates);
  const precisions = estimates.map((one) => 1 / (one.se ** 2 + between ** 2));
  const total = precisions.reduce((sum, one) => sum + one, 0);
  return { weights: precisions.map((one) => one / total), se };
}

/** What rounding leaves open of a line by itself. */
const halfOf = (inside: readonly number[]) => meanGrain(inside.length) / 2 + 1e-4;

/** A program in the making: rows, and bounds of unknowns. */
type Program = { rows: string[]; bounds: string[] };

const term = (by: number, unknown: string) => `${by < 0 ? "-" : "+"} ${Math.abs(by).toFixed(10)} ${unknown}`;

function sayBase(program: Program, { units, places }: Release): void {
  for (const { base, inside } of places) {
    const { weights } = weighted(units, inside);
    const sum = inside.map((at, i) => term(weights[i] ?? 0, idOf(units[at] as Unit))).join(" ");
    const half = halfOf(inside);
    program.rows.push(`${sum} >= ${(base.mean ?? 0) - half}`, `${sum} <= ${(base.mean ?? 0) + half}`);
  }
}

/** What each line under each variant says: how far it lies from the base's, or where it lies. */
function sayVariants(program: Program, one: Release, telling: Telling, name: string): void {
  for (const [p, place] of one.places.entries())
    for (const [variant, line] of place.varied) {
      const list = one.under.get(variant) ?? [];
      const [was, is] = [weighted(one.units, place.inside), weighted(list, place.inside)];
      const [least, most] = boundsOf(place, line, telling);
      const unknown = `m_${name}_${p}_${variant.replace("-", "_")}`;
      let constant = 0;
      const terms = place.inside.map((at, i) => {
        const unit = one.units[at] as Unit;
        const weight = is.weights[i] ?? 0;
        const without = telling === "moved" ? (was.weights[i] ?? 0) : 0;
        if (!PULLS.includes(variant))
          return `${term(weight - without, idOf(unit))} ${term(weight, `${variant.replace("-", "_")}_${idOf(unit)}`)}`;
        const pull = pullOf(variant, unit.area);
        constant += weight * pull * 50;
        return term(weight * (1 - pull) - without, idOf(unit));
      });
      program.rows.push(`${terms.join(" ")} - ${unknown} = ${-constant}`);
      program.bounds.push(`${least} <= ${unknown} <= ${most}`);
    }
}

/**
 * Between which bounds a line’s mean has moved, or lies. The ends of a range that is moved lie about the moved mean as far as
 * its reach, which says how exact it is and nothing of where it lies.
 */
function boundsOf({ base, inside }: Place, line: Told, telling: Telling): [number, number] {
  const mean = line.mean ?? 0;
  if (telling !== "moved") return [mean - halfOf(inside), mean + halfOf(inside)];
  const moved = mean - (base.mean ?? 0);
  return [moved - HALF, moved + HALF];
}

/** Every area's own unknowns: its figure, and how far each variant moves it. Known ones are given. */
function sayAreas(program: Program, releases: readonly Release[], insiders: readonly Unit[]): void {
  const known = new Set(insiders.map(idOf));
  const all = new Map(releases.flatMap(({ units }) => units).map((unit) => [idOf(unit), unit]));
  for (const [id, unit] of all) {
    const { value } = figure(unit);
    program.bounds.push(known.has(id) ? `${id} = ${value}` : `0 <= ${id} <= 100`);
    for (const [variant, list] of variedUnits([unit])) {
      if (PULLS.includes(variant)) continue;
      const moves = `${variant.replace("-", "_")}_${id}`;
      const reach = reachOf(variant);
      program.bounds.push(
        known.has(id) ? `${moves} = ${figure(list[0]).value - value}` : `${-reach} <= ${moves} <= ${reach}`,
      );
      if (!known.has(id)) program.rows.push(`${id} + ${moves} <= 100`, `${id} + ${moves} >= 0`);
    }
  }
}

/** How far apart the bounds of each asked area's figure lie. */
function widths(
  releases: readonly Release[],
  telling: Telling,
  asked: readonly Unit[],
  insiders: readonly Unit[],
) {
  const program: Program = { rows: [], bounds: [] };
  sayAreas(program, releases, insiders);
  for (const [at, one] of releases.entries()) {
    sayBase(program, one);
    sayVariants(program, one, telling, String(at));
  }
  const model = `Subject To\n${program.rows.join("\n")}\nBounds\n${program.bounds.join("\n")}\nEnd`;
  const reach = (way: string, unit: Unit) => {
    const solution = solver.solve(`${way}\n goal: ${idOf(unit)}\n${model}`);
    expect(solution.Status).toBe("Optimal");
    return solution.ObjectiveValue;
  };
  return asked.map((unit) => reach("Maximize", unit) - reach("Minimize", unit));
}

/** Two releases, the second with some joined and some withdrawn; the largest council attacks some of the others. */
function attacked(
  size: { areas: number; joined: number; withdrawn: number; seed: number; tried: number },
  telling: Telling,
) {
  const { areas, joined, withdrawn, seed, tried } = size;
  const units = inventedUnits(areas + joined, seed);
  const before = units.slice(0, areas);
  const of = (name: string) => before.filter(({ council }) => council === name);
  const insiders = before
    .map(({ council }) => of(council))
    .reduce((most, one) => (one.length > most.length ? one : most));
  const asked = units
    .slice(withdrawn)
    .filter((unit) => !insiders.includes(unit))
    .reverse()
    .slice(0, tried);
  const releases = [release(before, telling), release(units.slice(withdrawn), telling)];
  return widths(releases, telling, asked, insiders);
}

const ALONE = { joined: 1, withdrawn: 0, tried: 1 };

function print(what: string, found: readonly number[]): void {
  process.stdout.write(
    `attack on variants: ${what}: ${found.length} areas tried, closest bounds ${Math.min(...found).toFixed(1)} points\n`,
  );
}

describe("an attack on what is published under variants", () => {
  test("pins no area of forty when three join and two withdraw", () => {
    const found = attacked({ areas: 40, joined: 3, withdrawn: 2, seed: 1, tried: 3 }, "moved");
    print("40 areas, three join, two withdraw", found);
    expect(Math.min(...found)).toBeGreaterThan(PINNED);
  });

  test("pins no area that joins alone, and brings nobody much closer than the release without variants does", () => {
    const sizes = Array.from({ length: 6 }, (_, i) => ({
      ...ALONE,
      areas: 25 + (i % 2) * 30,
      seed: 100 + i,
    }));
    const found = sizes.flatMap((size) => attacked(size, "moved"));
    const without = sizes.flatMap((size) => attacked(size, "not at all"));
    print("one area joins, six instances", found);
    print("the same without variants", without);
    expect(Math.min(...found)).toBeGreaterThan(PINNED);
    expect(Math.min(...without) - Math.min(...found)).toBeLessThan(2);
  });

  test("would learn much more from figures rounded anew, which is why lines are moved", () => {
    const size = { ...ALONE, areas: 55, seed: 101 };
    const [moved, anew] = [attacked(size, "moved"), attacked(size, "rounded anew")];
    print("each line rounded anew, one instance", anew);
    expect(Math.min(...anew)).toBeLessThan(Math.min(...moved) / 2);
  });
});
