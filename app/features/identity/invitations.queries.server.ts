import { type Day, dayToDate } from "~/platform/calendar/day";
import type { Prisma, Tx } from "~/platform/db.server";
import type { AreaActor } from "./actor";
import type { OpenInvitation } from "./invitation";

/** Invitations to one's own side that nobody accepted or took back; the database shows them to leads alone. */
export function findSideInvitations(tx: Tx, actor: AreaActor, now: Date): Promise<OpenInvitation[]> {
  const here = { OR: [{ areaId: null }, { areaId: actor.areaId }] };
  return findOpen(tx, { organisationId: actor.organisationId, ...here }, now);
}

/** All of them, for an admin. */
export function findInvitations(tx: Tx, now: Date): Promise<OpenInvitation[]> {
  return findOpen(tx, {}, now);
}

/** Every area that is not closed, to choose from by name: for an admin. */
export async function findAreaChoices(tx: Tx, today: Day) {
  const rows = await tx.area.findMany({
    where: { OR: [{ closedOn: null }, { closedOn: { gt: dayToDate(today) } }] },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true },
  });
  return rows.map(({ id, name }) => ({ value: id, label: name }));
}

async function findOpen(tx: Tx, where: Prisma.InvitationWhereInput, now: Date): Promise<OpenInvitation[]> {
  const rows = await tx.invitation.findMany({
    where: { AND: [where, { acceptedAt: null, withdrawnAt: null, email: { not: null } }] },
    orderBy: [{ invitedAt: "desc" }, { id: "desc" }],
    take: 200,
    select: {
      ...{ id: true, name: true, email: true, role: true, expiresAt: true },
      organisation: { select: { shortName: true } },
      area: { select: { name: true } },
      invitedBy: { select: { name: true } },
    },
  });
  return rows.map(({ expiresAt, organisation, area, invitedBy, email, ...row }) => ({
    ...row,
    email: email ?? "",
    organisation: organisation.shortName,
    area: area?.name ?? null,
    by: invitedBy.name,
    until: expiresAt,
    isOver: expiresAt <= now,
  }));
}
