import { CartesianGrid, ComposedChart, Line, XAxis, YAxis } from "recharts";
import type { PartnerTone } from "../partner-mark.tsx";
import type { PairPoint } from "./chart-data.ts";
import { shortTick, timeTicks, trendHeight } from "./trend-line-picture.tsx";

type PictureProps = { points: readonly PairPoint[]; title: string; width: number };

const tick = { fill: "var(--cg-ink-soft)", fontSize: 14 };

/** The drawing of two lines, 0 to 100: circles for warm, squares for cool. */
export function Picture({ points, title, width }: PictureProps) {
  const data = points.map(({ day, warm, cool }) => ({ at: Date.parse(day), warm, cool }));
  const ends = [data[0]?.at ?? 0, data.at(-1)?.at ?? 0];
  return (
    <ComposedChart
      data={data}
      width={width}
      height={trendHeight(width)}
      margin={{ top: 12, right: 28, bottom: 4, left: 0 }}
      accessibilityLayer={false}
      title={title}
    >
      <CartesianGrid vertical={false} stroke="var(--cg-line)" />
      <XAxis
        dataKey="at"
        type="number"
        scale="time"
        domain={ends}
        ticks={timeTicks(points, width)}
        tickFormatter={(at: number) => shortTick(at, ends)}
        tick={tick}
        stroke="var(--cg-line-strong)"
      />
      <YAxis domain={[0, 100]} tickCount={5} width={40} tick={tick} stroke="var(--cg-line-strong)" />
      {(["warm", "cool"] as const).map((tone) => (
        <Line
          key={tone}
          dataKey={tone}
          stroke={`var(--cg-${tone})`}
          strokeWidth={3}
          dot={({ cx, cy, value, index }: DotProps) => (
            <Mark key={index} tone={tone} cx={cx} cy={cy} isThere={typeof value === "number"} />
          )}
          activeDot={false}
          connectNulls={false}
          isAnimationActive={false}
        />
      ))}
    </ComposedChart>
  );
}

type DotProps = {
  cx?: number | undefined;
  cy?: number | undefined;
  value?: unknown;
  index?: number | undefined;
};
type MarkProps = { tone: PartnerTone; cx: number | undefined; cy: number | undefined; isThere: boolean };

function Mark({ tone, cx = 0, cy = 0, isThere }: MarkProps) {
  if (!isThere) return <g />;
  return tone === "warm" ? (
    <circle cx={cx} cy={cy} r={6} fill="var(--cg-warm)" stroke="var(--cg-page)" strokeWidth={2} />
  ) : (
    <rect
      x={cx - 6}
      y={cy - 6}
      width={12}
      height={12}
      fill="var(--cg-cool)"
      stroke="var(--cg-page)"
      strokeWidth={2}
    />
  );
}
