import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { danglingParts } from "../markup-checks.ts";
import type { MapPoint } from "./chart-data.ts";
import { PositionMap } from "./position-map.tsx";
import { spread } from "./position-map-picture.tsx";

const points = [
  { id: "a", number: 1, x: 4, y: 5, filled: true },
  { id: "b", number: 2, x: 4, y: 5, filled: false },
  { id: "c", number: 3, x: 1, y: 2, filled: false },
];
const axes = { x: "Interest", y: "Influence" };

describe("a map by two scales", () => {
  it("says everything in a sentence and a table before any script", () => {
    const html = renderToStaticMarkup(
      <PositionMap
        title="Map"
        sentence="Three are placed."
        points={points}
        axes={axes}
        max={5}
        marks={{ filled: "an ally", open: "not yet" }}
        table={<table />}
      />,
    );
    expect(danglingParts(html)).toEqual([]);
    expect(html).toContain("Three are placed.");
    expect(html).toMatch(/<div class="cg-figure__box [^"]*"><\/div>/);
  });

  it("sets those of one place apart, and no other", () => {
    const four = ["a", "b", "c", "d"].map((id, index) => ({ id, number: index, x: 4, y: 5, filled: true }));
    const at = (list: readonly MapPoint[]) => spread(list).map(({ dx, dy }) => [dx, dy]);
    expect(at(points)).toEqual([
      [-12, 0],
      [12, 0],
      [0, 0],
    ]);
    expect(at(four)).toEqual([
      [-12, -12],
      [12, -12],
      [-12, 12],
      [12, 12],
    ]);
  });
});
