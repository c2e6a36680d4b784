import type { Tx } from "~/platform/db.server";

/** Which person of the register somebody is; null: nobody has said. */
export async function findOwnPerson(tx: Tx, userId: string): Promise<string | null> {
  const user = await tx.user.findUnique({ where: { id: userId }, select: { personId: true } });
  return user?.personId ?? null;
}

/** Of these people, those that some account is said to be. */
export async function findTaken(tx: Tx, people: readonly string[]): Promise<Set<string>> {
  const rows = await tx.user.findMany({
    where: { personId: { in: [...people] } },
    select: { personId: true },
  });
  return new Set(rows.flatMap(({ personId }) => personId ?? []));
}
