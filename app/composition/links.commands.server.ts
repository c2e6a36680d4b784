import { z } from "zod";
import type { Actor, AreaActor } from "~/features/identity/actor";
import { type Contact, expiryOf, PURPOSE_WORDS } from "~/features/links/link";
import { findContacts } from "~/features/links/links.queries.server";
import type { RecordBase } from "~/features/records/record";
import { canWrite } from "~/features/records/record.policy";
import { eventOf, subjectRecord } from "~/features/records/recording.server";
import { dayToDate } from "~/platform/calendar/day";
import { type CommandContext, defineCommand, Problem } from "~/platform/command.server";
import { idSchema } from "~/platform/ids";
import { enqueue } from "~/platform/jobs.server";
import { mailIsOn } from "~/platform/mailer.server";
import { findOutsideAsk, type OutsideAsk } from "./outside-ask.server";

const command = defineCommand<Actor>();

/**
 * Makes a link for a named contact of the other side, to answer what of the record waits on them. To hand over it
 * comes with the hash of its token, which whoever runs this shows once; by mail the token is made when it is sent.
 */
export const makeLink = command({
  id: "links.make",
  input: z.strictObject({
    id: idSchema,
    personId: z.uuid({ error: "Choose who it is for" }),
    way: z.enum(["hand", "mail"]),
    tokenHash: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional(),
  }),
  async subject(context, { id }) {
    const found = await subjectRecord(context, id);
    return (
      found && { ...found, ask: await findOutsideAsk(context.tx, found.actor, found.record, context.today) }
    );
  },
  allow: (_, { actor }) => canWrite(actor),
  async run(context, { actor, record, ask }, { personId, way, tokenHash }) {
    if (ask === null) throw new Problem({ "": "Nothing here waits for the other side any more." });
    const contact = await contactOf(context, actor, ask, personId);
    if (way === "mail" && !mailIsOn())
      throw new Problem({ "": "This tracker sends no mail. Hand the link over." });
    if (way === "mail" && !contact.hasEmail)
      throw new Problem({ personId: "We have no e-mail address for them. Hand the link over." });
    if (way === "hand" && tokenHash === undefined)
      throw new Problem({ "": "The link was not made. Try again." });
    const id = context.newId();
    await context.tx.link.create({
      data: {
        id,
        tokenHash: way === "hand" ? (tokenHash ?? null) : null,
        areaId: actor.areaId,
        relationshipId: relationshipOf(actor, record, contact),
        recordId: record.id,
        personId,
        organisationId: contact.organisationId,
        side: ask.side,
        purpose: ask.purpose,
        way,
        madeById: actor.userId,
        madeByOrganisationId: actor.organisationId,
        madeAt: context.now,
        expiresOn: dayToDate(expiryOf(context.today)),
      },
      select: { id: true },
    });
    if (way === "mail") await enqueue(context.tx, "send-link", { link: id, step: 0 });
    const data = { kind: record.kind, title: record.title, linkId: id, purpose: ask.purpose, way, personId };
    return { result: { id }, event: eventOf(record, actor, data) };
  },
  says: (data) => {
    const asked = PURPOSE_WORDS[data.purpose as OutsideAsk["purpose"]] ?? "answer";
    return `${data.way === "mail" ? "asked by mail" : "made a link"} for the other side to ${asked}`;
  },
});

async function contactOf(
  context: CommandContext<Actor>,
  actor: AreaActor,
  ask: OutsideAsk,
  personId: string,
): Promise<Contact> {
  const contacts = await findContacts(context.tx, actor, ask, context.today);
  const contact = contacts.find(({ id }) => id === personId);
  if (!contact) throw new Problem({ personId: "Choose somebody of the other side who is in post" });
  return contact;
}

/** The relationship it answers in: the record's, else that of the contact's council, else the maker's own. */
function relationshipOf(actor: AreaActor, record: RecordBase, contact: Contact): string {
  const theirs = actor.relationships.find(({ councilId }) => councilId === contact.organisationId);
  const id = record.relationshipId ?? theirs?.id ?? actor.relationships[0]?.id;
  if (id === undefined) throw new Problem({ "": "This area has no council yet." });
  return id;
}
