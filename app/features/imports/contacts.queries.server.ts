import type { Day } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import type { AreaActor } from "../identity/actor";
import { sideOf } from "../people/leads.queries.server";
import { heldOn, peopleVisibleTo, postsVisibleTo } from "../people/people.queries.server";
import type { Contact } from "./contact";
import {
  type AreaOrganisation,
  type ContactsAsked,
  type ContactsPlan,
  type KnownContact,
  planContacts,
} from "./contacts-plan";
import type { KnownInvitee } from "./meetings-plan";
import type { Located } from "./problem";

/** What an address book would change in an area: the look beforehand, and the first half of carrying it out. */
export async function planContactRows(
  tx: Tx,
  actor: AreaActor,
  rows: readonly Located<Contact>[],
  asked: ContactsAsked,
  today: Day,
): Promise<ContactsPlan> {
  const organisations = await findAreaOrganisations(tx, actor);
  return planContacts(rows, await findKnownContacts(tx, actor, today), organisations, asked);
}

/** The organisations whose people matter to the area. */
export async function findAreaOrganisations(tx: Tx, actor: AreaActor): Promise<AreaOrganisation[]> {
  const rows = await tx.organisation.findMany({
    where: {
      OR: [
        { partnershipOf: { id: actor.areaId } },
        { id: { in: actor.relationships.map(({ councilId }) => councilId) } },
        { areaId: actor.areaId, mergedIntoId: null },
      ],
    },
    orderBy: [{ shortName: "asc" }, { id: "asc" }],
    select: { id: true, slug: true, name: true, shortName: true, kinds: true },
  });
  return rows.map((row) => ({
    id: row.id,
    slug: row.slug,
    name: row.shortName,
    fullName: row.name,
    side: sideOf(row),
  }));
}

async function findKnownContacts(tx: Tx, actor: AreaActor, today: Day): Promise<KnownContact[]> {
  const rows = await tx.person.findMany({
    where: { AND: [peopleVisibleTo(actor), { erasedAt: null }] },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: {
      ...{ id: true, name: true, email: true, phone: true },
      appointments: {
        where: { AND: [postsVisibleTo(actor), heldOn(today)] },
        select: { organisationId: true },
      },
    },
  });
  return rows.map(({ id, appointments, ...person }) => ({
    ...person,
    personId: id,
    organisationIds: appointments.map(({ organisationId }) => organisationId),
  }));
}

/** Who of the area may have been invited to a meeting: by their newest post, past ones included. */
export async function findInvitees(tx: Tx, actor: AreaActor): Promise<KnownInvitee[]> {
  const rows = await tx.person.findMany({
    where: { AND: [peopleVisibleTo(actor), { erasedAt: null }] },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: {
      ...{ id: true, name: true, email: true },
      appointments: {
        where: postsVisibleTo(actor),
        orderBy: [{ endsOn: { sort: "desc", nulls: "first" } }, { isLead: "desc" }, { id: "asc" }],
        take: 1,
        select: { role: true, organisation: { select: { kinds: true } } },
      },
    },
  });
  return rows.flatMap(({ id, name, email, appointments: [post] }) =>
    post ? [{ personId: id, name, email, side: sideOf(post.organisation), role: post.role }] : [],
  );
}
