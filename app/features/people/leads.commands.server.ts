import { z } from "zod";
import { dayToDate } from "~/platform/calendar/day";
import { defineCommand, Problem } from "~/platform/command.server";
import { idSchema } from "~/platform/ids";
import type { Actor, AreaActor } from "../identity/actor";
import { canWrite } from "../records/record.policy";
import type { Context } from "../records/recording.server";
import { isHeld, type Post, placeOf, postEvent, subjectPost } from "./appointment-subject.server";
import { type LeadPlace, leadsOf } from "./leads.queries.server";
import { findNamesNow } from "./names-now.queries.server";
import { heldOn } from "./people.queries.server";

const command = defineCommand<Actor>();
const input = z.strictObject({ area: z.string(), id: idSchema });

/**
 * Names a side's lead: the one person the other side turns to. Either side may say who it is, for itself or for the
 * other. The community has one for all councils, a council one an area. Whoever led before is unmarked, or, where they
 * have left, keeps the mark with the day the place was filled.
 */
export const nameLead = command({
  id: "people.name-lead",
  input,
  subject: subjectPost,
  allow: (_, { actor }) => canWrite(actor),
  async run(context, { actor, post }) {
    if (!isHeld(post, context.today)) throw new Problem({ "": "They do not hold this post today." });
    const place = placeOf(actor, post);
    // Two who name a lead at once take turns: there is one.
    await context.tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${actor.areaId}, 8))`;
    const touched = await makeRoom(context, place, post.id);
    const id = await mark(context, actor, post, place);
    const data = {
      personId: post.personId,
      name: post.person.name,
      organisation: (await findNamesNow(context.tx, actor))({
        id: post.organisationId,
        ...post.organisation,
      }),
      before: touched.unmarked,
    };
    return {
      result: { id, personId: post.personId },
      event: postEvent(actor, { ...post, id }, data, touched.ids),
    };
  },
  says: (data) => `named ${String(data.name)} as the lead of ${String(data.organisation)}`,
});

/** Unmarks who leads now and closes the vacancies of who has left; the posts whose facts that changed. */
async function makeRoom({ tx, today }: Context, place: LeadPlace, next: string) {
  const on = dayToDate(today);
  const marked = await tx.appointment.findMany({
    where: { ...leadsOf(place), leadFilledOn: null, id: { not: next } },
    select: { id: true, endsOn: true, person: { select: { name: true } } },
  });
  const gone = marked.filter(({ endsOn }) => endsOn !== null && endsOn <= on);
  const here = marked.filter((lead) => !gone.includes(lead));
  await tx.appointment.updateMany({
    where: { id: { in: gone.map(({ id }) => id) } },
    data: { leadFilledOn: on, revision: { increment: 1 } },
  });
  await tx.appointment.updateMany({
    where: { id: { in: here.map(({ id }) => id) } },
    data: { isLead: false, relationshipId: null, revision: { increment: 1 } },
  });
  return { ids: marked.map(({ id }) => id), unmarked: here.map(({ person }) => person.name) };
}

/** Marks the post; one that is about all of an organisation's areas gets a post of this area beside it. */
async function mark(context: Context, actor: AreaActor, post: Post, { relationshipId }: LeadPlace) {
  const { tx, today } = context;
  const lead = { isLead: true, relationshipId, checkedOn: dayToDate(today) };
  const { areaId } = actor;
  const { personId, organisationId, role, level, topic, startsOn, endsOn } = post;
  const here =
    post.areaId === null
      ? await tx.appointment.findFirst({
          where: { AND: [{ personId, organisationId, areaId, role }, heldOn(today)] },
          select: { id: true },
        })
      : post;
  if (here) {
    await tx.appointment.updateMany({
      where: { id: here.id },
      data: { ...lead, leadFilledOn: null, revision: { increment: 1 } },
    });
    return here.id;
  }
  const id = context.newId();
  await tx.appointment.createMany({
    data: [{ id, personId, organisationId, areaId, role, level, topic, startsOn, endsOn, ...lead }],
  });
  return id;
}

/** Says that a named lead is still in post, as checked today. */
export const checkLead = command({
  id: "people.check-lead",
  input,
  subject: async (context, given) => {
    const found = await subjectPost(context, given);
    return found?.post.isLead ? found : null;
  },
  allow: (_, { actor }) => canWrite(actor),
  async run(context, { actor, post }) {
    if (!isHeld(post, context.today)) throw new Problem({ "": "They do not hold this post any more." });
    await context.tx.appointment.updateMany({
      where: { id: post.id },
      data: { checkedOn: dayToDate(context.today), revision: { increment: 1 } },
    });
    const data = { personId: post.personId, name: post.person.name, before: post.checkedOn };
    return { result: { id: post.id, personId: post.personId }, event: postEvent(actor, post, data) };
  },
  says: (data) => `checked that ${String(data.name)} is still in post as lead`,
});
