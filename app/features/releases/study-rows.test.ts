import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chance, inventedUnits } from "../../../tests/builders/release-units.ts";
import { studyTold } from "../../../tests/builders/study-told.ts";
import { scorer } from "../../composition/emitters.ts";
import { dayOf } from "../scoring/day.ts";
import type { Fact } from "../scoring/facts.ts";
import { measuredIn, measuresOf } from "./measures.ts";
import { type StudyRow, studyTable } from "./rows.ts";
import { DIMENSIONS } from "./strata.ts";
import { kindsOf } from "./study-kinds.ts";
import { studyLines } from "./study-lines.ts";
import { standing } from "./suppression.ts";
import type { Measured, Unit } from "./unit.ts";

type Case = { as_of: string; records: Fact[] };
const cases = (
  JSON.parse(readFileSync(new URL("../scoring/methods/2026-11.golden.json", import.meta.url), "utf8")) as {
    cases: Case[];
  }
).cases;

test("what a score says is by measures of its method, in points with an error, each once", () => {
  const measures = measuresOf(scorer.method).map(({ id }) => id);
  expect(new Set(measures).size).toBe(measures.length);
  for (const { as_of, records } of cases) {
    const known = measuredIn(scorer.score(records, dayOf(as_of)), scorer.method);
    expect(measures).toEqual(expect.arrayContaining([...known.keys()]));
    for (const { value, se } of known.values()) {
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(100);
      expect(se).toBeGreaterThan(0);
    }
  }
});

const pseudonym = (unit: { area: string }) => unit.area.split("").reverse().join("");
const tableOf = (units: readonly Unit[], dimension: (typeof DIMENSIONS)[number]) =>
  studyTable(units, "overall", kindsOf(units, dimension), pseudonym);

test("inside a study a row is rounded, and in no order that says anything", () => {
  const { rows } = tableOf(inventedUnits(60, 4), "ruralUrban");
  expect(rows).toHaveLength(60);
  expect(rows.map(({ id }) => id)).toEqual(rows.map(({ id }) => id).sort());
  for (const row of rows) {
    expect([row.value % 5, row.shrunk % 5, row.lo % 5, row.hi % 5, row.se % 2]).toEqual([0, 0, 0, 0, 0]);
    expect(row.lo).toBeLessThanOrEqual(row.shrunk);
    expect(row.hi).toBeGreaterThanOrEqual(row.shrunk);
  }
});

test("a study of four areas is told nothing", () => {
  expect(tableOf(inventedUnits(4, 4), "region")).toEqual({ rows: [], groups: [] });
});

/** Some areas of three kinds: many urban, some rural, and so many that nobody has placed. */
function ofKinds(rural: number, unplaced: number): Unit[] {
  const kinds = ["urban", "rural", "not known"];
  const counts = [20, rural, unplaced];
  return counts.flatMap((count, kind) =>
    inventedUnits(count, 30 + kind).map((unit, i) => ({
      ...unit,
      id: `${kinds[kind]} ${i}`,
      area: `${kinds[kind]} ${i}`,
      council: `council ${i % 6}`,
      strata: { ...unit.strata, ruralUrban: kinds[kind] ?? "" },
    })),
  );
}

describe("kinds that are rare in a study", () => {
  const told = (units: readonly Unit[]) => {
    const { rows } = tableOf(units, "ruralUrban");
    const among = [...new Set(rows.map((row) => row.among))];
    return Object.fromEntries(
      among.map((one) => [one ?? "rarer", rows.filter((row) => row.among === one).length]),
    );
  };

  test.each([
    ["stand by themselves where they are enough", ofKinds(8, 6), { urban: 20, rural: 8, "not known": 6 }],
    ["take the smallest of the others with them", ofKinds(8, 2), { urban: 20, rarer: 10 }],
    ["stand together where that is enough", ofKinds(4, 3), { urban: 20, rarer: 7 }],
    ["take all with them where nothing else is enough", ofKinds(0, 1), { rarer: 21 }],
  ])("%s", (_, units, expected) => {
    expect(told(units)).toEqual(expected);
  });

  test("never leave an area with fewer than four others beside it, whoever looks", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 5, max: 80 }),
        fc.integer(),
        fc.constantFrom(...DIMENSIONS),
        (areas, seed, dimension) => {
          const units = inventedUnits(areas, seed);
          const { rows } = tableOf(units, dimension);
          for (const among of new Set(rows.map((row) => row.among))) {
            const ids = new Set(rows.filter((row) => row.among === among).map(({ id }) => id));
            const inside = units.filter((unit) => ids.has(pseudonym(unit)));
            expect(standing(inside, "overall")).toBe("shown");
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  test("are the same for every measure, or a pseudonym would say which area it is", () => {
    const units = ofKinds(6, 4).map((unit, i) => ({
      ...unit,
      figures: new Map([
        ["overall", { value: 50, se: 5 }],
        // Of the unplaced only two have it: by this measure alone their kind would need another beside it.
        ...(i < 28 ? [["trust", { value: 50, se: 5 }] as const] : []),
      ]),
    }));
    const { rows } = studyTold(studyLines({ dimension: "ruralUrban" }, units, pseudonym));
    const kinds = new Map<string, Set<string | null>>();
    for (const { id, among } of rows) kinds.set(id, (kinds.get(id) ?? new Set()).add(among));
    expect(rows.some(({ measure }) => measure === "trust")).toBe(true);
    expect([...kinds.values()].every(({ size }) => size === 1)).toBe(true);
  });

  test("of which too few have a measure are not told of by it", () => {
    const units = ofKinds(8, 6).map((unit, i) =>
      i >= 32 ? { ...unit, figures: new Map<string, Measured>() } : unit,
    );
    const { rows, groups } = tableOf(units, "ruralUrban");
    expect(rows).toHaveLength(28);
    expect(groups.map(({ among }) => among)).toEqual(["rural", "urban"]);
  });
});

test("what is worked out in a row says no more of an area than its rounded figure: all figures that round alike give the same", () => {
  const next = chance(8);
  let same = 0;
  for (let seed = 0; seed < 40; seed++) {
    const units = inventedUnits(40, seed);
    const others = units.map((unit) => {
      const { value, se } = unit.figures.get("overall") ?? { value: 50, se: 5 };
      const within = 5 * Math.floor(value / 5 + 0.5) - 2.5;
      return { ...unit, figures: new Map([["overall", { value: within + 4.999 * next(), se }]]) };
    });
    const [one, other] = [tableOf(units, "ruralUrban"), tableOf(others, "ruralUrban")];
    if (JSON.stringify(one.groups) !== JSON.stringify(other.groups)) continue;
    same += 1;
    expect(other.rows).toEqual(one.rows);
  }
  expect(same).toBeGreaterThan(2);
});

test("how often an area can be told among the rows of a study: its class, figure, error and count together", () => {
  const next = chance(9);
  const measure = "trust/T1/council";
  const units = inventedUnits(150, 6, measure).map((unit) => ({
    ...unit,
    counts: new Map([[measure, { of: Math.floor(40 * next()), share: 100 * next() }]]),
  }));
  const { rows } = studyTable(units, measure, kindsOf(units, "councilType"), () => String(next()));
  const alone = (alike: (a: StudyRow, b: StudyRow) => boolean) =>
    rows.filter((a) => rows.filter((b) => a.among === b.among && alike(a, b)).length === 1).length /
    rows.length;
  const byFigure = alone((a, b) => a.value === b.value && a.se === b.se);
  const byCount = alone((a, b) => a.value === b.value && a.se === b.se && a.counts?.of === b.counts?.of);
  const percent = (share: number) => (100 * share).toFixed(0);
  process.stdout.write(
    `rows of a study: ${percent(byFigure)} of 100 are the only one of their class, figure and error, ${percent(byCount)} with how many were counted\n`,
  );
  expect(byFigure).toBeLessThan(1);
  expect(byCount).toBeGreaterThanOrEqual(byFigure);
});
