import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { danglingParts } from "../markup-checks.ts";
import { GapDumbbell } from "./gap-dumbbell.tsx";
import { HealthWheel } from "./health-wheel.tsx";
import { PairLines } from "./pair-lines.tsx";
import { Sparkline } from "./sparkline.tsx";
import { TrendLine } from "./trend-line.tsx";
import { timeTicks } from "./trend-line-picture.tsx";
import { wrap } from "./wheel-label.tsx";

const wheel = (
  <HealthWheel
    title="Health"
    sentence="One is fine, one is not known."
    spokes={[
      { id: "a", label: "First", value: 64.4, lo: 55, hi: 72, statusText: "Steady", href: "/a" },
      { id: "b", label: "Second", value: null, statusText: "Two records only" },
    ]}
  />
);
const trend = (
  <TrendLine
    title="Trend"
    sentence="It rose."
    points={[
      { day: "2026-01-01", value: 40, lo: 30, hi: 50 },
      { day: "2026-02-01", value: null, note: "New way of counting" },
    ]}
  />
);
const gap = (
  <GapDumbbell
    title="Gap"
    sentence="They differ."
    names={{ warm: "Ana", cool: "Ben" }}
    places={1}
    rows={[
      { id: "1", label: "Kept", warm: 2, cool: 4.2 },
      { id: "2", label: "Heard", warm: null, cool: 3 },
    ]}
  />
);
const pair = (
  <PairLines
    title="Both"
    sentence="They come closer."
    names={{ warm: "Ana", cool: "Ben" }}
    points={[
      { day: "2026-01-01", warm: 40, cool: 71.5 },
      { day: "2026-04-01", warm: null, cool: 68 },
    ]}
  />
);

describe.each([
  ["wheel", wheel, ["One is fine, one is not known.", ">64<", "55 to 72", "Two records only", 'href="/a"']],
  ["trend", trend, ["It rose.", "1 Jan 2026", "30 to 50", "New way of counting"]],
  ["pair", pair, ["They come closer.", "1 Jan 2026", ">40<", ">72<", ">Ana<"]],
  ["gap", gap, ["They differ.", ">2.2<", ">4.2<"]],
])("the %s, before any script", (_, element, parts) => {
  const html = renderToStaticMarkup(element);

  it("says everything in a sentence and a table", () => {
    expect(danglingParts(html)).toEqual([]);
    expect(html).toContain("<table");
    for (const part of parts) expect(html).toContain(part);
  });

  it("leaves the box for the picture empty, and shows a missing figure as a dash, never as 0", () => {
    expect(html).toMatch(/<div class="cg-figure__box [^"]*"><\/div>/);
    expect(html).toContain(">–<");
    expect(html).not.toContain(">0<");
  });
});

describe("the sparkline", () => {
  it("stops where there is no figure", () => {
    const html = renderToStaticMarkup(<Sparkline values={[0, null, 50, 100]} label="up" />);
    expect(html).toContain('d="M3 21L3 21M63 12L63 12L93 3"');
    expect(html).toContain('aria-label="up"');
  });

  it("stands empty without figures", () => {
    expect(renderToStaticMarkup(<Sparkline values={[]} label="nothing yet" />)).toContain('d=""');
  });
});

it.each([
  ["Shared ownership", ["Shared", "ownership"]],
  ["not enough evidence", ["not enough", "evidence"]],
  ["Trust", ["Trust"]],
])("labels wrap: %s", (words, lines) => {
  expect(wrap(words, 12)).toEqual(lines);
});

it("names as many days as fit, first and last among them", () => {
  const points = ["2026-01-01", "2026-02-01", "2026-03-01", "2026-04-01"].map((day) => ({ day, value: 1 }));
  const days = (width: number) =>
    timeTicks(points, width).map((at) => new Date(at).toISOString().slice(0, 10));
  expect(days(300)).toEqual(["2026-01-01", "2026-04-01"]);
  expect(days(1000)).toHaveLength(4);
  expect(timeTicks(points.slice(0, 1), 300)).toHaveLength(1);
  expect(timeTicks([], 300)).toEqual([]);
});
