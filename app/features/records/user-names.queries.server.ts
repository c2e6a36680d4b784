import type { Tx } from "~/platform/db.server";

/**
 * Names of users by id. Those the reader may not see are left out (members of a second council in the same area):
 * never read a name through a required relation, which fails as a whole where the row is not to be seen.
 */
export async function findUserNames(tx: Tx, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id): id is string => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await tx.user.findMany({ where: { id: { in: wanted } }, select: { id: true, name: true } });
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Names of contacts who answered by link, by their person's id, said so; left out where the reader sees no such person. */
export async function findContactNames(
  tx: Tx,
  ids: readonly (string | null)[],
): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id): id is string => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await tx.person.findMany({ where: { id: { in: wanted } }, select: { id: true, name: true } });
  return new Map(rows.map(({ id, name }) => [id, `${name}, by link`]));
}
