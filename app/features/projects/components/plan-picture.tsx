import { CartesianGrid, ReferenceLine, Scatter, ScatterChart, XAxis, YAxis } from "recharts";
import { alongRow, footAxis, rowAxis, rowBox } from "~/ui/charts/row-scale";
import { formatMonth } from "~/ui/format-date";
import type { PlanRow } from "../plan-views";

type PictureProps = { rows: readonly PlanRow[]; today: string; title: string; width: number };

/** Room on each side of the first and the last day, as a part of the time between them. */
const MARGIN = 0.06;

type Shape = "before" | "expected" | "unsure" | "done";
type Mark = { at: number; row: number; shape: Shape };
type MarkProps = { cx?: number | undefined; cy?: number | undefined; payload?: Mark };

/** The drawing of a plan: a row a step, a mark a day, joined from the first to the last. */
export function Picture({ rows, today, title, width }: PictureProps) {
  const marks = rows.flatMap(marksOf);
  const times = [...marks.map(({ at }) => at), Date.parse(today)];
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const room = (last - first || 1) * MARGIN;
  const domain = [first - room, last + room] as const;
  const titles = rows.map((row) => row.title);
  return (
    <ScatterChart {...rowBox(rows.length, width, title)}>
      <CartesianGrid horizontal={false} stroke="var(--cg-line)" />
      <XAxis
        {...footAxis("at", domain)}
        ticks={ticksOf(first, last, width)}
        tickFormatter={(at: number) => formatMonth(new Date(at).toISOString().slice(0, 10))}
      />
      <YAxis {...rowAxis(titles, Math.min(190, width * 0.4))} />
      <ReferenceLine x={Date.parse(today)} stroke="var(--cg-ink)" strokeDasharray="4 4" />
      {rows.map((row, index) => {
        const own = marksOf(row, index).map(({ at }) => at);
        return (
          <ReferenceLine
            key={row.id}
            segment={alongRow(index, Math.min(...own), Math.max(...own))}
            stroke="var(--cg-line-strong)"
            strokeWidth={4}
          />
        );
      })}
      <Scatter
        name={title}
        data={marks}
        isAnimationActive={false}
        shape={({ cx = 0, cy = 0, payload }: MarkProps) => (
          <OneMark cx={cx} cy={cy} shape={payload?.shape ?? "before"} />
        )}
      />
    </ScatterChart>
  );
}

function marksOf({ days, doneOn, expectedOn }: PlanRow, row: number): Mark[] {
  const marks = days.map(({ on, state }): Mark => {
    const held = state === "first" || state === "agreed";
    const shape = on === expectedOn && doneOn === null && held ? "expected" : held ? "before" : "unsure";
    return { at: Date.parse(on), row, shape };
  });
  return doneOn === null ? marks : [...marks, { at: Date.parse(doneOn), row, shape: "done" }];
}

/** A few days spread evenly, as many as fit. */
function ticksOf(first: number, last: number, width: number): number[] {
  const count = Math.max(2, Math.min(6, Math.floor(width / 160)));
  return Array.from({ length: count }, (_, index) => first + ((last - first) * index) / (count - 1));
}

function OneMark({ cx, cy, shape }: { cx: number; cy: number; shape: Shape }) {
  const hollow = { fill: "var(--cg-page)", stroke: "var(--cg-brand)", strokeWidth: 2.5 };
  const full = { fill: "var(--cg-brand)", stroke: "var(--cg-page)", strokeWidth: 2 };
  if (shape === "done") return <rect x={cx - 8} y={cy - 8} width={16} height={16} {...full} />;
  if (shape === "unsure") return <path d={`M${cx} ${cy - 9}l9 9-9 9-9-9z`} {...hollow} />;
  return <circle cx={cx} cy={cy} r={8} {...(shape === "expected" ? full : hollow)} />;
}
