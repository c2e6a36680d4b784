import { renderToStaticMarkup } from "react-dom/server";
import { createRoutesStub } from "react-router";
import { describe, expect, test } from "vitest";
import { danglingParts } from "~/ui/markup-checks";
import { inventedUnits } from "../../../../tests/builders/release-units";
import { linesOf, published, underMeasures } from "../../../../tests/builders/released";
import type { StudyTable } from "../../releases/rows";
import type { Unit } from "../../releases/unit";
import { currentMethod } from "../../scoring/methods";
import { comparePage, measureAsked } from "../compare-page";
import { pictured } from "../compare-view";
import { studyResults } from "../study-page";
import { CompareResults, NoRelease } from "./compare-results";
import { StudyResults } from "./study-results";

const ORIGIN = "https://common-ground.example";

function render(Page: () => React.ReactNode): string {
  const Stub = createRoutesStub([{ path: "/", Component: Page }]);
  return renderToStaticMarkup(<Stub />);
}

/** The comparison of some areas, as its page shows it before any script. */
function compared(
  units: readonly Unit[],
  { measure: id = "overall", areas = 40 as number | null } = {},
): string {
  const measure = measureAsked(id, currentMethod);
  const ids = pictured(measure, currentMethod).map((one) => one.id);
  const release = published({ areas });
  const lines = linesOf(
    units.some(({ figures }) => figures.size > 0) ? underMeasures(units, ids) : units,
    ids,
  );
  const page = comparePage({
    asked: { measure: id },
    releases: [release],
    release,
    method: currentMethod,
    measure,
    lines,
    changes: [],
  });
  return render(() => <CompareResults page={page} origin={ORIGIN} />);
}

function studied(table: StudyTable): string {
  const release = published();
  const results = studyResults({
    asked: { page: 1 },
    study: { slug: "trust", dimension: "ruralUrban" },
    releases: [release],
    release,
    method: currentMethod,
    measure: measureAsked("overall", currentMethod),
    now: table,
    before: null,
  });
  return render(() => <StudyResults results={results} slug="trust" origin={ORIGIN} />);
}

/** The figures of the tables, as text. */
const cells = (html: string) => [...html.matchAll(/<td[^>]*>([^<]*)</g)].map(([, text = ""]) => text);
const pictures = (html: string) => html.match(/class="cg-figure__box /g)?.length ?? 0;

describe("a comparison before any script", () => {
  const html = compared(inventedUnits(150, 7));

  test("has a picture, a sentence and a table of each measure, the rules, and its own address", () => {
    expect(pictures(html)).toBe(6);
    expect(html.match(/<table/g)).toHaveLength(6);
    expect(html).toContain("About 40 areas are in this release");
    expect(html).toContain("Something was recorded in the last 120 days.");
    expect(html).toContain(`${ORIGIN}/research?release=2026-Q3&amp;measure=overall&amp;by=ruralUrban`);
    expect(danglingParts(html)).toEqual([]);
  });

  test("tells change before difference, and ranks nobody", () => {
    expect(html.indexOf("Change of the same areas")).toBeLessThan(html.indexOf("Difference between kinds"));
    expect(html).not.toMatch(/\b(rank|best|worst|league|top|bottom)\b/i);
  });

  test("gives each of its pictures a name of its own", () => {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("where there is nothing to tell: words, no picture, no figure", () => {
  const nobodyAnswered = inventedUnits(60, 3);
  const stale = inventedUnits(60, 3).map((unit) => ({ ...unit, figures: new Map() }));
  test.each([
    ["no area", compared([], { areas: null }), "Fewer than 5 areas"],
    ["one area", compared(inventedUnits(1, 3), { areas: null }), "Fewer than 5 areas"],
    ["four areas", compared(inventedUnits(4, 3), { areas: null }), "Fewer than 5 areas"],
    ["all stale", compared(stale, { measure: "trust" }), "Under 5 areas"],
    [
      "no check-in",
      compared(
        nobodyAnswered.map((unit) => ({ ...unit, figures: new Map() })),
        { measure: "trust/P/council" },
      ),
      "Under 5 areas",
    ],
  ])("%s", (_, html, words) => {
    expect(html).toContain("No figure can be told here");
    expect(html).toContain(words);
    expect(pictures(html)).toBe(0);
    expect(cells(html).filter((text) => /\d/.test(text))).toEqual([]);
  });

  test("no release yet", () => {
    const html = render(NoRelease);
    expect(html).toContain("Nothing is published yet");
    expect(html).not.toMatch(/<table|cg-figure/);
  });

  test("a kind with four areas among larger ones has its reason in place of a figure", () => {
    const many = inventedUnits(150, 7);
    const few = many.map((unit, at) => ({
      ...unit,
      strata: { ...unit.strata, ruralUrban: at < 4 ? "rural" : at < 70 ? "urban" : "urban with rural areas" },
    }));
    const html = compared(few, { measure: "trust/council" });
    expect(html).toContain(
      "Under 5 areas: Fewer than 5 areas of this kind have enough on record, or none has.",
    );
    expect(cells(html)).toContain("Under 5 areas");
    expect(pictures(html)).toBe(1);
  });

  test("a study that is told nothing", () => {
    const html = studied({ rows: [], groups: [] });
    expect(html).toContain("This release tells the study nothing of this measure.");
    expect(pictures(html)).toBe(0);
    expect(html).not.toContain("<table");
  });
});

describe("a study before any script", () => {
  const rows = Array.from({ length: 120 }, (_, at) => ({
    id: `A${String(at).padStart(3, "0")}`,
    among: "urban",
    value: (at * 15) % 100,
    se: 4 + 2 * (at % 4),
    shrunk: 50,
    lo: 40,
    hi: 60,
    chanceAbove: 0.7,
    counts: null,
  }));
  const html = studied({ rows, groups: [{ among: "urban", mean: 50, between: 10 }] });

  test("has its funnel with sentence and table, its areas by pages, and its own address", () => {
    expect(html).toContain("120 areas.");
    expect(html).toContain("A000");
    expect(html).not.toContain("A050");
    expect(html).toContain("page=3");
    expect(html).toContain("likely above (0.7)");
    expect(html).toContain(`${ORIGIN}/research/studies/trust?release=2026-Q3&amp;measure=overall`);
    expect(danglingParts(html)).toEqual([]);
  });

  test("offers no file of its areas, and no rank", () => {
    expect(html).not.toMatch(/\.csv|\.xlsx|download/i);
    expect(html).not.toMatch(/\b(best|worst|league|top|bottom)\b/i);
  });
});
