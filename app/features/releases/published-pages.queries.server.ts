import type { z } from "zod";
import { Prisma, type Tx } from "~/platform/db.server";
import type { Cut } from "./cells.ts";
import { codeUseRow } from "./code-rows.ts";
import { changeRow, figureRow, variantRow } from "./published-rows.ts";

// Parts of what is published, a page at a time, by the names that the files have: a program reads no whole release to see
// one line of it.

/** Which lines of a release are asked for; what is left out, all of them. */
export type Asked = {
  readonly measure?: string | undefined;
  readonly since?: string | undefined;
  readonly code?: string | undefined;
  readonly variant?: string | undefined;
  /** Tables cut by this: none is all areas. */
  readonly by?: Cut | undefined;
};
/** Which page of how many lines; beyond the last page, it is the last one. */
export type Window = { readonly page: number; readonly per: number };
type Found<Row> = { items: Row[]; count: number; page: number; pages: number };

type Source<Row> = { row: z.ZodType<Row>; table: Prisma.Sql; columns: Prisma.Sql; order: Prisma.Sql };

const FIGURES: Source<z.infer<typeof figureRow>> = {
  row: figureRow,
  table: Prisma.sql`research.figure`,
  columns: Prisma.sql`measure, component, direction, indicator, by_1, class_1, by_2, class_2, status, areas, mean, lower, upper`,
  order: Prisma.sql`place`,
};
const CHANGES: Source<z.infer<typeof changeRow>> = {
  row: changeRow,
  table: Prisma.sql`research.change`,
  columns: Prisma.sql`since, measure, by_1, class_1, status, areas, mean, lower, upper`,
  order: Prisma.sql`since DESC, place`,
};
const CODES: Source<z.infer<typeof codeUseRow>> = {
  row: codeUseRow,
  table: Prisma.sql`research.code_count`,
  columns: Prisma.sql`slug AS code, by_1, class_1, status, records, areas`,
  order: Prisma.sql`place`,
};
const VARIANTS: Source<z.infer<typeof variantRow>> = {
  row: variantRow,
  table: Prisma.sql`research.variant`,
  columns: Prisma.sql`variant, measure, by_1, class_1, status, mean, lower, upper`,
  order: Prisma.sql`place`,
};

/** Some figures of a release, in the order of its tables. */
export function findFigurePage(tx: Tx, release: string, asked: Asked, window: Window) {
  const second = asked.by && Prisma.sql`by_2 IS NOT DISTINCT FROM ${asked.by[1] ?? null}`;
  return findWindow(tx, FIGURES, [...conditions(release, asked), ...(second ? [second] : [])], window);
}

/** Some changes up to a release, from the newest it is counted from. */
export function findChangePage(tx: Tx, release: string, asked: Asked, window: Window) {
  return findWindow(tx, CHANGES, conditions(release, asked), window);
}

/** Some counts of codes of a release. */
export function findCodePage(tx: Tx, release: string, asked: Asked, window: Window) {
  return findWindow(tx, CODES, conditions(release, asked), window);
}

/** Some lines of a release under other judgements. */
export function findVariantPage(tx: Tx, release: string, asked: Asked, window: Window) {
  return findWindow(tx, VARIANTS, conditions(release, asked), window);
}

/** Where a page of so many things begins. */
export function windowIn(count: number, { page: asked, per }: Window) {
  const pages = Math.max(1, Math.ceil(count / per));
  const page = Math.min(asked, pages);
  return { pages, page, offset: (page - 1) * per };
}

function conditions(release: string, { measure, since, code, variant, by }: Asked): Prisma.Sql[] {
  return [
    Prisma.sql`release_id = ${release}`,
    ...(measure === undefined ? [] : [Prisma.sql`measure = ${measure}`]),
    ...(since === undefined ? [] : [Prisma.sql`since = ${since}`]),
    ...(code === undefined ? [] : [Prisma.sql`slug = ${code}`]),
    ...(variant === undefined ? [] : [Prisma.sql`variant = ${variant}`]),
    ...(by === undefined ? [] : [Prisma.sql`by_1 IS NOT DISTINCT FROM ${by[0] ?? null}`]),
  ];
}

async function findWindow<Row>(
  tx: Tx,
  { row, table, columns, order }: Source<Row>,
  all: readonly Prisma.Sql[],
  { page: asked, per }: Window,
): Promise<Found<Row>> {
  const where = Prisma.join([...all], " AND ");
  const [counted] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM ${table} WHERE ${where}`;
  const count = counted?.count ?? 0;
  const { pages, page, offset } = windowIn(count, { page: asked, per });
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT ${columns} FROM ${table} WHERE ${where} ORDER BY ${order} OFFSET ${offset} LIMIT ${per}`;
  return { items: rows.map((one) => row.parse(one)), count, page, pages };
}
