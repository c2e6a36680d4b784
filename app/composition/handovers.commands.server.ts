import {
  announceHandover,
  reviseHandover,
  withdrawHandover,
} from "~/features/handovers/announce-handover.commands.server";
import { acceptHandover, completeHandover } from "~/features/handovers/finish-handover.commands.server";
import {
  allowAction,
  type HandoverSubject,
  subjectHandover,
} from "~/features/handovers/handover-subject.server";
import { findPost, type Post } from "~/features/handovers/successors.queries.server";
import type { Actor, AreaActor } from "~/features/identity/actor";
import { appoint, changePost, endPost } from "~/features/people/appointments.commands.server";
import { nameLead } from "~/features/people/leads.commands.server";
import { isRole } from "~/features/people/person";
import { canWrite } from "~/features/records/record.policy";
import { type Context, standIn } from "~/features/records/recording.server";
import { type Day, dateToDay, dayToDate } from "~/platform/calendar/day";
import { defineCommand, type EventEntry, Problem } from "~/platform/command.server";

const command = defineCommand<Actor>();

/** The entry of a form that wrote in two registers: the handover and the post have entries of their own. */
function formEvent(actor: AreaActor, record: string): EventEntry {
  return {
    subjectId: null,
    areaId: actor.areaId,
    relationshipId: null,
    organisationId: actor.organisationId,
    side: actor.side,
    // Of the writer's own side: what it is about says the rest, to those who may see it.
    level: "side",
    data: { kind: "handover", record },
  };
}

/** Says that somebody leaves, and ends their post on that day. */
export const announceLeaver = command({
  id: "handovers.announce-leaver",
  input: announceHandover.input,
  subject: async (context, { area }) => standIn(context, area),
  allow: (_, actor) => canWrite(actor),
  async run(context, actor, input) {
    const { id, lastDay, isNewEnd } = await context.call(announceHandover, input);
    if (isNewEnd) await context.call(endPost, { area: actor.areaSlug, id: input.postId, lastDay });
    return { result: { id }, event: formEvent(actor, id) };
  },
  says: () => "announced that somebody leaves",
});

/** Changes the days of a handover, and with them the end of the post. */
export const changeLeaver = command({
  id: "handovers.change-leaver",
  input: reviseHandover.input,
  subject: (context, { id }) => subjectHandover(context, id),
  allow: (_, subject) => allowAction("revise", subject),
  async run(context, { actor }, input) {
    const { id, postId, lastDay, isNewEnd } = await context.call(reviseHandover, input);
    if (isNewEnd) await context.call(endPost, { area: actor.areaSlug, id: postId, lastDay });
    return { result: { id }, event: formEvent(actor, id) };
  },
  says: () => "changed a handover",
});

/** They stay after all: the handover ends, and the post has no last day any more. */
export const stayAfterAll = command({
  id: "handovers.stay",
  input: withdrawHandover.input,
  subject: (context, { id }) => subjectHandover(context, id),
  allow: (_, subject) => allowAction("withdraw", subject),
  async run(context, { actor }, input) {
    const { id, postId } = await context.call(withdrawHandover, input);
    const post = await context.tx.appointment.findUnique({ where: { id: postId } });
    if (post?.endsOn && isRole(post.role)) {
      const { revision, role, level, topic, ward, party, cabinetPost } = post;
      await context.call(changePost, {
        ...{ area: actor.areaSlug, id: postId, revision, role, level, topic, ward, party, cabinetPost },
        startsOn: post.startsOn && dateToDay(post.startsOn),
        lastDay: null,
      });
    }
    return { result: { id }, event: formEvent(actor, id) };
  },
  says: () => "ended a handover: they stay",
});

/** Who follows accepts, and holds the post from the day of the change. */
export const takeOver = command({
  id: "handovers.take-over",
  input: acceptHandover.input,
  subject: (context, { id }) => subjectHandover(context, id),
  allow: (_, subject) => allowAction("accept", subject),
  async run(context, subject, input) {
    const { id } = await context.call(acceptHandover, input);
    await putInPost(context, subject);
    return { result: { id }, event: formEvent(subject.actor, id) };
  },
  says: () => "accepted a handover",
});

/** Both sides have met who follows. Who accepted before the day of the change has the lead's place by now. */
export const finishHandover = command({
  id: "handovers.finish",
  input: completeHandover.input,
  subject: (context, { id }) => subjectHandover(context, id),
  allow: (_, subject) => allowAction("complete", subject),
  async run(context, subject, input) {
    const { id } = await context.call(completeHandover, input);
    await putInPost(context, subject);
    return { result: { id }, event: formEvent(subject.actor, id) };
  },
  says: () => "completed a handover",
});

/** Gives who follows the post, and from the day of the change the named lead's place, where it was one and is empty. */
async function putInPost(context: Context, { actor, handover, row }: HandoverSubject): Promise<void> {
  const { incomingId } = row;
  const post = await findPost(context.tx, actor, row.appointmentId);
  if (!post || incomingId === null) return;
  const from = handover.effectiveOn;
  const next = await givePost(context, actor, post, { incomingId, from });
  const leads = post.isLead && post.leadFilledOn === null;
  if (leads && from <= context.today && next.from <= context.today) {
    await context.call(nameLead, { area: actor.areaSlug, id: next.id });
  }
}

type Next = { incomingId: string; from: Day };

/** The post of the same role of who follows: one they hold by then, or a new one from that day. */
async function givePost(
  context: Context,
  actor: AreaActor,
  { role, topic, level, organisationId }: Post,
  { incomingId, from }: Next,
) {
  const day = dayToDate(from);
  const held = await context.tx.appointment.findFirst({
    where: {
      personId: incomingId,
      organisationId,
      role,
      areaId: actor.areaId,
      OR: [{ endsOn: null }, { endsOn: { gt: day } }],
    },
    select: { id: true, startsOn: true },
  });
  if (held) return { id: held.id, from: held.startsOn ? dateToDay(held.startsOn) : from };
  if (!isRole(role))
    throw new Problem({ "": "Correct the role of the post first, on the page of who leaves" });
  const made = await context.call(appoint, {
    area: actor.areaSlug,
    id: incomingId,
    organisation: organisationOf(actor, organisationId),
    role,
    level,
    topic,
    startsOn: from,
  });
  return { id: made.id, from };
}

/** An organisation as the form of a post names it. */
function organisationOf(actor: AreaActor, organisationId: string): string {
  return organisationId === actor.organisationId ? "ours" : organisationId;
}
