import { CartesianGrid, ReferenceLine, Scatter, ScatterChart, XAxis, YAxis } from "recharts";
import type { PartnerTone } from "../partner-mark.tsx";
import type { GapRow } from "./chart-data.ts";
import { PartnerDot } from "./partner-dot.tsx";
import { alongRow, footAxis, rowAxis, rowBox } from "./row-scale.ts";

type PictureProps = {
  rows: readonly GapRow[];
  names: Readonly<Record<PartnerTone, string>>;
  min: number;
  max: number;
  places: number;
  title: string;
  width: number;
};

/** The drawing of the gaps: a circle and a square a row, with the figure beside each. */
export function Picture({ rows, names, min, max, places, title, width }: PictureProps) {
  const labels = rows.map(({ label }) => label);
  return (
    <ScatterChart {...rowBox(rows.length, width, title)}>
      <CartesianGrid horizontal={false} stroke="var(--cg-line)" />
      <XAxis {...footAxis("value", [min, max])} tickCount={5} />
      <YAxis {...rowAxis(labels, Math.min(150, width * 0.34))} />
      {rows.map(({ id, warm, cool }, index) =>
        warm === null || cool === null ? null : (
          <ReferenceLine
            key={id}
            segment={alongRow(index, warm, cool)}
            stroke="var(--cg-line-strong)"
            strokeWidth={6}
          />
        ),
      )}
      {(["warm", "cool"] as const).map((tone) => (
        <Scatter
          key={tone}
          name={names[tone]}
          data={marks(rows, tone, (max - min) * 0.04)}
          isAnimationActive={false}
          shape={({ cx, cy, payload }: MarkProps) => (
            <Mark tone={tone} cx={cx} cy={cy} mark={payload} places={places} />
          )}
        />
      ))}
    </ScatterChart>
  );
}

type GapMark = { row: number; value: number; leftmost: boolean; close: boolean };
type MarkProps = { cx?: number | undefined; cy?: number | undefined; payload?: GapMark };

function marks(rows: readonly GapRow[], tone: PartnerTone, closeTo: number): GapMark[] {
  return rows.flatMap((row, index) => {
    const value = row[tone];
    const other = tone === "warm" ? row.cool : row.warm;
    if (value === null) return [];
    const leftmost = other !== null && (value < other || (value === other && tone === "warm"));
    return [{ row: index, value, leftmost, close: other !== null && Math.abs(value - other) < closeTo }];
  });
}

type OneMarkProps = {
  tone: PartnerTone;
  cx: number | undefined;
  cy: number | undefined;
  mark: GapMark | undefined;
  places: number;
};

function Mark({ tone, cx = 0, cy: rowMiddle = 0, mark, places }: OneMarkProps) {
  if (!mark) return null;
  // Marks that would hide one another stand one above the other.
  const cy = rowMiddle + (mark.close ? (tone === "warm" ? -10 : 10) : 0);
  // The figures stand on the outer sides, so that close marks do not cover each other's.
  const side = mark.leftmost ? -1 : 1;
  return (
    <g>
      <PartnerDot tone={tone} cx={cx} cy={cy} radius={tone === "warm" ? 9 : 8} />
      <text className="cg-gap__figure" x={cx + side * 13} y={cy + 5} textAnchor={side < 0 ? "end" : "start"}>
        {mark.value.toFixed(places)}
      </text>
    </g>
  );
}
