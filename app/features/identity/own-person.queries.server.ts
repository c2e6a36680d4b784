import type { Prisma, Tx } from "~/platform/db.server";

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

/**
 * Somebody of the register whom an account of this organisation can be: of its own people, and for a partnership those of
 * its area who are of no council. The database asks the same when it is accepted. Null: nobody of theirs.
 */
export function findOwnSidePerson(
  tx: Tx,
  id: string,
  organisationId: string,
): Promise<{ id: string } | null> {
  const ofArea = { partnershipId: organisationId };
  const post: Prisma.AppointmentWhereInput = {
    OR: [
      { organisationId },
      {
        organisation: { NOT: { kinds: { has: "council" } } },
        OR: [{ area: ofArea }, { organisation: { localTo: ofArea } }],
      },
    ],
  };
  return tx.person.findFirst({
    where: { id, erasedAt: null, mergedIntoId: null, appointments: { some: post } },
    select: { id: true },
  });
}
