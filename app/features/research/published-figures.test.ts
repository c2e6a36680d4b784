import { existsSync, readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { published } from "../../../tests/builders/released.ts";
import { measuresOf } from "../releases/measures.ts";
import type { TableLine } from "../releases/tables.ts";
import { currentMethod } from "../scoring/methods/index.ts";
import { BESIDE } from "./published-beside.ts";
import { APART, COMPARABLE } from "./published-figures.ts";
import { figureWords, publishedPage } from "./published-page.ts";
import { PUBLISHED_SOURCES } from "./published-sources.ts";

const FIGURES = [...COMPARABLE, ...APART.flatMap(({ figures }) => figures)].sort((a, b) => a.line - b.line);

const collection = new URL(
  "../../../../shared/data/published/local-trust-published-numbers.csv",
  import.meta.url,
);
type Line = { measure: string; value: string; unit: string; year: string; source: string };

describe.skipIf(!existsSync(collection))("the figures of others", () => {
  const lines: Line[] = parse(existsSync(collection) ? readFileSync(collection) : "", { columns: true });

  test("are all there, once, with their value, unit, year and source", () => {
    expect(FIGURES.map(({ line }) => line)).toEqual(lines.map((_, at) => at + 1));
    for (const { line, value, unit, year, source } of FIGURES) {
      const given = lines[line - 1];
      expect([line, value, unit, year]).toEqual([line, given?.value, given?.unit, Number(given?.year)]);
      expect(given?.source).toContain(PUBLISHED_SOURCES[source].cited);
    }
  });

  test("are told in words of our own", () => {
    const theirs = lines.map(({ measure }) => measure.toLowerCase());
    for (const { what } of FIGURES) expect(theirs).not.toContain(what.toLowerCase());
  });
});

test("every source of an address leads there, and is used", () => {
  expect(new Set(FIGURES.map(({ source }) => source))).toEqual(new Set(Object.keys(PUBLISHED_SOURCES)));
  for (const { href, cited } of Object.values(PUBLISHED_SOURCES)) if (href) expect(href).toContain(cited);
});

test("what stands beside one is a measure of the method, and nothing that could be is left out", () => {
  const measures = measuresOf(currentMethod).map(({ id }) => id);
  const pairs = BESIDE.flatMap((one) => one.pairs);
  for (const { measure } of pairs) expect(measures).toContain(measure);
  expect(pairs.map(({ line }) => line).sort()).toEqual(COMPARABLE.map(({ line }) => line).sort());
});

test.each([
  ["58", "%", "58%"],
  ["2000", "people (almost)", "almost 2,000 people"],
  ["12", "days", "12 days"],
  ["2022-06", "month", "June 2022"],
  ["2026-03-31", "date", "31 March 2026"],
])("%s with the unit %s is %s", (value, unit, expected) => {
  expect(figureWords(value, unit)).toBe(expected);
});

describe("what of ours stands beside a figure", () => {
  const line = (measure: string, changed: Partial<TableLine> = {}): TableLine => ({
    ...{ measure, cut: [], classes: [], status: "shown", areas: 25, mean: 62, lo: 58, hi: 66 },
    ...changed,
  });
  const page = (lines: readonly TableLine[]) => {
    const release = published();
    return publishedPage({ releases: [release], release, method: currentMethod, lines });
  };
  const [first] = BESIDE.flatMap(({ pairs }) => pairs);

  test.each([
    ["a figure", [line(first?.measure ?? "")], "62 of 100, likely 58 to 66"],
    ["none", [], "This release has no such figure."],
    [
      "one that is left out",
      [line(first?.measure ?? "", { status: "people" })],
      "Under 10 people. Fewer than 10 people answered. Their answers would not be safe in a mean.",
    ],
    [
      "one of some areas alone",
      [line(first?.measure ?? "", { cut: ["region"], classes: ["London"] })],
      "This release has no such figure.",
    ],
  ])("where a release has %s", (_, lines, expected) => {
    const { beside, differs } = page(lines);
    const row = beside[0]?.rows[0];
    expect(row?.ours.figure).toBe(expected);
    expect(row?.ours.name).toBe("Recognition, P Check-in: what the council says of the partnership");
    expect(differs.map(({ key }) => key)).toEqual(["Who was asked", "When", "The unit"]);
    expect(differs[1]?.value).toBe("Theirs are of 2015, ours as of the release’s day, 30 September 2026.");
  });

  test("where nothing is published yet", () => {
    const { release, beside, apart } = publishedPage(null);
    expect(release).toBeNull();
    expect(beside.flatMap(({ rows }) => rows.map(({ ours }) => ours.figure))).toEqual(
      Array(4).fill("Nothing of ours is published yet."),
    );
    expect(apart.flatMap(({ rows }) => rows)).toHaveLength(44);
  });
});
