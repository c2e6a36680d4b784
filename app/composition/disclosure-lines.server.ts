import { createHash } from "node:crypto";
import {
  type Item,
  type Line,
  type LookedAt,
  type ToldRecord,
  weigh,
} from "~/features/disclosures/disclosure";
import type { KnownNames } from "~/features/disclosures/known-names";
import { foundIn } from "~/features/disclosures/redact";
import type { AreaActor } from "~/features/identity/actor";
import type { Tx } from "~/platform/db.server";
import { findKnownNames } from "./disclosure-names.server";
import { findInBundle } from "./disclosure-records.server";
import { findTold } from "./disclosure-texts.server";

/** Records of a bundle as they are now, with what goes out of each. */
export async function findLines(tx: Tx, actor: AreaActor, items: readonly Item[]): Promise<Line[]> {
  return (await findLinesAndNames(tx, actor, items)).lines;
}

/** The same, with the names by which something was left out. */
export async function findLinesAndNames(
  tx: Tx,
  actor: AreaActor,
  items: readonly Item[],
): Promise<{ lines: Line[]; known: KnownNames }> {
  const records = await findInBundle(
    tx,
    actor,
    items.map(({ recordId }) => recordId),
  );
  const { records: told, named } = await findTold(tx, actor, records);
  const known = await findKnownNames(tx, actor, named);
  const lines = items.map((item) => {
    const of = told.get(item.recordId);
    const record = of ? lookAt(of, known) : null;
    return { item, record, weighed: weigh(item, record, known) };
  });
  return { lines, known };
}

/**
 * A record with what tells its words, and where names were found in them, from any others. Somebody who takes up a post or
 * another name since a decision is found no longer: what was decided is then looked at again, before anything goes out.
 */
function lookAt(record: ToldRecord, known: KnownNames): LookedAt {
  const words = record.texts.map(({ key, text }) => [key, text]);
  const found = foundIn(record.texts, known).map((of) =>
    [...new Set(of.map(({ from, to }) => `${from}-${to}`))].sort(),
  );
  const digest = createHash("sha256")
    .update(JSON.stringify([words, found]))
    .digest("hex");
  return { ...record, digest };
}
