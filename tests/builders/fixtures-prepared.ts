import { findSituation } from "~/composition/actions.server";
import { chooseRelationship } from "~/composition/health.server";
import { giveMembership } from "~/features/identity/accounts.commands.server";
import { createOrganisation } from "~/features/organisations/organisations.commands.server";
import { addPerson } from "~/features/people/people.commands.server";
import { binRecord } from "~/features/records/records.commands.server";
import { todayBy } from "~/platform/clock";
import { newId } from "~/platform/ids";
import type { Principal } from "../contracts/access.table";
import { buildRequest } from "./asked-request";
import { attachBytes } from "./attachment";
import type { Access } from "./fixtures-access";
import { asMaintenance } from "./fixtures-records";
import { buildUser, mustRun } from "./place";
import { readAs } from "./reading";

/** A request of the community's that lies in its bin. */
export async function buildBinned({ place, users }: Access): Promise<string> {
  const where = { area: place.area.slug, council: place.council.slug };
  const id = await buildRequest(users["community editor"], where, place.by);
  await mustRun(users["community editor"], binRecord, { id }, place.by);
  return id;
}

/** A role that can be ended without anybody missing it. */
export async function buildSpareRole({ place }: Access): Promise<string> {
  const user = await buildUser(`Spare ${newId().replace(/\d/g, "x")}`);
  const organisationId = place.outside.council.id;
  const membership = { userId: user.id, organisationId, role: "reader", startsOn: "2020-01-01" } as const;
  return (await mustRun(place.admin, giveMembership, membership, place.by)).id;
}

/** A second record of somebody both sides know. */
export async function buildTwin({ place, users }: Access): Promise<string> {
  const twin = { area: place.area.slug, name: "Twin Chair", organisation: "ours", role: "member" } as const;
  return (await mustRun(users["community lead"], addPerson, twin, place.by)).id;
}

/** A council that works with no area yet. */
export async function buildSpareCouncil({ place }: Access): Promise<string> {
  const council = { name: `Spare ${newId()}`, kinds: ["council" as const], tier: "unitary" as const };
  return (await mustRun(place.admin, createOrganisation, council, place.by)).id;
}

/** A step Oakfield calls for from the principal's side now; for whoever has no side there, one of the community's. */
export async function findStandingAction(
  { place, users, ownerUrl }: Access,
  principal: Principal,
): Promise<string> {
  // What somebody before answered stands again.
  await asMaintenance(ownerUrl, (client) => client.query("delete from action_state"));
  const own = /^(community|council|other council)/.test(principal) ? principal : "community editor";
  const user = users[own as Exclude<Principal, "nobody">];
  return readAs(user, place.area.slug, place.clock, async (tx, actor) => {
    const relationship = await chooseRelationship(tx, actor, null);
    const found = await findSituation(tx, actor, relationship?.chosen.id ?? "", todayBy(place.clock));
    const [first] = found?.standing ?? [];
    if (!first) throw new Error(`no next step stands for ${own}: give the fixture a reason for one`);
    return first.rule.id;
  });
}

/** Proposals of a rhythm that wait for an answer are gone: there is one at a time. */
export function clearProposals({ ownerUrl }: Access): Promise<unknown> {
  return asMaintenance(ownerUrl, (client) =>
    client.query("update record set binned_at = now() where kind = 'rhythm' and binned_at is null"),
  );
}

/** The revision a form made now would carry. */
export function revisionOf(
  { ownerUrl }: Access,
  table: "record" | "person" | "disclosure" | `partnership_${"member" | "decision" | "review"}`,
  id: string | undefined,
): Promise<string> {
  return asMaintenance(ownerUrl, async (client) => {
    const { rows } = await client.query(`select revision from ${table} where id = $1`, [id]);
    return String(rows[0]?.revision);
  });
}

/** What a meeting's form sends in its shortest way, with a newcomer of each side. */
export function heldForm(principal: Principal): Record<string, string> {
  const sides = principal.startsWith("community") ? ["member", "officer"] : ["officer", "member"];
  return {
    title: "About the park",
    on: "today",
    how: "in_person",
    "ours[0].person": `Ours of ${principal}`,
    "ours[0].capacity": sides[0] ?? "",
    "theirs[0].person": `Theirs of ${principal}`,
    "theirs[0].capacity": sides[1] ?? "",
  };
}

/** A file of the principal's own side on the request both see; for who has no side there, one of the community's. */
export function attachOwn({ place, users, records }: Access, principal: Principal): Promise<string> {
  const side = principal.startsWith("council") ? "council editor" : "community editor";
  return attachBytes(users[side], records.request?.shared ?? "", place.by);
}
