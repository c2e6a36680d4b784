import highs from "highs";
import { beforeAll, describe, expect, test } from "vitest";
import { inventedUnits } from "../../../tests/builders/release-units.ts";
import { type Cut, cellKey, cellsOf } from "./cells.ts";
import { allCuts, cutsOf } from "./cuts.ts";
import { poolAreas } from "./pooling.ts";
import { meanGrain, withEnds } from "./rounding.ts";
import { type TableLine, tablesOf } from "./tables.ts";
import type { Unit } from "./unit.ts";

/**
 * The attacker knows everything but the figures: which areas are in each release, all their classes, how exact each
 * figure is, how lines are weighted, and that an area in both releases has the same figure in both. From every line of
 * two releases, and from what one council knows of its own areas, they work out between which bounds the figure of
 * each other area must lie. Pinned: between bounds closer than this, in points.
 */
const PINNED = 10;
const MEASURE = "overall";

let solver: Awaited<ReturnType<typeof highs>>;
beforeAll(async () => {
  solver = await highs();
});

type Release = { readonly units: readonly Unit[]; readonly lines: readonly TableLine[] };

function release(all: readonly Unit[]): Release {
  const units = all.filter(({ figures }) => figures.has(MEASURE));
  return { units, lines: tablesOf(all, MEASURE, cutsOf(all, MEASURE)) };
}

const name = (unit: Unit) => unit.area.replace("-", "_");
const figureOf = (unit: Unit) => unit.figures.get(MEASURE)?.value ?? 0;

/** What each line of a release says of the areas in it. */
function inequalities({ units, lines }: Release): string[] {
  return lines.flatMap((line) => {
    if (line.mean === null) return [];
    const key = cellKey(line.cut, line.classes);
    const inside =
      cellsOf(units, line.cut).find((cell) => cellKey(cell.cut, cell.classes) === key)?.units ?? [];
    const estimates = inside.map((unit) => unit.figures.get(MEASURE) ?? { value: 0, se: 1 });
    const between = poolAreas(estimates).between ** 2;
    const weights = estimates.map(({ se }) => 1 / (se ** 2 + between));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const terms = inside
      .map((unit, i) => `${((weights[i] ?? 0) / total).toFixed(10)} ${name(unit)}`)
      .join(" + ");
    const half = meanGrain(inside.length) / 2 + 1e-4;
    return [`${terms} >= ${line.mean - half}`, `${terms} <= ${line.mean + half}`];
  });
}

/** How far apart the bounds of each area's figure lie, given the releases and the figures known already. */
function widths(releases: readonly Release[], known: readonly Unit[], asked: readonly Unit[]): number[] {
  const all = new Map(releases.flatMap(({ units }) => units).map((unit) => [name(unit), unit]));
  const said = releases.flatMap(inequalities);
  const told = new Set(known.map(name));
  const bounds = [...all].map(([id, unit]) =>
    told.has(id) ? `${id} = ${figureOf(unit)}` : `0 <= ${id} <= 100`,
  );
  const model = `Subject To\n${said.join("\n")}\nBounds\n${bounds.join("\n")}\nEnd`;
  const reach = (way: string, unit: Unit) => {
    const solution = solver.solve(`${way}\n goal: ${name(unit)}\n${model}`);
    expect(solution.Status).toBe("Optimal");
    return solution.ObjectiveValue;
  };
  return asked.map((unit) => reach("Maximize", unit) - reach("Minimize", unit));
}

/** The units of the council that has most. */
function largestCouncil(units: readonly Unit[]): Unit[] {
  const byCouncil = new Map<string, Unit[]>();
  for (const unit of units) byCouncil.set(unit.council, [...(byCouncil.get(unit.council) ?? []), unit]);
  return [...byCouncil.values()].reduce((most, one) => (one.length > most.length ? one : most));
}

/** Two releases of an instance: in the second some have joined, some have withdrawn. */
function twoReleases(areas: number, joined: number, withdrawn: number, seed: number): [Release, Release] {
  const units = inventedUnits(areas + joined, seed);
  return [release(units.slice(0, areas)), release(units.slice(withdrawn))];
}

/** The bounds of those that joined last and of some others, with the largest council as the attacker. */
function attacked([before, after]: readonly [Release, Release], others: number): number[] {
  const insiders = largestCouncil(before.units);
  const outside = after.units.filter((unit) => !insiders.includes(unit)).reverse();
  return widths([before, after], insiders, outside.slice(0, others));
}

function print(what: string, found: readonly number[], { lines }: Release): void {
  const shown = lines.filter((line) => line.status === "shown").length;
  process.stdout.write(
    `attack on releases: ${what}: ${shown} figures; ${found.length} areas tried, closest bounds ${Math.min(...found).toFixed(1)} points\n`,
  );
}

describe("an attack on what is published", () => {
  test.each([
    { areas: 40, seed: 1 },
    { areas: 60, seed: 3 },
    { areas: 150, seed: 4 },
  ])("pins no area of $areas when three join and two withdraw", ({ areas, seed }) => {
    const releases = twoReleases(areas, 3, 2, seed);
    const found = attacked(releases, 8);
    print(`${areas} areas, three join, two withdraw`, found, releases[1]);
    expect(Math.min(...found)).toBeGreaterThan(PINNED);
  });

  test("pins no area that joins alone", () => {
    const seeds = Array.from({ length: 16 }, (_, i) => i + 100);
    const found = seeds.flatMap((seed) => attacked(twoReleases(25 + (seed % 4) * 30, 1, 0, seed), 1));
    print("one area joins, sixteen instances", found, release(inventedUnits(115, 103)));
    expect(Math.min(...found)).toBeGreaterThan(PINNED);
  });

  test.each([
    { areas: 600, having: 100, seed: 5 },
    { areas: 1500, having: 60, seed: 6 },
  ])("pins none of $having that have a measure, of $areas in the release, where one joins", (instance) => {
    const every = Math.round(instance.areas / instance.having);
    const all = inventedUnits(instance.areas, instance.seed).map((unit, i) =>
      i % every === 0 ? unit : { ...unit, figures: new Map() },
    );
    const joined = all.filter(({ figures }) => figures.has(MEASURE)).slice(-6);
    const found = joined.flatMap((one) => {
      const releases = [release(all.filter((unit) => unit !== one)), release(all)] as const;
      return widths(releases, largestCouncil(releases[0].units), [one]);
    });
    print(`a measure that ${instance.having} of ${instance.areas} have`, found, release(all));
    expect(Math.min(...found)).toBeGreaterThan(PINNED);
  });

  test("learns of a mean from the ends of its range nothing that the mean itself does not tell", () => {
    const said = Array.from({ length: 12 }, (_, seed) => release(inventedUnits(25 + seed * 5, seed)).lines)
      .flat()
      .filter(({ mean }) => mean !== null);
    expect(said.length).toBeGreaterThan(100);
    for (const { mean, lo, hi } of said) {
      const reach = Math.max((hi ?? 0) - (mean ?? 0), (mean ?? 0) - (lo ?? 0));
      expect({ mean, lo, hi }).toEqual(withEnds({ mean: mean ?? 0, reach }, 0, 100));
    }
  });

  test("pins areas where every cell of every table is told as it is, which is why the rules are there", () => {
    const units = inventedUnits(25, 5);
    const lines = allCuts().flatMap((cut) =>
      cellsOf(units, cut).map((cell) => told(cell.cut, cell.classes, cell.units)),
    );
    expect(Math.min(...widths([{ units, lines }], [], units.slice(0, 6)))).toBeLessThan(PINNED);
  });
});

/** A line without any of the rules. */
function told(cut: Cut, classes: readonly string[], units: readonly Unit[]): TableLine {
  const { mean } = poolAreas(units.map((unit) => unit.figures.get(MEASURE) ?? { value: 0, se: 1 }));
  return { measure: MEASURE, cut, classes, status: "shown", areas: units.length, mean, lo: null, hi: null };
}
