import highs from "highs";
import { beforeAll, expect, test } from "vitest";
import { chance, inventedUnits } from "../../../tests/builders/release-units.ts";
import { type Cell, type Cut, cellKey, cellsOf } from "./cells.ts";
import { changeLines } from "./changes.ts";
import { cutsFor } from "./cuts.ts";
import { poolAreas } from "./pooling.ts";
import { meanGrain } from "./rounding.ts";
import { tablesOf } from "./tables.ts";
import type { Measured, Unit } from "./unit.ts";

/**
 * The attacker of attack.test.ts, where figures do move and their changes are told as well: every area has a figure in each
 * release, unknown both, and every line of both releases and of the changes between them is an equation. They know
 * everything about their own council's areas, now and before.
 */
const PINNED = 10;
const MEASURE = "overall";

let solver: Awaited<ReturnType<typeof highs>>;
beforeAll(async () => {
  solver = await highs();
});

const figureOf = (unit: Unit): Measured => unit.figures.get(MEASURE) ?? { value: 0, se: 1 };
const number = (unit: Unit) => unit.area.replace(/\D/g, "");
const was = (unit: Unit) => `w${number(unit)}`;
const is = (unit: Unit) => `n${number(unit)}`;

/** The same areas a quarter on: each has moved by up to 12 points. */
function aQuarterOn(units: readonly Unit[], seed: number): Unit[] {
  const next = chance(seed);
  return units.map((unit) => {
    const { value, se } = figureOf(unit);
    const moved = Math.min(100, Math.max(0, value + 24 * next() - 12));
    return { ...unit, figures: new Map([[MEASURE, { value: moved, se }]]) };
  });
}

type Told = { readonly cut: Cut; readonly classes: readonly string[]; readonly mean: number | null };

/** What lines say of the units in their cells; `term` writes one unit's unknowns with its weight. */
function equations(
  lines: readonly Told[],
  units: readonly Unit[],
  se: (unit: Unit) => Measured,
  term: (weight: string, unit: Unit) => string,
): string[] {
  return lines.flatMap(({ cut, classes, mean }) => {
    if (mean === null) return [];
    const inside = cellOf(units, cut, classes)?.units ?? [];
    const between = poolAreas(inside.map(se)).between ** 2;
    const weights = inside.map((unit) => 1 / (se(unit).se ** 2 + between));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const terms = inside.map((unit, i) => term(((weights[i] ?? 0) / total).toFixed(10), unit)).join(" ");
    const half = meanGrain(inside.length) / 2 + 1e-4;
    return [`${terms} >= ${mean - half}`, `${terms} <= ${mean + half}`];
  });
}

function cellOf(units: readonly Unit[], cut: Cut, classes: readonly string[]): Cell | undefined {
  return cellsOf(units, cut).find((cell) => cellKey(cell.cut, cell.classes) === cellKey(cut, classes));
}

/** How close the bounds of outsiders' figures now lie, with the changes told and without. */
function closest(
  areas: number,
  joined: number,
  left: number,
  seed: number,
): { told: number; eachTold: number } {
  const all = inventedUnits(areas + joined, seed);
  const before = all.slice(0, areas);
  const after = aQuarterOn(all.slice(left), seed + 1);
  const insiders = largestCouncil(after);
  const model = constraints(before, after, insiders);
  const asked = after
    .filter((unit) => !insiders.includes(unit))
    .reverse()
    .slice(0, 6);
  const least = (said: readonly string[]) =>
    Math.min(...asked.map((unit) => width(unit, said, model.bounds)));
  return {
    told: least([...model.levels, ...model.changes]),
    eachTold: least([...model.levels, ...model.each]),
  };
}

function constraints(before: readonly Unit[], after: readonly Unit[], insiders: readonly Unit[]) {
  const cuts = cutsFor(after);
  const earlier = new Map(before.map((unit) => [unit.id, unit]));
  const both = after.filter(({ id }) => earlier.has(id));
  const change = (unit: Unit): Measured => {
    const old = figureOf(earlier.get(unit.id) ?? unit);
    return { value: figureOf(unit).value - old.value, se: Math.hypot(old.se, figureOf(unit).se) };
  };
  const known = new Set(insiders.map(({ id }) => id));
  const bound = (name: string, unit: Unit) =>
    known.has(unit.id) ? `${name} = ${figureOf(unit).value}` : `0 <= ${name} <= 100`;
  return {
    levels: [
      ...equations(
        tablesOf(before, MEASURE, cutsFor(before)),
        before,
        figureOf,
        (w, unit) => `+ ${w} ${was(unit)}`,
      ),
      ...equations(tablesOf(after, MEASURE, cuts), after, figureOf, (w, unit) => `+ ${w} ${is(unit)}`),
    ],
    changes: equations(
      changeLines(before, after, MEASURE, cuts, "before"),
      both,
      change,
      (w, unit) => `+ ${w} ${is(unit)} - ${w} ${was(unit)}`,
    ),
    each: both.flatMap((unit) => [
      `${is(unit)} - ${was(unit)} >= ${(change(unit).value - 1e-3).toFixed(6)}`,
      `${is(unit)} - ${was(unit)} <= ${(change(unit).value + 1e-3).toFixed(6)}`,
    ]),
    bounds: [...before.map((unit) => bound(was(unit), unit)), ...after.map((unit) => bound(is(unit), unit))],
  };
}

function width(unit: Unit, said: readonly string[], bounds: readonly string[]): number {
  const model = `Subject To\n${said.join("\n")}\nBounds\n${bounds.join("\n")}\nEnd`;
  const reach = (way: string) => {
    const solution = solver.solve(`${way}\n goal: ${is(unit)}\n${model}`);
    expect(solution.Status).toBe("Optimal");
    return solution.ObjectiveValue;
  };
  return reach("Maximize") - reach("Minimize");
}

function largestCouncil(units: readonly Unit[]): Unit[] {
  const byCouncil = new Map<string, Unit[]>();
  for (const unit of units) byCouncil.set(unit.council, [...(byCouncil.get(unit.council) ?? []), unit]);
  return [...byCouncil.values()].reduce((most, one) => (one.length > most.length ? one : most));
}

test.each([
  { areas: 25, joined: 1, left: 0, seed: 11 },
  { areas: 40, joined: 1, left: 1, seed: 12 },
  { areas: 60, joined: 3, left: 2, seed: 13 },
  { areas: 150, joined: 1, left: 0, seed: 14 },
])("changes pin nobody: $areas areas, $joined join, $left leave", ({ areas, joined, left, seed }) => {
  const { told, eachTold } = closest(areas, joined, left, seed);
  process.stdout.write(
    `attack on changes: ${areas} areas, ${joined} join, ${left} leave: closest bounds ${told.toFixed(1)} points, ${eachTold.toFixed(1)} were each area’s own told\n`,
  );
  expect(told).toBeGreaterThan(PINNED);
  // What the attack would find, were there more to find.
  expect(eachTold).toBeLessThan(told);
});
