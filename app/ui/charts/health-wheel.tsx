import { AppLink } from "../app-link.tsx";
import { Table } from "../table.tsx";
import type { WheelSpoke } from "./chart-data.ts";
import { ChartFigure, type ChartText } from "./chart-figure.tsx";
import { formatFigure, formatRange } from "./format-figure.ts";
import { usePicture } from "./use-picture.tsx";

type HealthWheelProps = ChartText & {
  spokes: readonly WheelSpoke[];
  /** What one spoke is, for the table's first column. */
  spokeHeader?: string | undefined;
  /** Words for a spoke without a figure, short enough to stand beside the wheel. */
  absentText?: string | undefined;
};

const load = () => import("./health-wheel-picture.tsx");

/** Several values at a glance, each with how sure it is; a missing one is drawn as missing, never as nothing. */
export function HealthWheel(props: HealthWheelProps) {
  const { spokes, spokeHeader = "Part", absentText = "not enough evidence", ...text } = props;
  const picture = usePicture(load, { spokes, absentText, title: props.title });
  const anyRange = spokes.some(({ lo, hi }) => typeof lo === "number" && typeof hi === "number");
  return (
    <ChartFigure
      {...text}
      box="wheel"
      picture={picture}
      legend={<WheelLegend anyRange={anyRange} anyAbsent={spokes.some(({ value }) => value === null)} />}
      table={
        <Table
          caption={`${props.title}: the figures`}
          hideCaption
          inLines
          rows={spokes}
          rowKey={(spoke) => spoke.id}
          columns={[
            {
              header: spokeHeader,
              cell: ({ label, href }) => (href ? <AppLink href={href}>{label}</AppLink> : label),
            },
            { header: "Out of 100", numeric: true, cell: ({ value }) => formatFigure(value) },
            {
              header: "Likely range",
              numeric: true,
              cell: ({ value, lo, hi }) => (value === null ? "–" : formatRange(lo, hi)),
            },
            { header: "What it says", cell: ({ statusText }) => statusText },
          ]}
        />
      }
    />
  );
}

function WheelLegend({ anyRange, anyAbsent }: { anyRange: boolean; anyAbsent: boolean }) {
  return (
    <ul className="cg-legend">
      <li className="cg-legend__item cg-legend__item--value">The figure: further out is better</li>
      {anyRange ? (
        <li className="cg-legend__item cg-legend__item--range">Striped: where it may really be</li>
      ) : null}
      {anyAbsent ? (
        <li className="cg-legend__item cg-legend__item--absent">Dashed and empty: not enough evidence</li>
      ) : null}
    </ul>
  );
}
