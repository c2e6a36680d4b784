import { type Day, dayToDate } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import type { AreaActor } from "../identity/actor";
import { heldOn } from "../people/people.queries.server";

/** Somebody of one's own side who was not asked yet: an account, or an entry in the register of people. */
export type Invitee = { id: string; name: string; by: "account" | "register"; hasEmail: boolean };

/** Whom a lead can still ask in a round, by name: accounts and people of their own side that have no seat in it. */
export async function findInvitees(
  tx: Tx,
  actor: AreaActor,
  checkInId: string,
  today: Day,
): Promise<Invitee[]> {
  const seats = await tx.checkInSeat.findMany({
    where: { checkInId, organisationId: actor.organisationId },
    select: { userId: true, personId: true },
  });
  const accounts = await findAccounts(tx, actor, today);
  const seated = new Set(seats.flatMap(({ userId, personId }) => [userId, personId]));
  const open = accounts.filter(({ id, personId }) => !seated.has(id) && !(personId && seated.has(personId)));
  // Whoever has an account answers by it, and is not in the list a second time.
  const own = new Set(accounts.map(({ personId }) => personId));
  const people = (await findPeople(tx, actor, today)).filter(({ id }) => !seated.has(id) && !own.has(id));
  const found = [
    ...open.map(({ id, name }) => ({ id, name, by: "account" as const, hasEmail: true })),
    ...people.map(({ id, name, email }) => ({ id, name, by: "register" as const, hasEmail: Boolean(email) })),
  ];
  return found.sort((a, b) => a.name.localeCompare(b.name, "en-GB") || (a.id < b.id ? -1 : 1));
}

async function findAccounts(tx: Tx, { organisationId, areaId, side }: AreaActor, today: Day) {
  const date = dayToDate(today);
  return tx.user.findMany({
    where: {
      deactivatedAt: null,
      memberships: {
        some: {
          organisationId,
          side,
          startsOn: { lte: date },
          AND: [{ OR: [{ areaId: null }, { areaId }] }, { OR: [{ endsOn: null }, { endsOn: { gt: date } }] }],
        },
      },
    },
    select: { id: true, name: true, personId: true },
  });
}

async function findPeople(tx: Tx, { organisationId, areaId }: AreaActor, today: Day) {
  const held = { AND: [heldOn(today), { organisationId, OR: [{ areaId: null }, { areaId }] }] };
  return tx.person.findMany({
    where: { erasedAt: null, mergedIntoId: null, appointments: { some: held } },
    select: { id: true, name: true, email: true },
  });
}
