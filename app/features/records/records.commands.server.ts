import { z } from "zod";
import { dayToDate } from "~/platform/calendar/day";
import { defineCommand, Problem } from "~/platform/command.server";
import { longText } from "~/platform/form-texts";
import { idSchema } from "~/platform/ids";
import { type Actor, otherSide } from "../identity/actor";
import { KIND_WORDS, type RecordKind } from "./record";
import { canAgreeVoid, canAskVoid, canBin, canDispute, canEdit, canReply, canSettle } from "./record.policy";
import { eventOf, reviseBase, subjectRecord } from "./recording.server";

const command = defineCommand<Actor>();
const byId = z.strictObject({ id: idSchema });

function named(data: Record<string, unknown>): string {
  const kind = KIND_WORDS[data.kind as RecordKind]?.one.toLowerCase() ?? "record";
  return `the ${kind} “${String(data.title)}”`;
}

/** Puts a record in the bin: within 24 hours, while nobody else has seen it. */
export const binRecord = command({
  id: "records.bin",
  input: byId,
  subject: (context, { id }) => subjectRecord(context, id),
  allow: (_, { actor, record }) => canEdit(actor, record),
  async run(context, { actor, record }) {
    const replies = await context.tx.reply.count({ where: { recordId: record.id } });
    // A reader's opening is an event alone: row security lets only editors write to a record.
    const openings = await context.tx.event.count({
      where: { subjectId: record.id, command: noteOpened.id },
    });
    const seen = { ...record, openedByOther: record.openedByOther || openings > 0 };
    const allowed = canBin(actor, seen, context.now, replies);
    if (allowed !== true) throw new Problem({ "": allowed });
    await reviseBase(context, record, { binnedAt: context.now });
    return {
      result: { id: record.id },
      event: eventOf(record, actor, { kind: record.kind, title: record.title }),
    };
  },
  says: (data) => `put ${named(data)} in the bin`,
});

/** Takes a record out of the bin again. */
export const restoreRecord = command({
  id: "records.restore",
  input: byId,
  subject: (context, { id }) => subjectRecord(context, id, { withGone: true }),
  allow: (_, { actor, record }) => canEdit(actor, { ...record, binned: false }),
  async run(context, { actor, record }) {
    if (record.binned) await reviseBase(context, record, { binnedAt: null });
    return {
      result: { id: record.id },
      event: eventOf(record, actor, { kind: record.kind, title: record.title }),
    };
  },
  says: (data) => `took ${named(data)} out of the bin`,
});

/** Asks the other side to agree that a shared record is void. Until they do it stands and scores. */
export const askVoid = command({
  id: "records.ask-void",
  input: z.strictObject({ id: idSchema, reason: longText("Say why it should be voided") }),
  subject: (context, { id }) => subjectRecord(context, id),
  allow: (_, { actor, record }) => canAskVoid(actor, record),
  async run(context, { actor, record }, { reason }) {
    const change = { voidAskedOn: dayToDate(context.today), voidAskedBySide: actor.side, voidReason: reason };
    await reviseBase(context, record, change);
    return {
      result: { id: record.id },
      event: eventOf(record, actor, { kind: record.kind, title: record.title, reason }),
    };
  },
  says: (data) => `asked the other side to void ${named(data)}: ${String(data.reason)}`,
});

/** The other side agrees: the record leaves the register and the score, and stays listed as void. */
export const agreeVoid = command({
  id: "records.agree-void",
  input: byId,
  subject: (context, { id }) => subjectRecord(context, id),
  allow: (_, { actor, record }) => canAgreeVoid(actor, record),
  async run(context, { actor, record }) {
    await reviseBase(context, record, { voidedOn: dayToDate(context.today) });
    return {
      result: { id: record.id },
      event: eventOf(record, actor, { kind: record.kind, title: record.title }),
    };
  },
  says: (data) => `agreed that ${named(data)} is void`,
});

/** Replies to a record; a reply may dispute it. */
export const replyToRecord = command({
  id: "records.reply",
  input: z.strictObject({
    id: idSchema,
    text: longText("Write your reply"),
    disputes: z.boolean().default(false),
  }),
  subject: (context, { id }) => subjectRecord(context, id),
  allow: (_, { actor, record }, { disputes }) =>
    disputes ? canDispute(actor, record) : canReply(actor, record),
  async run(context, { actor, record }, { text, disputes }) {
    await context.tx.reply.create({
      data: {
        id: context.newId(),
        recordId: record.id,
        authorId: actor.userId,
        organisationId: actor.organisationId,
        side: actor.side,
        text,
        disputes,
        at: context.now,
      },
      select: { id: true },
    });
    const contest = { contestedOn: dayToDate(context.today), contestedBySide: actor.side, settledOn: null };
    await reviseBase(context, record, disputes ? contest : {});
    return {
      result: { id: record.id },
      event: eventOf(record, actor, { kind: record.kind, title: record.title, disputes, text }),
    };
  },
  says: (data) => `${data.disputes ? "disputed" : "replied to"} ${named(data)}`,
});

/** The side that disputed a record says that this is settled. */
export const settleDispute = command({
  id: "records.settle",
  input: byId,
  subject: (context, { id }) => subjectRecord(context, id),
  allow: (_, { actor, record }) => canSettle(actor, record),
  async run(context, { actor, record }) {
    await reviseBase(context, record, { settledOn: dayToDate(context.today) });
    return {
      result: { id: record.id },
      event: eventOf(record, actor, { kind: record.kind, title: record.title }),
    };
  },
  says: (data) => `settled the dispute about ${named(data)}`,
});

/** Somebody of the other side has opened a shared record: from then it can no longer be binned. Writes once. */
export const noteOpened = command({
  id: "records.opened",
  input: byId,
  subject: (context, { id }) => subjectRecord(context, id),
  allow: (_, { actor, record }) =>
    (record.level === "shared" && actor.side === otherSide(record.side)) ||
    "Only the other side's opening is noted.",
  async run(context, { actor, record }) {
    await context.tx.record.updateMany({
      where: { id: record.id, openedByOtherAt: null },
      data: { openedByOtherAt: context.now },
    });
    return {
      result: { id: record.id },
      event: {
        ...eventOf(record, actor, { kind: record.kind, title: record.title }),
        changesNoFact: true as const,
      },
    };
  },
  says: (data) => `opened ${named(data)} for the first time`,
});
