import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inventedUnits } from "../../../tests/builders/release-units.ts";
import { emit } from "../../composition/emitters.ts";
import { dayOf } from "../scoring/day.ts";
import { COMPONENTS, factSchema } from "../scoring/facts.ts";
import { streamsOf } from "../scoring/method.ts";
import golden from "../scoring/methods/2026-11.golden.json";
import { method202611 } from "../scoring/methods/2026-11.ts";
import { score } from "../scoring/score.ts";
import { cutsFor } from "./cuts.ts";
import { rankCorrelation } from "./rank-correlation.ts";
import { tablesOf } from "./tables.ts";
import type { Unit } from "./unit.ts";
import { figuresUnderVariants } from "./variant-figures.ts";
import { VARIED_MEASURES, variantLines } from "./variant-lines.ts";
import { JUDGEMENTS, methodUnder, VARIANTS, type Variant, type VariantId } from "./variants.ts";

const half_lives = (fast: number, mid: number, slow: number) => ({ half_lives: { fast, mid, slow } });

/** What each variant of method 2026-11 changes: these numbers and no other. */
const CHANGED: Readonly<Record<VariantId, object>> = {
  "prior-half": { a: 0.025, b: 0.025 },
  "prior-double": { a: 0.1, b: 0.1 },
  "h-2": { h: 2 },
  "h-5": { h: 5 },
  "records-40": { beh: 0.4 },
  "records-80": { beh: 0.8 },
  "anchor-25": { anchor: 0.25 },
  "anchor-60": { anchor: 0.6 },
  "fade-fast": half_lives(45, 90, 182.5),
  "fade-slow": half_lives(180, 360, 730),
  "alpha-25": { alpha: 0.25 },
  "alpha-100": { alpha: 1 },
  "beta-5": { beta: 5 },
  "beta-20": { beta: 20 },
  "dispute-0": { half_weight: 0 },
  "dispute-1": { half_weight: 1 },
};

const variantOf = (wanted: string) => VARIANTS.find(({ id }) => id === wanted) as Variant;

describe("the list of variants", () => {
  test.each(Object.entries(CHANGED))("%s changes what it says and nothing else", (id, changed) => {
    const before = structuredClone(method202611.parameters);
    const { parameters, rules, from } = methodUnder(method202611, variantOf(id));
    expect(parameters).toEqual({ ...before, ...changed });
    expect(parameters).not.toEqual(before);
    expect([rules, from]).toEqual([method202611.rules, method202611.from]);
    expect(method202611.parameters).toEqual(before);
  });

  test("is whole, names each once, and takes no figure for one of the method", () => {
    expect(VARIANTS.map(({ id }) => id)).toEqual(Object.keys(CHANGED));
    expect(new Set(VARIANTS.map(({ words }) => words)).size).toBe(VARIANTS.length);
    expect(new Set(VARIANTS.map(({ judgement }) => judgement))).toEqual(new Set(Object.keys(JUDGEMENTS)));
    for (const variant of VARIANTS) {
      const made = methodUnder(method202611, variant);
      expect([made.id, made.parameterHash]).not.toContain(method202611.id);
      expect(made.parameterHash).not.toBe(method202611.parameterHash);
      expect(methodUnder(method202611, variant)).toBe(made);
    }
  });

  test("leaves the weights of each component adding up to 1", () => {
    for (const variant of VARIANTS)
      for (const component of COMPONENTS) {
        const places = streamsOf(methodUnder(method202611, variant)).filter(
          (one) => one.component === component,
        );
        expect(places.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
      }
  });
});

test("scoring under all variants at once says what scoring under each from scratch says", () => {
  const example = golden.examples.find(({ name }) => name === "E2");
  const facts = (example?.records ?? []).map((record, i) => {
    const fact = factSchema.parse(record);
    return i % 3 === 0 ? { ...fact, contested: "2026-08-01" } : fact;
  });
  const asOf = dayOf(example?.as_of ?? "");
  const signals = facts.flatMap((fact) => emit(fact, asOf));
  const { base, under } = figuresUnderVariants(signals, method202611, asOf);
  const { items: _, ...scratch } = score(signals, method202611, asOf);
  expect(base).toEqual(scratch);
  for (const variant of VARIANTS) {
    const { items: _items, ...figures } = score(signals, methodUnder(method202611, variant), asOf);
    expect(under.get(variant.id)).toEqual(figures);
    expect(figures.overall).not.toBe(base.overall);
  }
});

/** Units that have every measure that is told under variants, the others near the first. */
function wholeUnits(areas: number, seed: number): Unit[] {
  return inventedUnits(areas, seed).map((unit, i) => {
    const { value, se } = unit.figures.get("overall") ?? { value: 50, se: 5 };
    return {
      ...unit,
      figures: new Map(
        VARIED_MEASURES.map((one, at) => [one, { value: value + ((i * 7 + at) % 9) - 4, se }]),
      ),
    };
  });
}

const movedBy = (units: readonly Unit[], points: number): Unit[] =>
  units.map((unit) => ({
    ...unit,
    figures: new Map([...unit.figures].map(([id, { value, se }]) => [id, { value: value + points, se }])),
  }));

const instance = fc
  .record({ areas: fc.integer({ min: 1, max: 70 }), seed: fc.integer() })
  .map(({ areas, seed }) => wholeUnits(areas, seed));

describe("the lines under a variant", () => {
  test("are those of the base, blank where it is blank, and where nothing moves the same", () => {
    fc.assert(
      fc.property(instance, (units) => {
        const cuts = cutsFor(units);
        const { lines } = variantLines(units, new Map([["h-2", units]]), cuts);
        const base = VARIED_MEASURES.flatMap((measure) => tablesOf(units, measure, cuts))
          .filter(({ cut }) => cut.length <= 1)
          .map(({ areas: _, ...line }) => ({ variant: "h-2", ...line }));
        expect(lines).toEqual(base);
      }),
      { numRuns: 40 },
    );
  });

  test("move by steps of two points, keep the status of the base, and stand in order within 0–100", () => {
    fc.assert(
      fc.property(instance, fc.double({ min: -60, max: 60, noNaN: true }), (units, points) => {
        const cuts = cutsFor(units);
        const still = variantLines(units, new Map([["h-2", units]]), cuts).lines;
        const { lines } = variantLines(units, new Map([["h-2", movedBy(units, points)]]), cuts);
        for (const [i, { status, mean, lo, hi }] of lines.entries()) {
          expect(status).toBe(still[i]?.status);
          if (mean === null || lo === null || hi === null) {
            expect([mean, lo, hi, status !== "shown"]).toEqual([null, null, null, true]);
            continue;
          }
          expect([mean % 2, lo % 2, hi % 2]).toEqual([0, 0, 0]);
          expect([0 <= lo, lo <= mean, mean <= hi, hi <= 100]).toEqual([true, true, true, true]);
          const told = (still[i]?.mean ?? 0) + points;
          if (mean > 0 && mean < 100) expect(Math.abs(mean - told)).toBeLessThanOrEqual(1 + 1e-9);
        }
      }),
      { numRuns: 40 },
    );
  });

  test("are refused where a relationship, or its figure, is missing under a variant", () => {
    const units = wholeUnits(30, 4);
    const under = (list: Unit[]) => () => variantLines(units, new Map([["h-2", list]]), cutsFor(units));
    expect(under(units.slice(1))).toThrow(RangeError);
    expect(under(units.map((unit) => ({ ...unit, figures: new Map() })))).toThrow(RangeError);
  });
});

describe("what a variant stirs", () => {
  const turned = (units: readonly Unit[]) =>
    units.map((unit) => ({
      ...unit,
      figures: new Map([...unit.figures].map(([id, { value, se }]) => [id, { value: 100 - value, se }])),
    }));

  test.each([
    ["nothing where all move alike", 40, (units: Unit[]) => movedBy(units, 12), { crossed: 0, agreement: 1 }],
    ["everything where the order is turned", 40, turned, { crossed: 40, agreement: -1 }],
    ["not told of under ten areas", 9, turned, { crossed: null, agreement: null }],
  ] as const)("%s", (_, areas, change, expected) => {
    const units = wholeUnits(areas, 11);
    const { says } = variantLines(units, new Map([["alpha-100", change(units)]]), [[]]);
    expect(says).toEqual([{ variant: "alpha-100", ...expected }]);
  });

  test("is not told where all areas together may not be told of", () => {
    const units = wholeUnits(40, 11).map((unit) => ({ ...unit, council: "the one" }));
    const { says } = variantLines(units, new Map([["alpha-100", turned(units)]]), [[]]);
    expect(says).toEqual([{ variant: "alpha-100", crossed: null, agreement: null }]);
  });

  test.each([
    [[1, 2, 3], [10, 20, 90], 1],
    [[1, 2, 3], [3, 2, 1], -1],
    [[1, 2, 3, 4, 5], [2, 1, 4, 3, 5], 0.8],
    [[1, 1, 2], [1, 1, 2], 1],
    [[1, 2, 2, 3], [1, 2, 3, 4], Math.sqrt(0.9)],
    [[1, 1, 1], [1, 2, 3], null],
  ])("the ranks of %j and %j agree by %d", (a, b, expected) => {
    const found = rankCorrelation(a, b);
    if (expected === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(expected, 12);
  });
});
