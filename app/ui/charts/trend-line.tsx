import { formatDayShort } from "../format-date.ts";
import { Table } from "../table.tsx";
import type { TrendPoint } from "./chart-data.ts";
import { ChartFigure, type ChartText } from "./chart-figure.tsx";
import { formatFigure, formatRange } from "./format-figure.ts";
import { usePicture } from "./use-picture.tsx";

type TrendLineProps = ChartText & {
  points: readonly TrendPoint[];
  /** What the figure is, for the table: "Out of 100". */
  valueHeader?: string | undefined;
  min?: number | undefined;
  max?: number | undefined;
  /** How the day of a point is written; short dates unless told otherwise. */
  dayText?: ((day: string) => string) | undefined;
};

const load = () => import("./trend-line-picture.tsx");

/** One figure over time with its likely range. Where there was no figure the line stops. */
export function TrendLine(props: TrendLineProps) {
  const { title, sentence, points, valueHeader = "Out of 100", min = 0, max = 100 } = props;
  const dayText = props.dayText ?? formatDayShort;
  const picture = usePicture(load, { points, min, max, title });
  const anyNote = points.some(({ note }) => note);
  return (
    <ChartFigure
      title={title}
      sentence={sentence}
      box="trend"
      picture={picture}
      legend={
        <ul className="cg-legend">
          <li className="cg-legend__item cg-legend__item--line">The figure</li>
          <li className="cg-legend__item cg-legend__item--band">Where it may really be</li>
          {points.some(({ value }) => value === null) ? <li>A gap: not enough evidence then</li> : null}
          {points.map(({ day, note }) =>
            note ? (
              <li className="cg-legend__item cg-legend__item--note" key={day}>
                {dayText(day)}: {note}
              </li>
            ) : null,
          )}
        </ul>
      }
      foldTable={points.length > 6}
      table={
        <Table
          caption={`${title}: the figures`}
          hideCaption
          keepGrid
          rows={points}
          rowKey={(point) => point.day}
          columns={[
            { header: "Day", cell: ({ day }) => dayText(day) },
            { header: valueHeader, numeric: true, cell: ({ value }) => formatFigure(value) },
            {
              header: "Likely range",
              numeric: true,
              cell: ({ value, lo, hi }) => (value === null ? "–" : formatRange(lo, hi)),
            },
            ...(anyNote ? [{ header: "Note", cell: ({ note }: TrendPoint) => note ?? "" }] : []),
          ]}
        />
      }
    />
  );
}
