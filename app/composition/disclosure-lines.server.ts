import { type Item, type Line, weigh } from "~/features/disclosures/disclosure";
import type { KnownNames } from "~/features/disclosures/known-names";
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
    const record = told.get(item.recordId) ?? null;
    return { item, record, weighed: weigh(item, record, known) };
  });
  return { lines, known };
}
