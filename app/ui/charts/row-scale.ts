// Kept in step with the box in _charts.scss.
const rowHeight = 56;
const axisHeight = 40;
const tick = { fill: "var(--cg-ink-soft)", fontSize: 14 };

/** The box of a drawing with a row for each thing. */
export function rowBox(rows: number, width: number, title: string) {
  return {
    width,
    height: rows * rowHeight + axisHeight,
    margin: { top: 0, right: 24, bottom: 0, left: 0 },
    accessibilityLayer: false,
    title,
  } as const;
}

/** The axis along the foot, for data whose figure is called `dataKey`. */
export function footAxis(dataKey: string, domain: readonly [number, number]) {
  return {
    type: "number",
    dataKey,
    domain: [...domain] as [number, number],
    height: axisHeight - 10,
    tick,
    stroke: "var(--cg-line-strong)",
  } as const;
}

/** The axis with a name for each row, the first on top, for data whose place is called `row`. */
export function rowAxis(names: readonly string[], width: number) {
  return {
    type: "number",
    dataKey: "row",
    domain: [-0.5, names.length - 0.5] as [number, number],
    ticks: names.map((_, index) => index),
    interval: 0,
    reversed: true,
    width,
    tick: { ...tick, fill: "var(--cg-ink)" },
    tickFormatter: (row: number) => names[row] ?? "",
    tickLine: false,
    stroke: "var(--cg-line-strong)",
  } as const;
}

/** A line along one row, from one figure to another. */
export function alongRow(row: number, from: number, to: number) {
  return [
    { x: from, y: row },
    { x: to, y: row },
  ] as const;
}
