import { CartesianGrid, ReferenceLine, Scatter, ScatterChart, XAxis, YAxis } from "recharts";
import type { FunnelEdge, FunnelMark } from "./chart-data.ts";

type PictureProps = {
  marks: readonly FunnelMark[];
  edges: readonly FunnelEdge[];
  middle: number;
  foot: { label: string; backwards: boolean };
  title: string;
  width: number;
};

// Kept in step with the box of seven rows in _charts.scss.
const height = 7 * 56 + 40;
const tick = { fill: "var(--cg-ink-soft)", fontSize: 14 };
const RADIUS = 4;
const LARGEST = 13;

type MarkProps = { cx?: number | undefined; cy?: number | undefined; payload?: FunnelMark };

/** The drawing of a funnel: a mark for the areas of one place, two limits on either side, the middle between. */
export function Picture({ marks, edges, middle, foot, title, width }: PictureProps) {
  const most = Math.max(...edges.map(({ x }) => x));
  const edge = (which: "inner" | "outer", at: 0 | 1) => edges.map((one) => ({ x: one.x, y: one[which][at] }));
  const lines = (["inner", "outer"] as const).flatMap((which) =>
    ([0, 1] as const).map((at) => ({ id: `${which}-${at}`, which, data: edge(which, at) })),
  );
  return (
    <ScatterChart
      width={width}
      height={height}
      margin={{ top: 12, right: 20, bottom: 12, left: 0 }}
      accessibilityLayer={false}
      title={title}
    >
      <CartesianGrid stroke="var(--cg-line)" />
      <XAxis
        type="number"
        dataKey="x"
        domain={[0, most]}
        ticks={footTicks(most)}
        reversed={foot.backwards}
        height={48}
        tick={tick}
        stroke="var(--cg-line-strong)"
        label={{
          value: `${foot.label} →`,
          fill: "var(--cg-ink)",
          fontSize: 14,
          position: "insideBottom",
          offset: 0,
        }}
      />
      <YAxis
        type="number"
        dataKey="y"
        domain={[0, 100]}
        tickCount={5}
        width={40}
        tick={tick}
        stroke="var(--cg-line-strong)"
      />
      <ReferenceLine y={middle} stroke="var(--cg-ink-soft)" />
      {lines.map(({ id, which, data }) => (
        <Scatter
          key={id}
          data={data}
          isAnimationActive={false}
          line={{ stroke: "var(--cg-ink)", strokeDasharray: which === "inner" ? "6 4" : "0" }}
          lineType="joint"
          shape={() => <g />}
        />
      ))}
      <Scatter
        data={[...marks]}
        isAnimationActive={false}
        shape={({ cx = 0, cy = 0, payload }: MarkProps) => <Mark cx={cx} cy={cy} mark={payload} />}
      />
    </ScatterChart>
  );
}

/** Even places along the foot, at most eight, from nothing on. */
export function footTicks(most: number): number[] {
  const step = [1, 2, 5, 10, 20, 50, 100].find((one) => most / one <= 7) ?? 200;
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, at) => at * step);
}

/** The size of a mark: its area grows with how many it stands for. */
export function radiusOf(count: number): number {
  return Math.min(LARGEST, RADIUS * Math.sqrt(Math.max(1, count)));
}

function Mark({ cx, cy, mark }: { cx: number; cy: number; mark: FunnelMark | undefined }) {
  if (!mark) return null;
  const r = radiusOf(mark.count);
  const ink = { fill: "var(--cg-brand)", fillOpacity: 0.75, stroke: "var(--cg-page)" };
  if (mark.lies === "inside") return <circle cx={cx} cy={cy} r={r} {...ink} />;
  if (mark.lies === "past inner")
    return <rect x={cx - r} y={cy - r} width={2 * r} height={2 * r} {...ink} fill="var(--cg-cool)" />;
  const points = `${cx},${cy - r * 1.2} ${cx - r * 1.2},${cy + r} ${cx + r * 1.2},${cy + r}`;
  return <polygon points={points} {...ink} fill="var(--cg-warm)" />;
}
