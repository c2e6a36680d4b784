import { CartesianGrid, ComposedChart, Line, XAxis, YAxis } from "recharts";
import type { PairPoint } from "./chart-data.ts";
import { PartnerDot } from "./partner-dot.tsx";
import { tick, timeAxis, trendHeight } from "./trend-line-picture.tsx";

type PictureProps = { points: readonly PairPoint[]; title: string; width: number };

/** The drawing of two lines, 0 to 100: circles for warm, squares for cool. */
export function Picture({ points, title, width }: PictureProps) {
  const data = points.map(({ day, warm, cool }) => ({ at: Date.parse(day), warm, cool }));
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
      <XAxis {...timeAxis(points, width)} />
      <YAxis domain={[0, 100]} tickCount={5} width={40} tick={tick} stroke="var(--cg-line-strong)" />
      {(["warm", "cool"] as const).map((tone) => (
        <Line
          key={tone}
          dataKey={tone}
          stroke={`var(--cg-${tone})`}
          strokeWidth={3}
          dot={({ cx, cy, value, index }: DotProps) => (
            <g key={index}>
              {typeof value === "number" ? <PartnerDot tone={tone} cx={cx} cy={cy} radius={6} /> : null}
            </g>
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
