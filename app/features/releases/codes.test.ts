import fc from "fast-check";
import highs from "highs";
import { beforeAll, describe, expect, test } from "vitest";
import { chance, inventedUnits } from "../../../tests/builders/release-units.ts";
import { cellKey, cellsOf } from "./cells.ts";
import {
  type CodeCount,
  type CodedRecord,
  codeLines,
  LEAST_TOLD,
  MOST_OF_AREA,
  RECORD_GRAIN,
} from "./codes.ts";
import { allCuts, cutsFor } from "./cuts.ts";
import { byLot } from "./lot.ts";
import type { Unit } from "./unit.ts";

const CODE = "legacy-place";
type Codings = ReadonlyMap<string, readonly CodedRecord[]>;

/** Invented codings: about `share` of the areas have the code, each on 1 to `most` records. */
function inventedCodings(units: readonly Unit[], seed: number, share: number, most = 12): Codings {
  const next = chance(seed);
  return new Map(
    units.map(({ id }) => {
      const records = next() < share ? 1 + Math.floor(next() ** 2 * most) : 0;
      return [id, Array.from({ length: records }, (_, i) => ({ record: `${seed} ${id} ${i}`, code: CODE }))];
    }),
  );
}

const tell = (units: readonly Unit[], codings: Codings, cuts = cutsFor(units)) =>
  codeLines(units, codings, cuts, [CODE]);
const holders = (units: readonly Unit[], codings: Codings) =>
  units.filter(({ id }) => (codings.get(id)?.length ?? 0) > 0);
const recordsOf = ({ id }: Unit, codings: Codings) => Math.min(MOST_OF_AREA, codings.get(id)?.length ?? 0);
const insideOf = (units: readonly Unit[], line: CodeCount) =>
  cellsOf(units, line.cut).find((cell) => cellKey(cell.cut, cell.classes) === cellKey(line.cut, line.classes))
    ?.units ?? [];

describe("a count by lot", () => {
  const draws = (count: number) => Array.from({ length: 4000 }, (_, drawn) => byLot(count, 5, drawn));

  test.each([
    [12, [10, 15]],
    [15, [10, 15, 20]],
    [3, [0, 5]],
    [0, [0]],
  ])("of %i is told as one of %j", (count, expected) => {
    expect([...new Set(draws(count))].sort((x, y) => x - y)).toEqual(expected);
  });

  test("goes up as often as it is near to what is above", () => {
    expect(draws(12).filter((one) => one === 15).length / 4000).toBeCloseTo(0.4, 1);
  });
});

describe("what is told of a code", () => {
  const instance = fc.record({
    areas: fc.integer({ min: 1, max: 120 }),
    seed: fc.integer({ min: 0, max: 1_000_000 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  });

  test("is a multiple, of ten areas at the least, within a grain of the truth", () => {
    let told = 0;
    fc.assert(
      fc.property(instance, ({ areas, seed, share }) => {
        const units = inventedUnits(areas, seed);
        const codings = inventedCodings(units, seed, share);
        for (const line of tell(units, codings)) {
          if (line.status !== "shown") {
            expect([line.areas, line.records]).toEqual([null, null]);
            continue;
          }
          told += 1;
          const inside = insideOf(units, line);
          const having = holders(inside, codings);
          const records = having.reduce((sum, one) => sum + recordsOf(one, codings), 0);
          expect([(line.areas ?? 1) % 5, (line.records ?? 1) % RECORD_GRAIN]).toEqual([0, 0]);
          expect(line.areas).toBeGreaterThanOrEqual(LEAST_TOLD);
          expect(having.length).toBeGreaterThanOrEqual(5);
          expect(Math.abs((line.areas ?? 0) - having.length)).toBeLessThanOrEqual(5);
          expect(Math.abs((line.records ?? 0) - records)).toBeLessThanOrEqual(RECORD_GRAIN);
        }
      }),
      { numRuns: 200 },
    );
    expect(told).toBeGreaterThan(50);
  });

  test("says the same of a code that nobody uses and of one that few do", () => {
    const units = inventedUnits(60, 3);
    const few: Codings = new Map(units.slice(0, 4).map(({ id }) => [id, [{ record: id, code: CODE }]]));
    expect(tell(units, few)).toEqual(tell(units, new Map()));
    expect(tell(units, few).map(({ status }) => status)).toEqual(["areas"]);
  });

  test("tells nothing where one council has more than half of the records, and counts few of one area", () => {
    const units = inventedUnits(60, 3);
    const one = (id: string, count: number) =>
      Array.from({ length: count }, (_, i) => ({ record: `${id} ${i}`, code: CODE }));
    const even: Codings = new Map(units.map(({ id }, i) => [id, i % 2 ? one(id, 2) : []]));
    const most = (count: number): Codings => new Map([...even, [units[1]?.id ?? "", one("most", count)]]);
    expect(tell(units, even)[0]?.status).toBe("shown");
    expect(tell(units, most(200)).map(({ status }) => status)).toEqual(["areas"]);
    expect(tell(units, most(40))[0]?.records).toBeLessThanOrEqual(2 * 29 + MOST_OF_AREA + RECORD_GRAIN);
  });

  test("counts a record about all councils of an area once, and the area once", () => {
    const units = inventedUnits(40, 8).map((unit, i) => ({ ...unit, area: `area-${Math.floor(i / 2)}` }));
    const codings: Codings = new Map(
      units.map(({ id, area }) => [id, [{ record: `of ${area}`, code: CODE }]]),
    );
    expect(tell(units, codings, [[]])).toMatchObject([{ areas: 20, records: 20 }]);
  });

  test("is the same again, in any order", () => {
    const units = inventedUnits(80, 12);
    const codings = inventedCodings(units, 12, 0.6);
    const other = new Map([...codings].reverse().map(([id, coded]) => [id, [...coded].reverse()]));
    expect(tell([...units].reverse(), other)).toEqual(tell(units, codings));
  });

  test("leaves five told areas to an independent figure, and is by one dimension at the most", () => {
    const units = inventedUnits(150, 21);
    const lines = tell(units, inventedCodings(units, 21, 0.5), allCuts());
    const tables = new Map(lines.map(({ cut }) => [cut.join(), cut]));
    const figures = [...tables.values()].map((cut) =>
      cut.length === 0 ? 1 : cellsOf(units, cut).length - 1,
    );
    expect(figures.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual((lines[0]?.areas ?? 0) / 5);
    expect(Math.max(...lines.map(({ cut }) => cut.length))).toBe(1);
  });
});

let solver: Awaited<ReturnType<typeof highs>>;
beforeAll(async () => {
  solver = await highs();
});

type Release = {
  readonly units: readonly Unit[];
  readonly lines: readonly CodeCount[];
  readonly exact?: true;
};
const name = ({ id }: Unit) => id.replaceAll("-", "_");

/** What a release says: `x` whether an area has the code, `r` on how many records. What is left out says nothing. */
function said({ units, lines, exact }: Release): string[] {
  const off = exact ? { areas: 0, records: 0 } : { areas: 5, records: RECORD_GRAIN };
  return lines.flatMap((line) => {
    const inside = insideOf(units, line);
    const { areas, records } = line;
    if (areas === null || records === null || inside.length === 0) return [];
    const sum = (letter: string) => inside.map((unit) => `${letter}_${name(unit)}`).join(" + ");
    return [
      `${sum("x")} >= ${areas - off.areas}`,
      `${sum("x")} <= ${areas + off.areas}`,
      `${sum("r")} >= ${records - off.records}`,
      `${sum("r")} <= ${records + off.records}`,
    ];
  });
}

/**
 * What an attacker can say of the areas asked about: whether one has the code (both can be: 1), and between how many
 * records it lies. They know which areas are in each release and all their classes, that nothing was coded in between, and
 * everything of the largest council.
 */
function attacked(
  releases: readonly Release[],
  codings: Codings,
  known: readonly Unit[],
  asked: readonly Unit[],
) {
  const all = [...new Map(releases.flatMap(({ units }) => units).map((unit) => [unit.id, unit])).values()];
  const tied = all.flatMap((unit) => [
    `r_${name(unit)} - x_${name(unit)} >= 0`,
    `r_${name(unit)} - ${MOST_OF_AREA} x_${name(unit)} <= 0`,
  ]);
  const bounds = all.map((unit) =>
    known.includes(unit)
      ? `r_${name(unit)} = ${recordsOf(unit, codings)}`
      : `0 <= r_${name(unit)} <= ${MOST_OF_AREA}`,
  );
  const model = `Subject To\n${[...releases.flatMap(said), ...tied].join("\n")}\nBounds\n${bounds.join("\n")}\nGeneral\n${all
    .map((unit) => `r_${name(unit)}`)
    .join("\n")}\nBinary\n${all.map((unit) => `x_${name(unit)}`).join("\n")}\nEnd`;
  const reach = (way: string, what: string) => {
    const solution = solver.solve(`${way}\n goal: ${what}\n${model}`);
    expect(solution.Status).toBe("Optimal");
    return Math.round(solution.ObjectiveValue);
  };
  return asked.map((unit) => ({
    open: reach("Maximize", `x_${name(unit)}`) - reach("Minimize", `x_${name(unit)}`),
    width: reach("Maximize", `r_${name(unit)}`) - reach("Minimize", `r_${name(unit)}`),
  }));
}

function largestCouncil(units: readonly Unit[]): Unit[] {
  const sizes = new Map<string, Unit[]>();
  for (const unit of units) sizes.set(unit.council, [...(sizes.get(unit.council) ?? []), unit]);
  return [...sizes.values()].reduce((most, one) => (one.length > most.length ? one : most));
}

/** Subtraction between all cells of two releases: some join, some withdraw, and the ones asked about are those that joined. */
function twoReleases(areas: number, joined: number, withdrawn: number, seed: number, share: number) {
  const units = inventedUnits(areas + joined, seed);
  const codings = inventedCodings(units, seed, share);
  const [before, after] = [units.slice(0, areas), units.slice(withdrawn)];
  const insiders = largestCouncil(before);
  const asked = [...units]
    .reverse()
    .filter((unit) => !insiders.includes(unit))
    .slice(0, joined + 2);
  const left = units.slice(0, withdrawn).filter((unit) => !insiders.includes(unit));
  const releases = [before, after].map((those) => ({ units: those, lines: tell(those, codings) }));
  return { releases, codings, insiders, asked: [...asked, ...left] };
}

describe("an attack on the counts of codes", () => {
  test.each([
    { areas: 40, joined: 1, withdrawn: 0, share: 0.5 },
    { areas: 40, joined: 1, withdrawn: 0, share: 0.95 },
    { areas: 60, joined: 0, withdrawn: 1, share: 0.7 },
    { areas: 60, joined: 2, withdrawn: 1, share: 0.3 },
  ])("$joined join $areas areas and $withdrawn leave: nobody can say who has a code ($share have)", (of) => {
    const seeds = Array.from({ length: 4 }, (_, i) => i + 40);
    const found = seeds.flatMap((seed) => {
      const { releases, codings, insiders, asked } = twoReleases(
        of.areas,
        of.joined,
        of.withdrawn,
        seed,
        of.share,
      );
      expect(releases.flatMap(({ lines }) => lines).some(({ status }) => status === "shown")).toBe(true);
      return attacked(releases, codings, insiders, asked);
    });
    const closest = Math.min(...found.map(({ width }) => width));
    process.stdout.write(
      `attack on codes: ${of.areas} areas, ${of.joined} join, ${of.withdrawn} leave: ${found.length} areas tried, closest bounds ${closest} records\n`,
    );
    expect(found.filter(({ open }) => open === 0)).toEqual([]);
    expect(closest).toBeGreaterThan(5);
  });

  test("says who has a code where counts are told as they are, which is why there is a lot", () => {
    const units = inventedUnits(41, 40);
    const codings = inventedCodings(units, 40, 0.5);
    const exactly = (those: readonly Unit[]): Release => {
      const having = holders(those, codings);
      const records = having.reduce((sum, one) => sum + recordsOf(one, codings), 0);
      return {
        units: those,
        lines: [{ code: CODE, cut: [], classes: [], status: "shown", areas: having.length, records }],
        exact: true,
      };
    };
    const last = units.slice(-1);
    const [of] = attacked([exactly(units.slice(0, 40)), exactly(units)], codings, [], last);
    expect(of).toEqual({ open: 0, width: 0 });
  });
});
