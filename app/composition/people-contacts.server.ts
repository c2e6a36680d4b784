import { type AreaActor, liveTies } from "~/features/identity/actor";
import type { LastContact } from "~/features/people/cadence";
import type { Day } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import { meetingsSeen } from "./action-evidence-records.server";

type Asked = { tx: Tx; actor: AreaActor; today: Day };

/**
 * The last contact with each person, with one council: a meeting, call, visit or exchange of e-mails of the last two
 * years, held with both sides, that they came to. An attempt without a reply is none, and neither is a disputed one.
 */
export async function findContacts(
  { tx, actor, today }: Asked,
  relationshipId: string,
): Promise<Map<string, LastContact>> {
  const contacts = new Map<string, LastContact>();
  for (const { id, on, contact, came } of await meetingsSeen({ tx, actor, relationshipId, today })) {
    if (!contact || on > today) continue;
    for (const { personId } of came) keepLater(contacts, personId, { on, recordId: id });
  }
  return contacts;
}

/** The last contact with each person, with any of the area's councils. */
export async function findAllContacts(asked: Asked): Promise<Map<string, LastContact>> {
  const all = new Map<string, LastContact>();
  for (const { id } of liveTies(asked.actor))
    for (const [personId, contact] of await findContacts(asked, id)) keepLater(all, personId, contact);
  return all;
}

function keepLater(contacts: Map<string, LastContact>, personId: string, one: LastContact): void {
  const known = contacts.get(personId);
  if (!known || known.on < one.on) contacts.set(personId, one);
}
