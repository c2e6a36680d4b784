import { Area, CartesianGrid, ComposedChart, Line, ReferenceLine, XAxis, YAxis } from "recharts";
import { formatDayShort, formatMonth } from "../format-date.ts";
import type { TrendPoint } from "./chart-data.ts";

type PictureProps = { points: readonly TrendPoint[]; min: number; max: number; title: string; width: number };

/** The words along the axes of a chart over time. */
export const tick = { fill: "var(--cg-ink-soft)", fontSize: 14 };

/** The drawing of a trend: the range as a band, the figure as a line with a dot for each day it was worked out. */
export function Picture({ points, min, max, title, width }: PictureProps) {
  const data = points.map(({ day, value, lo, hi }) => ({
    at: Date.parse(day),
    value,
    range: value === null || typeof lo !== "number" || typeof hi !== "number" ? null : [lo, hi],
  }));
  return (
    <ComposedChart
      data={data}
      width={width}
      height={trendHeight(width)}
      margin={{ top: 12, right: 16, bottom: 4, left: 0 }}
      accessibilityLayer={false}
      title={title}
    >
      <CartesianGrid vertical={false} stroke="var(--cg-line)" />
      <XAxis {...timeAxis(points, width)} />
      <YAxis domain={[min, max]} tickCount={5} width={40} tick={tick} stroke="var(--cg-line-strong)" />
      <Area
        dataKey="range"
        stroke="none"
        fill="var(--cg-brand)"
        fillOpacity={0.18}
        connectNulls={false}
        isAnimationActive={false}
        activeDot={false}
      />
      <Line
        dataKey="value"
        stroke="var(--cg-brand)"
        strokeWidth={3}
        dot={{ r: points.length > 40 ? 1.5 : 3.5, fill: "var(--cg-brand)", strokeWidth: 0 }}
        activeDot={false}
        connectNulls={false}
        isAnimationActive={false}
      />
      {points.map(({ day, note }) =>
        note ? (
          <ReferenceLine x={Date.parse(day)} stroke="var(--cg-ink)" strokeDasharray="4 4" key={day} />
        ) : null,
      )}
    </ComposedChart>
  );
}

/** An axis from the first point's day to the last's, for data whose instants are called `at`. */
export function timeAxis(points: readonly { day: string }[], width: number) {
  const ends = [Date.parse(points[0]?.day ?? ""), Date.parse(points.at(-1)?.day ?? "")].map((at) => at || 0);
  return {
    dataKey: "at",
    type: "number",
    scale: "time",
    domain: ends,
    ticks: timeTicks(points, width),
    tickFormatter: (at: number) => shortTick(at, ends),
    tick,
    stroke: "var(--cg-line-strong)",
  } as const;
}

/** Kept in step with the box in _charts.scss. */
export function trendHeight(width: number): number {
  return Math.round(width * (width < 480 ? 0.66 : 0.42));
}

/** As many of the points' own days as fit with their names, evenly chosen, first and last among them. */
export function timeTicks(points: readonly { day: string }[], width: number): number[] {
  const room = Math.max(2, Math.floor(width / 110));
  const steps = Math.min(room, points.length) - 1;
  if (steps < 1) return points.map(({ day }) => Date.parse(day));
  return Array.from({ length: steps + 1 }, (_, step) => {
    const point = points[Math.round((step * (points.length - 1)) / steps)];
    return point ? Date.parse(point.day) : 0;
  });
}

/** A day on the axis: with its month and year, or with its day where all lie within a few months. */
export function shortTick(at: number, [from = 0, to = 0]: readonly number[]): string {
  const day = new Date(at).toISOString().slice(0, 10);
  const isShort = to - from < 120 * 86_400_000;
  if (isShort) return formatDayShort(day).slice(0, -5);
  const [month = "", year = ""] = formatMonth(day).split(" ");
  return `${month.slice(0, 3)} ${year}`;
}
