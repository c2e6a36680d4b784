import { renderToStaticMarkup } from "react-dom/server";
import { createRoutesStub } from "react-router";
import { describe, expect, test } from "vitest";
import { danglingParts } from "~/ui/markup-checks";
import { inventedUnits } from "../../../../tests/builders/release-units";
import { linesOf, published, underMeasures } from "../../../../tests/builders/released";
import { variedUnits } from "../../../../tests/builders/variant-units";
import { cutsFor } from "../../releases/cuts";
import { VARIED_MEASURES, variantLines } from "../../releases/variant-lines";
import { currentMethod } from "../../scoring/methods";
import { publishedPage } from "../published-page";
import { sensitivityPage } from "../sensitivity-page";
import { PublishedResults } from "./published-results";
import { SensitivityResults } from "./sensitivity-results";

const ORIGIN = "https://common-ground.example";

function render(Page: () => React.ReactNode): string {
  const Stub = createRoutesStub([{ path: "/", Component: Page }]);
  return renderToStaticMarkup(<Stub />);
}

/** The page of a release of so many invented areas, as it is before any script. */
function judgedOtherwise(areas: number): string {
  const units = underMeasures(inventedUnits(areas, 7), VARIED_MEASURES);
  const under = new Map(
    [...variedUnits(units)].map(([id, list]) => [id, underMeasures(list, VARIED_MEASURES)] as const),
  );
  const release = published({ areas });
  const page = sensitivityPage({
    ...{ measure: undefined, releases: [release], release, method: currentMethod },
    lines: linesOf(units, VARIED_MEASURES).flatMap(([, lines]) => lines),
    variants: variantLines(units, under, cutsFor(units)),
  });
  return render(() => <SensitivityResults page={page} origin={ORIGIN} />);
}

const text = (html: string) => html.replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ");

describe("a release under other judgements, before any script", () => {
  const html = judgedOtherwise(60);

  test("has a picture with its table, how means and areas move, conclusions, what it does not say, and its address", () => {
    expect(html.match(/class="cg-figure__box /g)).toHaveLength(1);
    expect(html.match(/<table/g)).toHaveLength(4);
    expect(text(html)).toContain("Imbalance costs twice as much (alpha = 1)");
    expect(text(html)).toContain("How strongly a figure is drawn to the middle while little is known.");
    expect(text(html)).toContain("One judgement is moved at a time.");
    expect(html).toContain(`${ORIGIN}/research/sensitivity?release=2026-Q3&amp;measure=overall`);
    expect(danglingParts(html)).toEqual([]);
  });

  test("has a row a judgement in both tables, and gives nobody a place", () => {
    expect(text(html).match(/Facts fade twice as fast/g)?.length).toBeGreaterThanOrEqual(2);
    expect(html).not.toMatch(/\b(best|worst|league|top|bottom)\b/i);
  });

  test("says why where nothing may be told, and has neither picture nor figure", () => {
    const few = judgedOtherwise(4);
    expect(few).not.toContain("cg-figure__box");
    expect(few).not.toContain("<table");
    expect(text(few)).toContain("No figure can be told here");
  });
});

describe("figures of others", () => {
  test("stand with their sources, ours beside them, and why not", () => {
    const release = published();
    const page = publishedPage({
      ...{ releases: [release, published({ id: "2026-Q2" })], release, method: currentMethod },
      lines: [],
    });
    const html = render(() => <PublishedResults page={page} />);
    expect(html.match(/<table/g)).toHaveLength(10);
    expect(html).toContain('name="release"');
    expect(text(html)).toContain("Name not knowing each other’s priorities as something in the way, 2015");
    expect(text(html)).toContain("Local Trust, release of 3 November 2015 (a kept copy)");
    expect(text(html)).toContain("So where theirs is high, ours would be low.");
    expect(text(html)).toContain("No money is recorded here.");
    expect(danglingParts(html)).toEqual([]);
  });

  test("stand there while nothing of ours is published", () => {
    const html = render(() => <PublishedResults page={publishedPage(null)} />);
    expect(html).not.toContain('name="release"');
    expect(text(html).match(/Nothing of ours is published yet\./g)).toHaveLength(4);
  });
});
