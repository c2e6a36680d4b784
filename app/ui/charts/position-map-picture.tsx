import { CartesianGrid, ReferenceLine, Scatter, ScatterChart, XAxis, YAxis } from "recharts";
import type { MapPoint } from "./chart-data.ts";

type PictureProps = {
  points: readonly MapPoint[];
  axes: { x: string; y: string };
  max: number;
  title: string;
  width: number;
};

// Kept in step with the box of seven rows in _charts.scss.
const height = 7 * 56 + 40;
const tick = { fill: "var(--cg-ink-soft)", fontSize: 14 };
const label = { fill: "var(--cg-ink)", fontSize: 14, offset: 0 };

/** The drawing of a map by two scales: a numbered circle for each point, those of one place side by side. */
export function Picture({ points, axes, max, title, width }: PictureProps) {
  const scale = { type: "number" as const, domain: [0.5, max + 0.5], tick, stroke: "var(--cg-line-strong)" };
  const ticks = Array.from({ length: max }, (_, index) => index + 1);
  const middle = { stroke: "var(--cg-line-strong)", strokeDasharray: "4 4" };
  return (
    <ScatterChart
      width={width}
      height={height}
      margin={{ top: 12, right: 12, bottom: 12, left: 0 }}
      accessibilityLayer={false}
      title={title}
    >
      <CartesianGrid stroke="var(--cg-line)" />
      <XAxis
        {...scale}
        dataKey="x"
        ticks={ticks}
        height={44}
        label={{ ...label, value: `${axes.x} →`, position: "insideBottom" }}
      />
      <YAxis
        {...scale}
        dataKey="y"
        ticks={ticks}
        width={48}
        label={{
          ...label,
          value: `${axes.y} →`,
          position: "insideLeft",
          // Half a line from the edge: nearer, its letters are cut.
          offset: 14,
          angle: -90,
          style: { textAnchor: "middle" },
        }}
      />
      <ReferenceLine x={(max + 1) / 2} {...middle} />
      <ReferenceLine y={(max + 1) / 2} {...middle} />
      <Scatter
        data={spread(points)}
        isAnimationActive={false}
        shape={({ cx, cy, payload }: MarkProps) => <Mark cx={cx} cy={cy} payload={payload} />}
      />
    </ScatterChart>
  );
}

type Placed = MapPoint & { dx: number; dy: number };
type MarkProps = { cx?: number | undefined; cy?: number | undefined; payload?: Placed | undefined };

const RADIUS = 12;
/** Two to a line, as a cell of a small screen is no wider. */
const A_LINE = 2;

/** How far each mark stands from its place, in pixels: those of one place beside and below one another. */
export function spread(points: readonly MapPoint[]): Placed[] {
  return points.map((one) => {
    const together = points.filter(({ x, y }) => x === one.x && y === one.y);
    const [columns, lines] = [Math.min(A_LINE, together.length), Math.ceil(together.length / A_LINE)];
    const at = together.indexOf(one);
    const dx = ((at % A_LINE) - (columns - 1) / 2) * RADIUS * 2;
    const dy = (Math.floor(at / A_LINE) - (lines - 1) / 2) * RADIUS * 2;
    return { ...one, dx, dy };
  });
}

function Mark({ cx = 0, cy = 0, payload: mark }: MarkProps) {
  if (!mark) return null;
  const [x, y] = [cx + mark.dx, cy + mark.dy];
  return (
    <g>
      <circle
        cx={x}
        cy={y}
        r={RADIUS - 1}
        fill={mark.filled ? "var(--cg-brand)" : "var(--cg-page)"}
        stroke="var(--cg-brand)"
        strokeWidth={2}
      />
      <text
        x={x}
        y={y + 5}
        textAnchor="middle"
        fontSize={13}
        fill={mark.filled ? "var(--cg-page)" : "var(--cg-ink)"}
      >
        {mark.number}
      </text>
    </g>
  );
}
