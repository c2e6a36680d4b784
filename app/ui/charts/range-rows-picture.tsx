import { CartesianGrid, ReferenceLine, Scatter, ScatterChart, XAxis, YAxis } from "recharts";
import type { RangeRow } from "./chart-data.ts";
import { alongRow, footAxis, rowAxis, rowBox } from "./row-scale.ts";

type PictureProps = { rows: readonly RangeRow[]; min: number; max: number; title: string; width: number };

type Mark = { value: number; row: number };
type MarkProps = { cx?: number | undefined; cy?: number | undefined; payload?: Mark };

/** The drawing of means with their ranges: a row a group, a line for the range, a dot with its figure for the mean. */
export function Picture({ rows, min, max, title, width }: PictureProps) {
  const marks = rows.flatMap(({ value }, row) => (value === null ? [] : [{ value, row }]));
  const labels = rows.map(({ label }) => label);
  return (
    <ScatterChart {...rowBox(rows.length, width, title)}>
      <CartesianGrid horizontal={false} stroke="var(--cg-line)" />
      <XAxis {...footAxis("value", [min, max])} tickCount={5} tickFormatter={withMinus} />
      <YAxis {...rowAxis(labels, Math.min(170, width * 0.38))} />
      {min < 0 ? <ReferenceLine x={0} stroke="var(--cg-ink)" strokeDasharray="4 4" /> : null}
      {rows.map(({ id, lo, hi }, index) =>
        lo === null || hi === null ? null : (
          <ReferenceLine
            key={id}
            segment={alongRow(index, lo, hi)}
            stroke="var(--cg-line-strong)"
            strokeWidth={6}
          />
        ),
      )}
      <Scatter
        data={marks}
        isAnimationActive={false}
        shape={({ cx = 0, cy = 0, payload }: MarkProps) => (
          <g>
            <circle cx={cx} cy={cy} r={7} fill="var(--cg-brand)" stroke="var(--cg-page)" strokeWidth={2} />
            <text className="cg-gap__figure" x={cx} y={cy - 12} textAnchor="middle">
              {payload ? withMinus(payload.value) : null}
            </text>
          </g>
        )}
      />
    </ScatterChart>
  );
}

/** A figure with a real minus. */
function withMinus(value: number): string {
  return String(value).replace("-", "−");
}
