import type { Method } from "../scoring/method.ts";
import { changeLines } from "./changes.ts";
import { cutsFor, cutsOf } from "./cuts.ts";
import { type Measure, measuresOf, OVERALL } from "./measures.ts";
import type { CodeLine, ReleasedCode } from "./published.ts";
import { releaseNote } from "./release-note.ts";
import type { StudyLines } from "./study-lines.ts";
import { type TableLine, tablesOf } from "./tables.ts";
import type { Unit } from "./unit.ts";
import { variantLines } from "./variant-lines.ts";
import type { VariantId } from "./variants.ts";

/** What a release is made from: exact, and never kept. */
export type Ingredients = {
  readonly id: string;
  /** The last day that is counted, YYYY-MM-DD; the instants before which things were recorded, and at which it is published. */
  readonly asOf: string;
  readonly knownAt: Date;
  readonly publishedAt: Date;
  readonly method: Method;
  readonly units: readonly Unit[];
  readonly under: ReadonlyMap<VariantId, readonly Unit[]>;
  /** The release before it with the units that it was made of; null: there is none it can be set beside. */
  readonly before: { readonly id: string; readonly units: readonly Unit[] } | null;
  readonly codes: { readonly book: readonly ReleasedCode[]; readonly counts: readonly CodeLine[] };
};

/** A row of a table of the schema `research`, keys as its columns are called. */
export type ReleaseRow = Readonly<Record<string, string | number | null>>;

/** The tables of a release, in the order in which they refer to each other. */
export const RELEASE_TABLES = [
  "release",
  "figure",
  "change",
  "code",
  "code_count",
  "variant",
  "variant_says",
  "study_row",
  "study_group",
] as const;
export type ReleaseTable = (typeof RELEASE_TABLES)[number];
type StudyTables = "study_row" | "study_group";

/**
 * Every row of a release but those of studies: rounded and suppressed. Nothing else of its ingredients is ever written. Of
 * 1,500 areas it takes some ten seconds: `pause`, between two measures, lets others be answered.
 */
export async function releaseRows(
  from: Ingredients,
  pause: () => Promise<unknown> = () => Promise.resolve(),
): Promise<Record<Exclude<ReleaseTable, StudyTables>, ReleaseRow[]>> {
  const lines: MeasuredLine[] = [];
  const changes: ReleaseRow[] = [];
  for (const measure of measuresOf(from.method)) {
    await pause();
    const told = tablesOf(from.units, measure.id, cutsOf(from.units, measure.id));
    lines.push(...told.map((line) => ({ measure, line })));
    changes.push(...changesOf(from, measure.id));
  }
  await pause();
  const varied = variantLines(from.units, from.under, cutsFor(from.units));
  const of = (rows: readonly ReleaseRow[]) => placed(from.id, rows);
  return {
    release: [headOf(from, lines.find(({ line }) => isWhole(line))?.line.areas ?? null)],
    figure: of(lines.map(figureRow)),
    change: of(changes),
    code: of(from.codes.book.map(({ slug, theme, label, says }) => ({ slug, theme, label, says }))),
    code_count: of(from.codes.counts.map(countRow)),
    variant: of(
      varied.lines.map((line) => {
        const { variant, measure } = line;
        return { variant, measure, ...firstOf(line), ...figureOf(line) };
      }),
    ),
    variant_says: varied.says.map((one) => ({ release_id: from.id, ...one })),
  };
}

type MeasuredLine = { readonly measure: Measure; readonly line: TableLine };

function figureRow({ measure, line }: MeasuredLine): ReleaseRow {
  const { component, direction, indicator } = measure;
  const cell = { ...firstOf(line), by_2: line.cut[1] ?? null, class_2: line.classes[1] ?? null };
  return {
    measure: measure.id,
    component,
    direction,
    indicator,
    ...cell,
    ...figureOf(line),
    areas: line.areas,
  };
}

function countRow(line: CodeLine): ReleaseRow {
  const { code: slug, status, records, areas } = line;
  return { slug, ...firstOf(line), status, records, areas };
}

function headOf({ id, asOf, knownAt, publishedAt, method, before }: Ingredients, areas: number | null) {
  return {
    id,
    as_of: asOf,
    known_at: knownAt.toISOString(),
    method: method.id,
    parameter_hash: method.parameterHash,
    published_at: publishedAt.toISOString(),
    areas,
    note: releaseNote(before?.id ?? null),
  };
}

const isWhole = (line: TableLine) => line.measure === OVERALL.id && line.cut.length === 0;

type Cell = Pick<TableLine, "cut" | "classes">;

function firstOf({ cut, classes }: Cell) {
  return { by_1: cut[0] ?? null, class_1: classes[0] ?? null };
}

function figureOf({ status, mean, lo, hi }: Pick<TableLine, "status" | "mean" | "lo" | "hi">) {
  return { status, mean, lower: lo, upper: hi };
}

function changesOf({ before, units }: Ingredients, measure: string): ReleaseRow[] {
  if (!before) return [];
  const earlier = new Set(before.units.flatMap(({ id, figures }) => (figures.has(measure) ? [id] : [])));
  // Room goes by the areas that a change is told of: those that have the measure in both.
  const both = units.filter(({ id }) => earlier.has(id));
  return changeLines(before.units, units, measure, cutsOf(both, measure), before.id).map((line) => {
    const { since, areas } = line;
    return { since, measure, ...firstOf(line), ...figureOf(line), areas };
  });
}

function placed(release: string, rows: readonly ReleaseRow[]): ReleaseRow[] {
  return rows.map((row, place) => ({ release_id: release, place, ...row }));
}

/** Rows of a study in a release, from some of its lines. */
export function studyRows(
  release: string,
  study: string,
  { rows, groups }: StudyLines,
): Record<StudyTables, ReleaseRow[]> {
  const own = { release_id: release, study_id: study };
  return {
    study_row: rows.map(({ lo: lower, hi: upper, chanceAbove: chance, counts, ...row }) => {
      return { ...own, ...row, lower, upper, chance, of: counts?.of ?? null, share: counts?.share ?? null };
    }),
    study_group: groups.map((group) => ({ ...own, ...group })),
  };
}
