import type { ReactNode } from "react";
import type { RangeRow } from "./chart-data.ts";
import { ChartFigure, type ChartText } from "./chart-figure.tsx";
import { usePicture } from "./use-picture.tsx";

type RangeRowsProps = ChartText & {
  /** In the order in which they are drawn, which no figure decides. */
  rows: readonly RangeRow[];
  min?: number | undefined;
  max?: number | undefined;
  /** What the dot and the line are, where they are not a mean and its likely range. */
  legend?: { dot: string; line: string } | undefined;
  /** The same in words, with what has no figure. */
  table: ReactNode;
};

const MEANS = { dot: "the mean", line: "where it likely lies" };

const load = () => import("./range-rows-picture.tsx");

/** A mean a row with its likely range. Where none has a figure there is no picture: an empty one would say something. */
export function RangeRows(props: RangeRowsProps) {
  const { title, sentence, rows, min = 0, max = 100, legend = MEANS, table } = props;
  const drawn = rows.filter(({ value }) => value !== null);
  if (drawn.length === 0) return <WordsAlone title={title} sentence={sentence} table={table} />;
  return <Drawn {...{ title, sentence, rows, min, max, legend, table }} />;
}

function Drawn({
  title,
  sentence,
  table,
  legend,
  ...drawn
}: ChartText & Pick<RangeRowsProps, "rows" | "table"> & { min: number; max: number; legend: typeof MEANS }) {
  const picture = usePicture(load, { ...drawn, title });
  return (
    <ChartFigure
      title={title}
      sentence={sentence}
      box={`rows-${Math.min(12, drawn.rows.length)}`}
      picture={picture}
      legend={
        <ul className="cg-legend">
          <li>Dot: {legend.dot}</li>
          <li>Line: {legend.line}</li>
          {drawn.min < 0 ? <li>Dashed: no change</li> : null}
        </ul>
      }
      table={table}
    />
  );
}

function WordsAlone({ title, sentence, table }: ChartText & { table: ReactNode }) {
  return (
    <section className="cg-figure">
      <h3 className="govuk-heading-s cg-figure__title">{title}</h3>
      <p className="govuk-body">{sentence}</p>
      {table}
    </section>
  );
}
