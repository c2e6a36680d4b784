import { plural } from "../../platform/plural.ts";
import { binomialLimits, funnelAt } from "../releases/funnel.ts";
import type { StudyGroup, StudyRow } from "../releases/rows.ts";

/** Areas at one place of a funnel: figures are rounded, so that several share one. */
export type FunnelPoint = {
  readonly x: number;
  readonly y: number;
  readonly areas: number;
  /** Within both limits, past the inner or past the outer one. */
  readonly lies: "inside" | "past inner" | "past outer";
};

/** The limits at one precision, 0–100. */
export type FunnelLimit = {
  readonly x: number;
  readonly inner: readonly [lo: number, hi: number];
  readonly outer: readonly [lo: number, hi: number];
};

/** How many areas have one precision, where its limits lie and how many are past them. */
export type FunnelLine = FunnelLimit & {
  readonly areas: number;
  readonly pastInner: number;
  readonly pastOuter: number;
};

/** One funnel: figures against how sure they are, the surer to the right. */
export type Funnel = {
  readonly id: string;
  readonly title: string;
  readonly sentence: string;
  readonly points: readonly FunnelPoint[];
  readonly limits: readonly FunnelLimit[];
  /** The same as a table: a line for each precision that an area has. */
  readonly lines: readonly FunnelLine[];
  readonly middle: number;
  /** What runs along the foot: standard errors, backwards, or how many were counted. */
  readonly foot: "error" | "count";
};

/** The widest that a funnel is drawn: beyond, an area’s figure says next to nothing. */
const WIDEST = 40;
const STEP = 2;
/** Counts are told to the nearest five. */
const COUNTS = 5;
/** How much of chance alone lies within the limits (Spiegelhalter 2005). */
const INNER = 0.95;
const OUTER = 0.998;

type Named = { readonly id: string; readonly title: string };

/** The funnel of a group from figures and their errors; what areas truly differ by widens its limits. */
export function funnelOf(named: Named, rows: readonly StudyRow[], group: StudyGroup): Funnel {
  const pooled = { mean: group.mean, se: 0, between: group.between };
  const at = (se: number): FunnelLimit => {
    const { warning, alarm } = funnelAt(se, pooled);
    return { x: se, inner: [warning.lo, warning.hi], outer: [alarm.lo, alarm.hi] };
  };
  const widest = Math.min(WIDEST, Math.max(...rows.map(({ se }) => se), STEP) + STEP);
  const limits = steps(widest).map(at);
  const points = gathered(rows.map(({ se, value }) => placed({ x: Math.min(se, widest), y: value }, at(se))));
  return {
    ...named,
    sentence: says(points),
    points,
    limits,
    lines: linesOf(points, at),
    middle: group.mean,
    foot: "error",
  };
}

/**
 * The funnel of counts: shares against how many were counted, with exact binomial limits round the share of those they
 * are compared with; null where too few count.
 */
export function countFunnelOf(
  named: Named,
  rows: readonly StudyRow[],
  comparedWith: readonly StudyRow[],
): Funnel | null {
  const counted = countsOf(rows);
  const share = shareOf(countsOf(comparedWith));
  if (counted.length === 0 || share === null) return null;
  const at = (of: number): FunnelLimit => {
    const [inner, outer] = [INNER, OUTER].map((inside) => binomialLimits(Math.max(1, of), share, inside));
    return { x: of, inner: [inner?.lo ?? 0, inner?.hi ?? 100], outer: [outer?.lo ?? 0, outer?.hi ?? 100] };
  };
  const most = Math.max(...counted.map(({ of }) => of));
  const limits = Array.from({ length: most / COUNTS + 1 }, (_, i) => at(COUNTS * (i + 1)));
  const points = gathered(counted.map(({ of, share: y }) => placed({ x: of, y }, at(of))));
  const middle = Math.round(100 * share);
  return {
    ...named,
    sentence: says(points),
    points,
    limits,
    lines: linesOf(points, at),
    middle,
    foot: "count",
  };
}

function countsOf(rows: readonly StudyRow[]) {
  return rows.flatMap(({ counts }) => (counts === null ? [] : [counts]));
}

/** The share of all that was counted, 0..1; null: nothing was. */
function shareOf(counted: ReturnType<typeof countsOf>): number | null {
  const all = counted.reduce((sum, { of }) => sum + of, 0);
  return all === 0 ? null : counted.reduce((sum, one) => sum + one.of * one.share, 0) / all / 100;
}

function steps(widest: number): number[] {
  return Array.from({ length: widest / STEP + 1 }, (_, i) => i * STEP);
}

function placed({ x, y }: { x: number; y: number }, { inner, outer }: FunnelLimit): FunnelPoint {
  const past = ([lo, hi]: readonly [number, number]) => y < lo || y > hi;
  const lies = past(outer) ? "past outer" : past(inner) ? "past inner" : "inside";
  return { x, y, areas: 1, lies };
}

/** Points of one place as one, in the order of their places. */
function gathered(points: readonly FunnelPoint[]): FunnelPoint[] {
  const found = new Map<string, FunnelPoint>();
  for (const point of points) {
    const key = `${point.x} ${point.y}`;
    found.set(key, { ...point, areas: (found.get(key)?.areas ?? 0) + 1 });
  }
  return [...found.values()].sort((a, b) => a.x - b.x || a.y - b.y);
}

function linesOf(points: readonly FunnelPoint[], at: (x: number) => FunnelLimit): FunnelLine[] {
  const places = [...new Set(points.map(({ x }) => x))];
  return places.map((x) => {
    const here = points.filter((point) => point.x === x);
    return {
      ...at(x),
      areas: count(here),
      pastInner: count(here, "past inner"),
      pastOuter: count(here, "past outer"),
    };
  });
}

function count(points: readonly FunnelPoint[], wanted?: FunnelPoint["lies"]): number {
  return points.reduce(
    (sum, { areas, lies }) => sum + (wanted === undefined || lies === wanted ? areas : 0),
    0,
  );
}

function says(points: readonly FunnelPoint[]): string {
  const outer = count(points, "past outer");
  const inner = count(points, "past inner") + outer;
  return `${plural(count(points), "area")}. ${inner} past the inner limits, where about 5 in 100 come to lie by chance, and ${outer} past the outer ones, where 2 in 1,000 do.`;
}
