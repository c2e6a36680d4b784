import type { Client } from "pg";
import type { SignedIn } from "~/composition/execution.server";
import { askBreakGlass, confirmBreakGlass } from "~/features/audit/break-glass.commands.server";
import { giveMembership } from "~/features/identity/accounts.commands.server";
import { asMaintenance } from "./fixtures-records";
import { buildUser, mustRun, type Place } from "./place";

type Admins = { place: Place; users: Record<"admin" | "admin let in", SignedIn> };

/** Another admin of the programme. */
export async function buildSecondAdmin(
  name: string,
  { admin, by, ownerUrl }: Pick<Place, "admin" | "by"> & { ownerUrl: string },
): Promise<SignedIn> {
  const second = await buildUser(name);
  const organisationId = await asMaintenance(ownerUrl, async (client) => {
    const { rows } = await client.query("select organisation_id as id from membership where role = 'admin'");
    return String(rows[0]?.id);
  });
  const role = { userId: second.id, organisationId, role: "admin", startsOn: "2020-01-01" } as const;
  await mustRun(admin, giveMembership, role, by);
  return second;
}

/** The second admin asks to read what both sides of Oakfield share, and the first confirms it: for an hour from now. */
export async function letIn({ place, users }: Admins, reason: string): Promise<string> {
  const asked = { areaId: place.area.id, reason };
  const { id } = await mustRun(users["admin let in"], askBreakGlass, asked, place.by);
  await mustRun(users.admin, confirmBreakGlass, { id }, place.by);
  return id;
}

/** Ends what was opened, as whoever asked for it may. */
export async function endGlass(ownerUrl: string, id: string): Promise<void> {
  await asMaintenance(ownerUrl, (client) =>
    client.query("update break_glass set ended_at = now(), ended_by_id = asked_by_id where id = $1", [id]),
  );
}

/** The hour of whatever is open is over: the database goes by its own clock. */
export async function endHour(maintenance: Client): Promise<void> {
  await maintenance.query(
    `update break_glass set confirmed_at = now() - interval '61 minutes', ends_at = now() - interval '1 minute'
     where confirmed_at is not null`,
  );
}

/** How many of Oakfield's pages the log says the admin who was let in has opened. */
export async function countOpenings(maintenance: Client, { place, users }: Admins): Promise<number> {
  const { rows } = await maintenance.query<{ n: number }>(
    "select count(*)::int as n from event where command = 'access.opened' and actor_id = $1 and area_id = $2",
    [users["admin let in"].id, place.area.id],
  );
  return rows[0]?.n ?? 0;
}
