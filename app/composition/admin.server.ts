import type { Actor } from "~/features/identity/actor";
import { notFound, type Reading, read } from "./request.server";

type Context = Parameters<typeof read>[0];

/** Runs a loader's reads for a programme admin; to everybody else there is no such page. */
export function readAdmin<T>(
  context: Context,
  work: (actor: Actor, reading: Reading) => Promise<T>,
): Promise<T> {
  return read(context, (actor, reading) => (actor.admin ? work(actor, reading) : notFound()));
}

/** Before an action of an admin's page: 404 for everybody else. */
export async function requireAdmin(context: Context): Promise<void> {
  await readAdmin(context, async () => null);
}
