import { Prisma, type Tx } from "~/platform/db.server";
import type { Measure } from "./measures.ts";
import type { ChangeLine, CodeLine, Published, ReleasedCode, VariantLine, VariantSays } from "./published.ts";
import {
  changeRow,
  codeCountRow,
  codeRow,
  figureRow,
  releaseRow,
  studyGroupRow,
  studyRow,
  variantRow,
  variantSaysRow,
} from "./published-rows.ts";
import type { StudyGroup, StudyRow, StudyTable } from "./rows.ts";
import type { Dimension } from "./strata.ts";
import type { Status } from "./suppression.ts";
import type { TableLine } from "./tables.ts";

// What is published, read back: every reading here runs inside inResearch, under the role that can read nothing else.

type Cell = { by_1: Dimension | null; class_1: string | null; status: Status };

/** The cut and classes of a line, as its columns say them. */
function cellOf({ by_1, class_1, status }: Cell): Pick<TableLine, "cut" | "classes" | "status"> {
  return by_1 === null ? { cut: [], classes: [], status } : { cut: [by_1], classes: [class_1 ?? ""], status };
}

/** Everything that was published, the newest quarter first. */
export async function findReleases(tx: Tx): Promise<Published[]> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT id, to_char(as_of, 'YYYY-MM-DD') AS as_of, to_char(known_at AT TIME ZONE 'Europe/London', 'YYYY-MM-DD') AS known_at,
      method, parameter_hash, published_at, areas, note
    FROM research.release ORDER BY id DESC`;
  return rows.map((row) => {
    const { as_of, known_at, parameter_hash, published_at, ...rest } = releaseRow.parse(row);
    return {
      ...rest,
      asOf: as_of,
      knownAt: known_at,
      parameterHash: parameter_hash,
      publishedAt: published_at,
    };
  });
}

/** The lines of one measure of a release, in the order of its tables; none where it has no such measure. */
export async function findLines(tx: Tx, releaseId: string, measureId: string): Promise<TableLine[]> {
  return (await findFigures(tx, releaseId, measureId)).map(([, line]) => line);
}

/** Every line of a release with its measure, in the order of the tables. */
export async function findAllLines(tx: Tx, releaseId: string): Promise<[Measure, TableLine[]][]> {
  const byMeasure = new Map<string, [Measure, TableLine[]]>();
  for (const [measure, line] of await findFigures(tx, releaseId, null)) {
    const there = byMeasure.get(measure.id);
    if (there) there[1].push(line);
    else byMeasure.set(measure.id, [measure, [line]]);
  }
  return [...byMeasure.values()];
}

async function findFigures(tx: Tx, release: string, measure: string | null): Promise<[Measure, TableLine][]> {
  const one = measure === null ? Prisma.empty : Prisma.sql`AND measure = ${measure}`;
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT measure, component, direction, indicator, by_1, class_1, by_2, class_2, status, areas, mean, lower, upper
    FROM research.figure WHERE release_id = ${release} ${one} ORDER BY place`;
  return rows.map((row) => {
    const figure = figureRow.parse(row);
    const { component, direction, indicator, by_2, class_2, areas, mean, lower: lo, upper: hi } = figure;
    const first = cellOf(figure);
    const cut = by_2 === null ? first.cut : [...first.cut, by_2];
    const classes = by_2 === null ? first.classes : [...first.classes, class_2 ?? ""];
    const { measure: id, status } = figure;
    return [
      { id, component, direction, indicator },
      { measure: id, cut, classes, status, areas, mean, lo, hi },
    ];
  });
}

/** How the same areas changed up to a release, from each earlier one it is set beside; of one measure, or of all. */
export async function findChanges(tx: Tx, releaseId: string, measureId?: string): Promise<ChangeLine[]> {
  const one = measureId === undefined ? Prisma.empty : Prisma.sql`AND measure = ${measureId}`;
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT since, measure, by_1, class_1, status, areas, mean, lower, upper
    FROM research.change WHERE release_id = ${releaseId} ${one} ORDER BY since DESC, place`;
  return rows.map((row) => {
    const change = changeRow.parse(row);
    const { since, measure, areas, mean, lower: lo, upper: hi } = change;
    return { ...cellOf(change), since, measure, areas, mean, lo, hi };
  });
}

/** The code book of a release, and how often each code was used. */
export async function findCodeCounts(
  tx: Tx,
  releaseId: string,
): Promise<{ codes: ReleasedCode[]; lines: CodeLine[] }> {
  const codes = await tx.$queryRaw<unknown[]>`
    SELECT slug, theme, label, says FROM research.code WHERE release_id = ${releaseId} ORDER BY place`;
  const lines = await tx.$queryRaw<unknown[]>`
    SELECT slug, by_1, class_1, status, records, areas FROM research.code_count
    WHERE release_id = ${releaseId} ORDER BY place`;
  return {
    codes: codes.map((row) => codeRow.parse(row)),
    lines: lines.map((row) => {
      const line = codeCountRow.parse(row);
      return { ...cellOf(line), code: line.slug, records: line.records, areas: line.areas };
    }),
  };
}

/** The tables under each other judgement, of one measure or of all. */
export async function findVariants(tx: Tx, releaseId: string, measureId?: string): Promise<VariantLine[]> {
  const one = measureId === undefined ? Prisma.empty : Prisma.sql`AND measure = ${measureId}`;
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT variant, measure, by_1, class_1, status, mean, lower, upper FROM research.variant
    WHERE release_id = ${releaseId} ${one} ORDER BY place`;
  return rows.map((row) => {
    const line = variantRow.parse(row);
    const { variant, measure, mean, lower: lo, upper: hi } = line;
    return { ...cellOf(line), variant, measure, mean, lo, hi };
  });
}

/** What each other judgement changes as a whole. */
export async function findVariantSays(tx: Tx, releaseId: string): Promise<VariantSays[]> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT variant, crossed, agreement::float8 AS agreement FROM research.variant_says
    WHERE release_id = ${releaseId} ORDER BY variant`;
  return rows.map((row) => variantSaysRow.parse(row));
}

/** The areas of a study for one measure, under its pseudonyms: nothing for whoever is not in it. */
export async function findStudyTable(
  tx: Tx,
  releaseId: string,
  studyId: string,
  measureId: string,
): Promise<StudyTable> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT id, among, value, se, shrunk, lower, upper, chance::float8 AS chance, "of", share FROM research.study_row
    WHERE release_id = ${releaseId} AND study_id = ${studyId}::uuid AND measure = ${measureId} ORDER BY id`;
  const groups = await tx.$queryRaw<unknown[]>`
    SELECT among, mean, between FROM research.study_group
    WHERE release_id = ${releaseId} AND study_id = ${studyId}::uuid AND measure = ${measureId} ORDER BY place`;
  return {
    rows: rows.map((row): StudyRow => {
      const { lower: lo, upper: hi, chance: chanceAbove, of, share, ...rest } = studyRow.parse(row);
      return { ...rest, lo, hi, chanceAbove, counts: of === null || share === null ? null : { of, share } };
    }),
    groups: groups.map((row): StudyGroup => studyGroupRow.parse(row)),
  };
}
