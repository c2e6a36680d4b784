import { z } from "zod";
import { defineCommand, Problem } from "~/platform/command.server";
import { idSchema } from "~/platform/ids";
import type { Actor } from "../identity/actor";
import { canWrite } from "../records/record.policy";
import { eventOf, subjectRecord } from "../records/recording.server";
import { findOwnLink } from "./links.queries.server";

const command = defineCommand<Actor>();

/** Takes a link back: from then it opens nothing, and of one that goes by mail none goes again. */
export const revokeLink = command({
  id: "links.revoke",
  input: z.strictObject({ id: idSchema, linkId: idSchema }),
  async subject(context, { id, linkId }) {
    const found = await subjectRecord(context, id, { withGone: true });
    const link = found && (await findOwnLink(context.tx, linkId));
    return found && link?.recordId === id ? { ...found, link } : null;
  },
  allow: (_, { actor, link }) => {
    const write = canWrite(actor);
    if (write !== true) return write;
    return (
      link.madeByOrganisationId === actor.organisationId || "Only the side that made a link takes it back."
    );
  },
  async run(context, { actor, record, link }) {
    if (link.usedAt !== null) throw new Problem({ "": "It was answered already." });
    const which = { OR: [{ id: link.id }, { firstId: link.id }], usedAt: null, revokedAt: null };
    await context.tx.link.updateMany({ where: which, data: { revokedAt: context.now } });
    const data = { kind: record.kind, title: record.title, linkId: link.id };
    return { result: { id: record.id }, event: eventOf(record, actor, data) };
  },
  says: () => "took a link back",
});

/** Notes that a link was opened for the first time. Run as the link itself, when its page is shown. */
export const noteLinkOpened = command({
  id: "links.opened",
  input: z.strictObject({ id: idSchema, linkId: idSchema }),
  subject: (context, { id }) => subjectRecord(context, id),
  allow: (actor) => actor.contactId !== undefined || "Only a link is opened by its contact.",
  async run(context, { actor, record }, { linkId }) {
    const where = { id: linkId, openedAt: null };
    await context.tx.link.updateMany({ where, data: { openedAt: context.now } });
    return { result: null, event: eventOf(record, actor, { kind: record.kind, title: record.title }) };
  },
  says: () => "opened the link",
});

/** The entry of the job that sends mail, for its wording: it writes it itself, and nobody runs this. */
export const noteLinkSent = command({
  id: "links.send",
  input: z.strictObject({ id: idSchema }),
  subject: (context, { id }) => subjectRecord(context, id),
  allow: () => "Only the tracker itself sends mail.",
  async run(_, { actor, record }) {
    return { result: null, event: eventOf(record, actor, {}) };
  },
  says: (data) => (Number(data.step) > 0 ? "asked by mail again" : "sent the link by mail"),
});
