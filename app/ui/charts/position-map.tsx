import type { ReactNode } from "react";
import type { MapPoint } from "./chart-data.ts";
import { ChartFigure, type ChartText } from "./chart-figure.tsx";
import { usePicture } from "./use-picture.tsx";

type PositionMapProps = ChartText & {
  points: readonly MapPoint[];
  /** What lies to the right and what lies above. */
  axes: { x: string; y: string };
  /** The scales run from 1 to this. */
  max: number;
  /** What a filled mark means, and what an open one. */
  marks: { filled: string; open: string };
  /** The same in words, in the order of the points' numbers. */
  table: ReactNode;
};

const load = () => import("./position-map-picture.tsx");

/** Things placed by two scales: a numbered mark each, with the table that the numbers are of. */
export function PositionMap({ title, sentence, points, axes, max, marks, table }: PositionMapProps) {
  const picture = usePicture(load, { points, axes, max, title });
  return (
    <ChartFigure
      title={title}
      sentence={sentence}
      box="rows-7"
      picture={picture}
      legend={
        <ul className="cg-legend">
          <li>The numbers are those of the table</li>
          <li>1 is least, {max} is most</li>
          <li>Dark: {marks.filled}</li>
          <li>Light: {marks.open}</li>
        </ul>
      }
      table={table}
    />
  );
}
