import { describe, expect, test } from "vitest";
import { published } from "../../../tests/builders/released.ts";
import type { VariantLine } from "../releases/published.ts";
import { STATUSES } from "../releases/suppression.ts";
import type { TableLine } from "../releases/tables.ts";
import { currentMethod } from "../scoring/methods/index.ts";
import { readPublishedSearch, readSensitivitySearch } from "./compare-search.server.ts";
import { sensitivityPage } from "./sensitivity-page.ts";
import { apart, conclusionSays, conclusionsOf, conclusionsSay } from "./variant-conclusions.ts";
import { moveRows, spanRows, spansSay, type Varied, variantsIn } from "./variant-moves.ts";

type Ends = readonly [lo: number, mean: number, hi: number];

/** Lines of all areas and of the two kinds, by their ends; a line without ends is left out of the release. */
function told(
  measure: string,
  all: Ends | null,
  rural: Ends | null = null,
  urban: Ends | null = null,
): TableLine[] {
  const line = (cut: TableLine["cut"], classes: string[], ends: Ends | null): TableLine => ({
    ...{ measure, cut, classes },
    status: ends ? "shown" : "areas",
    areas: ends ? 20 : null,
    ...{ lo: ends?.[0] ?? null, mean: ends?.[1] ?? null, hi: ends?.[2] ?? null },
  });
  return [line([], [], all), line(["ruralUrban"], ["urban"], urban), line(["ruralUrban"], ["rural"], rural)];
}

const under = (variant: string, lines: readonly TableLine[]): VariantLine[] =>
  lines.map(({ areas: _, ...line }) => ({ variant, ...line }));

function varied(lines: TableLine[], variants: VariantLine[]): Varied {
  return { measure: lines[0]?.measure ?? "", name: "Overall", lines, variants };
}

const LOW: Ends = [30, 34, 38];
const HIGH: Ends = [60, 64, 68];
const WIDE: Ends = [32, 50, 70];
const ALL: Ends = [46, 50, 54];

describe("how means move", () => {
  const lines = told("overall", ALL);
  const moved = [
    ...under("alpha-100", told("overall", [36, 40, 44])),
    ...under("h-2", told("overall", [48, 52, 56])),
  ];

  test("a row a judgement in the order of the list, moves with their sign, what is not told as such", () => {
    const says = [
      { variant: "h-2", crossed: 0, agreement: 1 },
      { variant: "alpha-100", crossed: 5, agreement: 0.85 },
    ];
    expect(moveRows([varied(lines, moved)], says)).toEqual([
      expect.objectContaining({ id: "h-2", moves: { overall: "+2" }, crossed: "under 3", agreement: "1.00" }),
      expect.objectContaining({
        id: "alpha-100",
        moves: { overall: "−10" },
        crossed: "about 5",
        agreement: "0.85",
      }),
    ]);
    expect(moveRows([varied(told("overall", null), moved)], [])).toEqual([
      expect.objectContaining({ moves: { overall: "–" }, crossed: "not told", agreement: "not told" }),
      expect.objectContaining({ moves: { overall: "–" }, crossed: "not told", agreement: "not told" }),
    ]);
  });

  test("a judgement that is no longer on the list stands last, by its name", () => {
    expect(variantsIn([{ variant: "of-old" }, { variant: "h-2" }]).map(({ words }) => words)).toEqual([
      "Two fresh facts give a stream half its say (h = 2)",
      "of-old",
    ]);
  });

  test("the span of a measure, and why there is none", () => {
    const [row] = spanRows([varied(lines, moved)]);
    expect(row).toMatchObject({ mean: 50, lo: 40, hi: 52, why: null });
    expect(row?.lowest).toBe("Imbalance costs twice as much (alpha = 1)");
    expect(spansSay(row ? [row] : [])).toBe(
      "Under the other judgements, one at a time, the mean of all areas moves most in Overall: 12 points lie between the lowest and the highest.",
    );
    const [blank] = spanRows([varied(told("overall", null), moved)]);
    expect(blank).toMatchObject({ mean: null, lo: null, hi: null, why: "Under 5 areas" });
    expect(spansSay(blank ? [blank] : [])).toContain("No mean of all areas can be told");
    expect(spansSay(spanRows([varied(lines, under("h-2", lines))]))).toContain("No judgement moves a mean");
  });
});

describe("which conclusions would change", () => {
  test.each([
    [LOW, HIGH, -1],
    [HIGH, LOW, 1],
    [LOW, WIDE, 0],
    [[30, 34, 60] as Ends, HIGH, 0],
    [null, HIGH, 0],
  ])("%j and %j lie apart: %i", (one, other, expected) => {
    const [, kind, first] = told("overall", ALL, one, other);
    expect(apart(first, kind)).toBe(expected);
  });

  test.each([
    ["stays", [LOW, HIGH], [LOW, HIGH], "Stays under every judgement."],
    ["vanishes", [LOW, HIGH], [LOW, WIDE], "No longer clear under: Facts fade half as fast."],
    ["turns round", [LOW, HIGH], [HIGH, LOW], "The other way round under: Facts fade half as fast."],
    [
      "is there only then",
      [LOW, WIDE],
      [LOW, HIGH],
      "Clear only under another judgement: Facts fade half as fast.",
    ],
    ["was never there", [LOW, WIDE], [LOW, WIDE], null],
    ["cannot be told", [LOW, null], [LOW, null], null],
  ] as const)("a difference that %s", (_, [a, b], [c, d], expected) => {
    const found = conclusionsOf(
      varied(told("overall", ALL, a, b), under("fade-slow", told("overall", ALL, c, d))),
    );
    expect(found.map(conclusionSays)).toEqual(expected === null ? [] : [expected]);
    for (const { kinds } of found) expect(kinds).toBe("Rural or urban: Rural and Urban");
  });

  test.each([
    [[], "by the method, no two kinds of areas lie clearly apart."],
    [
      [[0, 0, 0]],
      "by the method, 1 pair of kinds of areas lies clearly apart. Under every other judgement that stays so.",
    ],
    [
      [
        [1, 0, 0],
        [0, 0, 0],
        [0, 1, 0],
      ],
      "by the method, 3 pairs of kinds of areas lie clearly apart. 1 of them stays so under every other judgement. 1 turns round under at least one.",
    ],
    [
      [[0, 0, 1]],
      "by the method, no two kinds of areas lie clearly apart. 1 further difference would be clear only under another judgement: do not build on it.",
    ],
  ])("%j are told together", (each, expected) => {
    const all = each.map(([vanishes = 0, turns = 0, appears = 0], at) => ({
      ...{ id: String(at), kinds: "", byMethod: appears === 0 },
      vanishes: Array<string>(vanishes).fill("x"),
      turns: Array<string>(turns).fill("x"),
      appears: Array<string>(appears).fill("x"),
    }));
    expect(conclusionsSay(all)).toBe(expected);
  });
});

describe("the page", () => {
  const release = published();
  const page = (lines: TableLine[], variants: VariantLine[], measure?: string) =>
    sensitivityPage({
      ...{ measure, releases: [release], release, method: currentMethod, lines },
      variants: { lines: variants, says: [] },
    });

  test("tells the chosen measure’s differences, and counts those of all", () => {
    const lines = [...told("overall", ALL, LOW, WIDE), ...told("trust", ALL, LOW, HIGH)];
    const found = page(lines, under("h-2", lines), "trust");
    expect(found.choices.measures.map(({ value }) => value)).toEqual([
      ...["overall", "recognition", "trust", "dialogue", "flexibility", "ownership"],
    ]);
    expect(found.conclusions).toMatchObject({ measure: "Trust", rows: [{ byMethod: "Clearly apart" }] });
    expect(found.conclusions.sentence).toContain("1 pair");
    expect(page(lines, under("h-2", lines)).conclusions.rows).toEqual([]);
    expect(found.href).toBe("/research/sensitivity?release=2026-Q3&measure=trust");
    expect(found.nothing).toEqual([]);
  });

  test.each([
    ["no figure of all areas", [], "no figures of all areas"],
    [
      "figures, but none under other judgements",
      told("overall", ALL),
      "not worked out under other judgements",
    ],
    ["nothing that may be shown", told("overall", null), "Fewer than 5 areas"],
  ])("a release with %s says so", (_, lines, expected) => {
    expect(page(lines, []).nothing.join(" ")).toContain(expected);
  });

  test("never lets a figure out where the status is not shown, whatever else stands in the line", () => {
    for (const status of STATUSES.filter((one) => one !== "shown")) {
      const lines = told("overall", [91, 93, 95], [91, 93, 95], [71, 73, 75]).map((line) => ({
        ...line,
        status,
      }));
      const found = page(lines, under("h-2", told("overall", [81, 83, 85])));
      expect(found.spans.rows.map(({ mean, lo, hi }) => [mean, lo, hi])).toEqual(
        Array(6).fill([null, null, null]),
      );
      expect(found.moves.map(({ moves }) => moves.overall)).toEqual(["–"]);
      expect(found.conclusions.rows).toEqual([]);
    }
  });
});

describe("the address", () => {
  test.each([
    ["", {}],
    ["release=", { release: undefined }],
    ["release=2026-Q3&measure=trust", { release: "2026-Q3", measure: "trust" }],
    ["release=2026-Q5", null],
    ["release=2026-Q3&release=2026-Q2", null],
    ["measure=trust/council", null],
    ["variant=h-9", null],
    ["h=4", null],
  ])("of other judgements takes “%s” as %j", (search, expected) => {
    expect(readSensitivitySearch(new URLSearchParams(search))).toEqual(expected);
  });

  test.each([
    ["release=2026-Q3", { release: "2026-Q3" }],
    ["release=newest", null],
    ["measure=trust", null],
  ])("of published figures takes “%s” as %j", (search, expected) => {
    expect(readPublishedSearch(new URLSearchParams(search))).toEqual(expected);
  });
});
