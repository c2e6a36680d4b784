import { z } from "zod";
import type { Tx } from "~/platform/db.server";
import type { AreaActor } from "../identity/actor";
import type { Place } from "./erasure";
import { findWithin } from "./kept-reach.queries.server";

const keySchema = z.record(z.string(), z.unknown());

/** Words that name somebody, where the asker's own eyes find them. */
export type NamingWords = Place & { record: string | null; words: string };

type NamingRow = NamingWords & { key: unknown; area: string | null; organisation: string | null };

/** Every place in which the asker reads a name, address or number, in the area they ask in. */
export async function findWordsNaming(
  tx: Tx,
  actor: AreaActor,
  names: readonly (string | null)[],
): Promise<NamingWords[]> {
  const given = names.filter((name) => name !== null && name.trim() !== "");
  if (given.length === 0) return [];
  const rows = await tx.$queryRaw<NamingRow[]>`SELECT * FROM app.words_naming(${given}::text[])`;
  const within = await findWithin(tx, [actor], rows, ({ place, area, organisation, record }) => ({
    ...{ place, area, organisation, round: null },
    records: record === null ? [] : [record],
  }));
  return within.map(({ place, name, key, record, words }) => ({
    ...{ place, name, record, words },
    key: keySchema.parse(key),
  }));
}
