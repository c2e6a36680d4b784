import { type Day, dayToDate } from "~/platform/calendar/day";
import { Problem } from "~/platform/command.server";
import { isConstraint } from "~/platform/database-problems.server";
import type { Tx } from "~/platform/db.server";

type Role = "reader" | "editor" | "lead" | "admin" | "researcher";
type Organisation = { id: string; kinds: readonly string[] };
type NewMembership = {
  id: string;
  userId: string;
  organisation: Organisation;
  role: Role;
  areaId: string | null;
};

/** Why an admin gives their own account no role: nobody lets themselves in to what a side records. */
export const OWN_ROLE =
  "You cannot give your own account a role. Ask another admin, or a lead of that organisation.";

/** Whether a role is of a side: a lead gives and ends those. */
export function isOfSide(role: string): role is "reader" | "editor" | "lead" {
  return role === "reader" || role === "editor" || role === "lead";
}

/** The side that a role in an organisation puts somebody on; null: none. */
export function sideOf(organisation: Pick<Organisation, "kinds">, role: Role) {
  if (!isOfSide(role)) return null;
  return organisation.kinds.includes("council") ? ("council" as const) : ("community" as const);
}

/** Whether who asks leads this organisation there: in that area, or (null) in all of its areas. */
export async function leadsThere(tx: Tx, organisationId: string, areaId: string | null): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ leads: boolean }[]>`
    SELECT app.leads(${organisationId}::uuid, ${areaId}::uuid) AS leads`;
  return row?.leads === true;
}

/** Writes a membership; throws Problem where the account is on the other side, or the role does not fit. */
export async function createMembership(tx: Tx, one: NewMembership, from: Day): Promise<void> {
  const { id, userId, organisation, role, areaId } = one;
  const side = sideOf(organisation, role);
  const data = { id, userId, organisationId: organisation.id, role, areaId, side, startsOn: dayToDate(from) };
  try {
    await tx.membership.create({ data, select: { id: true } });
  } catch (error) {
    if (isConstraint(error, "membership_one_side")) {
      throw new Problem({
        organisationId: "This account is on the other side of one of its areas. An account is on one side.",
      });
    }
    if (isConstraint(error, "membership_side_fits")) {
      throw new Problem({ organisationId: "Nobody can be a member of this organisation with that role" });
    }
    throw error;
  }
}

/** One membership, with whose it is and of what. */
export function findMembership(tx: Tx, id: string) {
  return tx.membership.findUnique({
    where: { id },
    select: {
      id: true,
      role: true,
      startsOn: true,
      endsOn: true,
      userId: true,
      organisationId: true,
      areaId: true,
      user: { select: { id: true, name: true } },
      organisation: { select: { id: true, shortName: true, kinds: true } },
    },
  });
}

/** Ends a membership on that day, where it runs then: one that was to begin later never does. */
export async function endOn(
  tx: Tx,
  { id, startsOn, endsOn }: { id: string; startsOn: Date; endsOn: Date | null },
  today: Day,
): Promise<void> {
  const on = dayToDate(today);
  const end = startsOn > on ? startsOn : on;
  if (endsOn !== null && endsOn <= end) return;
  await tx.membership.update({ where: { id }, data: { endsOn: end }, select: { id: true } });
}

/** How many roles somebody has today, but for one. */
export function countRoles(tx: Tx, { userId, but }: { userId: string; but: string }, today: Day) {
  const date = dayToDate(today);
  return tx.membership.count({
    where: {
      userId,
      id: { not: but },
      startsOn: { lte: date },
      OR: [{ endsOn: null }, { endsOn: { gt: date } }],
    },
  });
}
