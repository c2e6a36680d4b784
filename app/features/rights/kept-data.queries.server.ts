import { z } from "zod";
import type { Tx } from "~/platform/db.server";
import type { AreaActor } from "../identity/actor";
import {
  ACCOUNT_COLUMNS,
  type KeptSection,
  keptSections,
  PERSON_COLUMNS,
  SIGN_IN_COLUMNS,
} from "./kept-data";
import { scopeOf } from "./kept-reach";
import { findWithin } from "./kept-reach.queries.server";

const lineSchema = z.record(z.string(), z.unknown());

async function findRows(tx: Tx, columns: readonly string[], id: string) {
  const rows = await tx.$queryRaw<{ place: string; name: string; line: unknown }[]>`
    SELECT place, name, line FROM app.rows_naming(${columns}::text[], ${id}::uuid)`;
  return rows.map(({ place, name, line }) => ({ place, name, line: lineSchema.parse(line) }));
}

/**
 * Everything that names a person of the register, as far as the asker sees it: their own organisation's and what both
 * sides share. What the other side keeps to itself, that side answers for.
 * Asked in one area, it is of that area and of the side they stand on there.
 */
export async function findKeptAboutPerson(
  tx: Tx,
  actors: readonly AreaActor[],
  id: string,
): Promise<KeptSection[]> {
  const rows = await findRows(tx, PERSON_COLUMNS, id);
  return keptSections(await findWithin(tx, actors, rows, scopeOf));
}

/** Which rows are about a person of the register, as far as the asker sees them: every number such a row leads to. */
export async function findIdsAboutPerson(
  tx: Tx,
  actors: readonly AreaActor[],
  id: string,
): Promise<string[]> {
  const rows = await findWithin(tx, actors, await findRows(tx, PERSON_COLUMNS, id), scopeOf);
  return rows.flatMap(({ line }) =>
    Object.entries(line).flatMap(([name, value]) =>
      /(^|_)id$/.test(name) && typeof value === "string" ? [value] : [],
    ),
  );
}

/** Everything that names an account, as its owner sees it. */
export async function findKeptAboutAccount(tx: Tx, id: string): Promise<KeptSection[]> {
  return keptSections(await findRows(tx, ACCOUNT_COLUMNS, id));
}

/** What signing in keeps of an account: asked as signing in, whose tables these are, for that account alone. */
export async function findKeptBySigningIn(tx: Tx, id: string): Promise<KeptSection[]> {
  return keptSections(await findRows(tx, SIGN_IN_COLUMNS, id));
}
