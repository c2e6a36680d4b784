import { COUNTED, type Measure } from "../releases/measures.ts";
import { type Pooled, poolAreas } from "../releases/pooling.ts";
import { classesInOrder, classWords } from "../releases/release-words.ts";
import { toNearest } from "../releases/rounding.ts";
import type { StudyRow, StudyTable } from "../releases/rows.ts";
import type { Dimension } from "../releases/strata.ts";
import { NINETY } from "../releases/tables.ts";
import { countFunnelOf, type Funnel, funnelOf } from "./funnel-view.ts";
import type { MeanRow } from "./mean-rows.ts";

/** Areas to a page of the table. */
const PAGE = 50;

/** What a study’s group is called: its class, or the rarer ones together, with all areas. */
export function groupWords(dimension: Dimension, among: string | null): string {
  return among === null ? "Rarer kinds together, with all areas" : classWords(dimension, among);
}

/** The groups of a study in their fixed order; who is compared with all areas comes last. */
function groupsOf(table: StudyTable, dimension: Dimension) {
  const named = classesInOrder(
    dimension,
    table.groups.flatMap(({ among }) => among ?? []),
  );
  return [...named, null].flatMap((among) => {
    const group = table.groups.find((one) => one.among === among);
    return group ? [{ group, rows: table.rows.filter((row) => row.among === among) }] : [];
  });
}

/** A funnel for each kind of area; of counts where the measure counts and the release tells how many. */
export function funnelsOf(table: StudyTable, dimension: Dimension, measure: Measure): Funnel[] {
  const isCounted = measure.indicator !== null && COUNTED.includes(measure.indicator);
  return groupsOf(table, dimension).flatMap(({ group, rows }) => {
    const named = { id: group.among ?? "others", title: groupWords(dimension, group.among) };
    const comparedWith = group.among === null ? table.rows : rows;
    const counted = isCounted ? countFunnelOf(named, rows, comparedWith) : null;
    return rows.length === 0 ? [] : [counted ?? funnelOf(named, rows, group)];
  });
}

/** How the same areas changed on average between two releases, all together and by kind. */
export function changeRows(now: StudyTable, before: StudyTable, dimension: Dimension): MeanRow[] {
  const known = new Map(before.rows.map((row) => [row.id, row]));
  const changed = now.rows.flatMap((row) => {
    const was = known.get(row.id);
    return was ? [{ row, value: row.value - was.value, se: Math.hypot(row.se, was.se) }] : [];
  });
  if (changed.length === 0) return [];
  const groups = groupsOf(now, dimension).flatMap(({ group: { among } }) => {
    const inside = changed.filter(({ row }) => row.among === among);
    return inside.length === 0
      ? []
      : [{ id: among ?? "others", label: groupWords(dimension, among), inside }];
  });
  const all = { id: "all", label: "All areas", inside: changed };
  return (groups.length > 1 ? [all, ...groups] : [all]).map(({ id, label, inside }) => ({
    id,
    label,
    areas: inside.length,
    ...rangeOf(poolAreas(inside)),
    why: null,
  }));
}

function rangeOf({ mean, se }: Pooled) {
  const [lo, hi] = [Math.floor(mean - NINETY * se), Math.ceil(mean + NINETY * se)];
  return { mean: toNearest(mean, 1), lo, hi };
}

/** What the chance of lying above the median says in words. */
export function chanceWords(chance: number): string {
  if (chance >= 0.9) return "very likely above";
  if (chance >= 0.7) return "likely above";
  if (chance > 0.3) return "as likely above as below";
  return chance > 0.1 ? "likely below" : "very likely below";
}

/** A chance to the nearest tenth: nothing is certain. */
function chanceFigure(chance: number): string {
  if (chance >= 1) return "over 0.95";
  return chance <= 0 ? "under 0.05" : chance.toFixed(1);
}

/** An area as the study’s table shows it: text and figures, ready to print. */
export type AreaRow = {
  readonly id: string;
  readonly kind: string;
  /** Points since the other release; null: it is not in that one. */
  readonly change: number | null;
  readonly value: number;
  readonly se: number;
  readonly counted: string | null;
  readonly shrunk: number;
  readonly lo: number;
  readonly hi: number;
  /** The chance of lying above the middle of its kind, in words and as a number. */
  readonly chance: string;
};

/** One page of the areas, in the order of their pseudonyms, which says nothing of them. */
export function areaPage(
  now: StudyTable,
  before: StudyTable | null,
  dimension: Dimension,
  page: number,
): { rows: AreaRow[]; page: number; pages: number } {
  const known = new Map((before?.rows ?? []).map((row) => [row.id, row]));
  const pages = Math.max(1, Math.ceil(now.rows.length / PAGE));
  const here = Math.min(page, pages);
  const ordered = now.rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const rows = ordered.slice((here - 1) * PAGE, here * PAGE);
  return { rows: rows.map((row) => areaRow(row, known.get(row.id), dimension)), page: here, pages };
}

function areaRow(row: StudyRow, was: StudyRow | undefined, dimension: Dimension): AreaRow {
  const { id, value, se, shrunk, lo, hi, counts, chanceAbove: chance } = row;
  return {
    id,
    kind: row.among === null ? "Rarer kinds: all areas" : classWords(dimension, row.among),
    change: was ? value - was.value : null,
    value,
    se,
    counted: counts ? `about ${counts.share} in 100 of ${counts.of}` : null,
    shrunk,
    lo,
    hi,
    chance: `${chanceWords(chance)} (${chanceFigure(chance)})`,
  };
}
