import { type Day, dayToDate } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";

/** A role somebody has, as far as it is asked who else has it. */
export type HeldRole = { id: string; userId: string; organisationId: string; areaId: string | null };

/** The areas that nobody leads but with this role: none, where others lead all of them, or it covers none. */
export function leftWithout<Area extends { id: string }>(
  role: Pick<HeldRole, "areaId">,
  others: readonly Pick<HeldRole, "areaId">[],
  areas: readonly Area[],
): Area[] {
  const covers = (one: Pick<HeldRole, "areaId">, area: Area) => one.areaId === null || one.areaId === area.id;
  return areas.filter((area) => covers(role, area) && !others.some((one) => covers(one, area)));
}

function runningOn(today: Day) {
  const date = dayToDate(today);
  return { startsOn: { lte: date }, OR: [{ endsOn: null }, { endsOn: { gt: date } }] };
}

/**
 * Where a side, or the tracker, would have nobody to look after it without these roles, in words; none: it may go. Whoever
 * asks holds a lock until the end of the transaction, so that two that leave at once do not both think the other stays.
 */
export async function findLeftWithout(
  tx: Tx,
  going: { membership: string } | { user: string },
  today: Day,
): Promise<string[]> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('common-ground leads'))`;
  const which = "user" in going ? { userId: going.user } : { id: going.membership };
  const held = await tx.membership.findMany({
    where: {
      AND: [which, { role: { in: ["lead", "admin"] }, user: { deactivatedAt: null } }, runningOn(today)],
    },
    select: { id: true, userId: true, organisationId: true, areaId: true, role: true },
  });
  const words = await Promise.all(
    held.map((one) =>
      one.role === "admin" ? withoutAdmin(tx, held, today) : withoutLead(tx, one, held, today),
    ),
  );
  return [...new Set(words.flat())];
}

const othersThan = (held: readonly { id: string }[], today: Day) => ({
  AND: [{ id: { notIn: held.map(({ id }) => id) }, user: { deactivatedAt: null } }, runningOn(today)],
});

async function withoutAdmin(tx: Tx, held: readonly HeldRole[], today: Day): Promise<string[]> {
  const others = await tx.membership.count({ where: { role: "admin", ...othersThan(held, today) } });
  return others === 0 ? ["the programme"] : [];
}

async function withoutLead(tx: Tx, role: HeldRole, held: readonly HeldRole[], today: Day): Promise<string[]> {
  const { organisationId } = role;
  const date = dayToDate(today);
  const others = await tx.membership.findMany({
    where: { organisationId, role: "lead", ...othersThan(held, today) },
    select: { areaId: true },
  });
  const areas = await tx.area.findMany({
    where: {
      AND: [
        { OR: [{ closedOn: null }, { closedOn: { gt: date } }] },
        {
          OR: [
            { partnershipId: organisationId },
            {
              relationships: {
                some: { councilId: organisationId, OR: [{ endsOn: null }, { endsOn: { gt: date } }] },
              },
            },
          ],
        },
      ],
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true },
  });
  return leftWithout(role, others, areas).map(({ name }) => name);
}

/** Why somebody's role stays, where nobody else could do what it is for. */
export function keepsOne(places: readonly string[]): string {
  return `Nobody else looks after ${places.join(", ")} on this side. Give somebody else that role first.`;
}
