/** One line of the result: what was measured, the application's figure, the floor's, and how it stands to the goal. */
export type Row = {
  what: string;
  app: string;
  floor: string;
  ratio: string;
  goal: string;
  met: boolean | null;
};

/** A figure that should be at least, or at most, a share of the floor's. */
export function againstFloor(
  what: string,
  [app, floor]: readonly [app: number, floor: number],
  goal: { atLeast: number } | { atMost: number },
  unit: string,
): Row {
  const ratio = app / floor;
  const rate = "atLeast" in goal;
  return {
    what,
    app: figure(app, unit),
    floor: figure(floor, unit),
    ratio: rate ? `1/${(1 / ratio).toFixed(1)}` : `${ratio.toFixed(2)}×`,
    goal: rate ? `≥ 1/${Math.round(1 / goal.atLeast)}` : `≤ ${goal.atMost}×`,
    met: rate ? ratio >= goal.atLeast : ratio <= goal.atMost,
  };
}

/** A figure that should be at most so much. */
export function atMost(what: string, value: number | null, limit: number, unit: string): Row {
  const goal = `≤ ${limit} ${unit}`.trim();
  if (value === null) return { what, app: "not known here", floor: "", ratio: "", goal, met: null };
  return { what, app: figure(value, unit), floor: "", ratio: "", goal, met: value <= limit };
}

/** A figure without a goal. */
export function told(what: string, app: string): Row {
  return { what, app, floor: "", ratio: "", goal: "", met: null };
}

/** A time beside the floor's, without a goal. */
export function beside(what: string, app: number, floor: number): Row {
  return {
    ...told(what, figure(app, "ms")),
    floor: figure(floor, "ms"),
    ratio: `${(app / floor).toFixed(2)}×`,
  };
}

/** Something that must hold. */
export function holds(what: string, met: boolean, said: string): Row {
  return { what, app: said, floor: "", ratio: "", goal: "yes", met };
}

/** A number with its unit, three digits long. */
export function figure(value: number, unit: string): string {
  const text = value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
  return `${text} ${unit}`.trim();
}

const HEADS = { what: "what", app: "app", floor: "floor", ratio: "ratio", goal: "goal", met: "" };

/** The rows as a table of text under a title. */
export function tableOf(title: string, rows: readonly Row[]): string {
  const lines = [HEADS, ...rows.map((row) => ({ ...row, met: MET[String(row.met)] ?? "" }))];
  const keys = Object.keys(HEADS) as (keyof typeof HEADS)[];
  const width = (key: keyof typeof HEADS) => Math.max(...lines.map((line) => String(line[key]).length));
  const text = lines.map((line) =>
    keys
      .map((key) => String(line[key]).padEnd(width(key)))
      .join("  ")
      .trimEnd(),
  );
  return `\n${title}\n${text.map((line) => `  ${line}`).join("\n")}\n`;
}

const MET: Record<string, string> = { true: "met", false: "MISSED", null: "" };
