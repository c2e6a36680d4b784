import { z } from "zod";
import { addDays, type Day, dayToDate } from "~/platform/calendar/day";
import { defineCommand, Problem } from "~/platform/command.server";
import { dayField, resolveDay } from "~/platform/form-days";
import { longText, optionalLongText } from "~/platform/form-texts";
import { idSchema } from "~/platform/ids";
import { type Actor, type AreaActor, holderOf, liveTies } from "../identity/actor";
import { sideOf } from "../people/leads.queries.server";
import { findNamesNow } from "../people/names-now.queries.server";
import { canEdit } from "../records/record.policy";
import { type Context, createBase, eventOf, standIn } from "../records/recording.server";
import { checkLastDay, checkNotifiedOn, noticeDays, WHYS } from "./handover";
import { canAnnounce } from "./handover.policy";
import { dayOrNull, postTitle } from "./handover-rows.server";
import { allowAction, change, refuse, requireNow, subjectHandover } from "./handover-subject.server";
import { findPost, findStandingHandover, isSuccessor } from "./successors.queries.server";

const command = defineCommand<Actor>();

const days = {
  why: z.enum(WHYS, { error: "Say why they leave" }),
  notifiedOn: dayField("Enter the day the other side was told"),
  lastDay: dayField("Enter their last day in the post"),
};

/** Says that somebody leaves a post, of one's own side or of the other, once it is known. */
export const announceHandover = command({
  id: "handovers.announce",
  input: z.strictObject({
    area: z.string().max(200),
    postId: z.uuid({ error: "Choose who leaves" }),
    ...days,
    incomingId: z.uuid({ error: "Choose somebody from the list" }).nullish(),
  }),
  subject: async (context, { area }) => standIn(context, area),
  allow: (_, actor) => canAnnounce(actor),
  async run(context, actor, { postId, why, incomingId = null, ...typed }) {
    const { tx, today } = context;
    // Two who announce the same leaver at once take turns: there is one handover.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${postId}, 12))`;
    const post = await findPost(tx, actor, postId);
    if (!post) throw new Problem({ postId: "Choose who leaves" });
    if (await findStandingHandover(tx, postId)) {
      throw new Problem({ postId: "There is a handover of this post already" });
    }
    const told = daysTyped(typed, dayOrNull(post.startsOn), today);
    await requireSuccessor(context, actor, post, incomingId);
    const ofSide = sideOf(post.organisation);
    const relationshipId = relationshipOf(actor, post.organisationId);
    const title = postTitle(post, await findNamesNow(tx, actor));
    const occurredOn = told.notifiedOn;
    const base = { kind: "handover", relationshipId, level: "shared", title, occurredOn } as const;
    const id = await createBase(context, actor, base);
    await tx.handover.create({
      data: {
        recordId: id,
        ofSide,
        appointmentId: postId,
        outgoingId: post.personId,
        incomingId,
        why,
        notifiedOn: dayToDate(told.notifiedOn),
        effectiveOn: dayToDate(told.effectiveOn),
      },
      select: { recordId: true },
    });
    const record = { id, areaId: actor.areaId, relationshipId, level: "shared" } as const;
    const data = { kind: "handover", title, ofSide, outgoing: post.person.name, why, ...told };
    const event = eventOf(record, actor, { ...data, notice: noticeDays(told) });
    return {
      result: { id, lastDay: told.lastDay, isNewEnd: dayOrNull(post.endsOn) !== told.effectiveOn },
      event: { ...event, alsoTouched: [postId] },
    };
  },
  says: (data) =>
    `announced that ${String(data.outgoing)} leaves: ${String(data.title)}, ${noticeSaid(Number(data.notice))}`,
});

function noticeSaid(notice: number): string {
  const days = `${Math.abs(notice)} ${Math.abs(notice) === 1 ? "day" : "days"}`;
  return notice < 0 ? `told ${days} after the change` : `told ${days} before the change`;
}

/** Changes why and when somebody leaves, and the note. */
export const reviseHandover = command({
  id: "handovers.revise",
  input: z.strictObject({
    id: idSchema,
    revision: z.int32(),
    ...days,
    note: optionalLongText(),
  }),
  subject: (context, { id }) => subjectHandover(context, id),
  allow: (_, subject) => {
    const own = allowAction("revise", subject);
    if (own !== true) return own;
    // The side whose post it is may put right what the other noted of it.
    return subject.handover.ofSide === subject.actor.side || canEdit(subject.actor, subject.record);
  },
  async run(context, subject, { revision, why, note, ...typed }) {
    requireNow("revise", subject);
    const { handover, row, actor } = subject;
    const post = await findPost(context.tx, actor, row.appointmentId);
    const told = daysTyped(typed, post && dayOrNull(post.startsOn), context.today);
    if (note === null && handover.preparedOn !== null) {
      throw new Problem({ note: "Write what the next person needs to know" });
    }
    const write = {
      base: { occurredOn: dayToDate(told.notifiedOn) },
      columns: {
        why,
        note,
        notifiedOn: dayToDate(told.notifiedOn),
        effectiveOn: dayToDate(told.effectiveOn),
      },
      seen: revision,
      current: {
        why: handover.why,
        note: handover.note,
        notifiedOn: handover.notifiedOn,
        lastDay: addDays(handover.effectiveOn, -1),
      },
    };
    const before = { why: handover.why, notifiedOn: handover.notifiedOn, effectiveOn: handover.effectiveOn };
    const outcome = await change(context, subject, write, { before, after: { why, ...told } });
    const isNewEnd = post !== null && dayOrNull(post.endsOn) !== told.effectiveOn;
    return { ...outcome, result: { ...outcome.result, ...told, isNewEnd, postId: row.appointmentId } };
  },
  says: (data) => `changed the handover of ${String(data.outgoing)}: ${String(data.title)}`,
});

/** They stay after all: nothing is handed over. */
export const withdrawHandover = command({
  id: "handovers.withdraw",
  input: z.strictObject({ id: idSchema, note: longText("Say what changed") }),
  subject: (context, { id }) => subjectHandover(context, id),
  allow: (_, subject) => allowAction("withdraw", subject),
  async run(context, subject, { note }) {
    requireNow("withdraw", subject);
    const moved = await context.tx.handoverItem.count({
      where: { handoverId: subject.record.id, undoneOn: null },
    });
    if (moved > 0) throw new Problem({ "": "Open things have moved. Undo that first." });
    const columns = { withdrawnOn: dayToDate(context.today), withdrawnNote: note };
    const outcome = await change(context, subject, { columns }, { note });
    return { ...outcome, result: { ...outcome.result, postId: subject.row.appointmentId } };
  },
  says: (data) => `said that ${String(data.outgoing)} stays: ${String(data.note)}`,
});

type Typed = { notifiedOn: Parameters<typeof resolveDay>[0]; lastDay: Parameters<typeof resolveDay>[0] };

/** The days of an announcement, checked; throws Problem beside the field. */
function daysTyped(typed: Typed, startsOn: Day | null, today: Day) {
  const notifiedOn = resolveDay(typed.notifiedOn, today);
  refuse("notifiedOn", checkNotifiedOn(notifiedOn, today));
  const lastDay = resolveDay(typed.lastDay, today);
  refuse("lastDay", checkLastDay(lastDay, startsOn, today));
  return { notifiedOn, lastDay, effectiveOn: addDays(lastDay, 1) };
}

/** Whose matter a post of that organisation is: its council's, or of the community all councils' the actor deals with. */
function relationshipOf(actor: AreaActor, organisationId: string): string | null {
  const own = actor.relationships.find((r) => r.councilId === organisationId);
  if (own) return holderOf(actor, own.id);
  const [only, ...others] = liveTies(actor);
  return only && others.length === 0 ? only.id : null;
}

async function requireSuccessor(
  context: Context,
  actor: AreaActor,
  post: NonNullable<Awaited<ReturnType<typeof findPost>>>,
  incomingId: string | null,
): Promise<void> {
  if (incomingId && !(await isSuccessor(context.tx, actor, post, incomingId, context.today))) {
    throw new Problem({ incomingId: "Choose somebody from the list" });
  }
}
