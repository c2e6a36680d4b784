import type { ReactNode } from "react";
import type { FunnelEdge, FunnelMark } from "./chart-data.ts";
import { ChartFigure, type ChartText } from "./chart-figure.tsx";
import { usePicture } from "./use-picture.tsx";

type FunnelPlotProps = ChartText & {
  marks: readonly FunnelMark[];
  edges: readonly FunnelEdge[];
  /** Where the middle of all lies. */
  middle: number;
  /** What runs along the foot, and whether it runs backwards, so that the surest stand to the right. */
  foot: { label: string; backwards: boolean };
  table: ReactNode;
};

const load = () => import("./funnel-plot-picture.tsx");

/** Figures against how sure they are, between the limits within which chance alone would leave them. */
export function FunnelPlot({ title, sentence, table, ...drawn }: FunnelPlotProps) {
  const picture = usePicture(load, { ...drawn, title });
  return (
    <ChartFigure title={title} sentence={sentence} box="rows-7" picture={picture} foldTable table={table} />
  );
}

/** What the marks and lines of funnels mean: once for all that stand beside each other. Only where they are drawn. */
export function FunnelKey() {
  return (
    <div className="cg-figure">
      <ul className="cg-legend cg-figure__drawn">
        <li>Circle: areas within the limits</li>
        <li>Square: past the inner limits</li>
        <li>Triangle: past the outer limits</li>
        <li>The more areas at one place, the larger the mark</li>
        <li>Dashed line: inner limits (95 in 100)</li>
        <li>Full line: outer limits (998 in 1,000)</li>
      </ul>
    </div>
  );
}
