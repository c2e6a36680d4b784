import { z } from "zod";
import { addDays, dateToDay, dayToDate } from "~/platform/calendar/day";
import { saidDay } from "~/platform/calendar/said-day";
import { Conflict, defineCommand, Problem } from "~/platform/command.server";
import { dayField, optionalDayField } from "~/platform/form-days";
import { idSchema } from "~/platform/ids";
import type { Actor } from "../identity/actor";
import { canWrite } from "../records/record.policy";
import {
  changesBetween,
  keepChanges,
  organisationField,
  organisationMeant,
  placeOf,
  postDay,
  postEvent,
  postFields,
  startField,
  subjectPost,
} from "./appointment-subject.server";
import { leadsOf } from "./leads.queries.server";
import { ROLES, roleLabel } from "./person";
import { subjectPerson } from "./person-subject.queries.server";

const command = defineCommand<Actor>();

/** Gives somebody who is already there another post. */
export const appoint = command({
  id: "people.appoint",
  input: z.strictObject({
    area: z.string(),
    id: idSchema,
    organisation: organisationField,
    ...postFields,
    startsOn: startField,
  }),
  subject: subjectPerson,
  allow: (_, { actor }) => canWrite(actor),
  async run(context, { actor, person }, { area: _, id: personId, organisation, startsOn, ...details }) {
    const organisationId = await organisationMeant(context, actor, organisation);
    const id = context.newId();
    const level = details.level ?? ROLES[details.role].level;
    const from = postDay(context, "startsOn", startsOn);
    const start = from && dayToDate(from);
    await context.tx.appointment.createMany({
      data: [{ ...details, id, personId, organisationId, areaId: actor.areaId, level, startsOn: start }],
    });
    const data = { personId, name: person.name, role: details.role };
    return { result: { id, personId }, event: postEvent(actor, { id, organisationId }, data) };
  },
  says: (data) => `gave ${String(data.name)} the post ${roleLabel(String(data.role))}`,
});

const DETAILS = ["role", "level", "topic", "ward", "party", "cabinetPost"] as const;

/** Corrects a post or brings it up to date. What changed is kept with its day; an end taken out means still in post. */
export const changePost = command({
  id: "people.change-post",
  input: z.strictObject({
    area: z.string(),
    id: idSchema,
    revision: z.int32(),
    ...postFields,
    startsOn: optionalDayField(),
    lastDay: optionalDayField(),
  }),
  subject: subjectPost,
  allow: (_, { actor }) => canWrite(actor),
  async run(context, { actor, post }, { area: _, id, revision, startsOn, lastDay, ...given }) {
    const from = postDay(context, "startsOn", startsOn);
    const to = postDay(context, "lastDay", lastDay);
    const end = to ? addDays(to, 1) : null;
    if (from && end && end <= from)
      throw new Problem({ lastDay: "The last day must not be before the first" });
    const details = { ...given, level: given.level ?? post.level };
    // Somebody who comes back to a place that others fill by now leads no more.
    const place = placeOf(actor, post);
    const others =
      post.isLead && end === null && post.endsOn !== null
        ? await context.tx.appointment.count({ where: { ...leadsOf(place), endsOn: null, id: { not: id } } })
        : 0;
    const followed = others > 0 || (post.leadFilledOn !== null && end === null);
    const { count } = await context.tx.appointment.updateMany({
      where: { id, revision },
      data: {
        ...details,
        startsOn: from ? dayToDate(from) : null,
        endsOn: end && dayToDate(end),
        ...(followed ? { isLead: false, relationshipId: null, leadFilledOn: null } : {}),
        revision: { increment: 1 },
      },
    });
    if (count === 0) throw new Conflict(currentPost(post));
    const changes = changesBetween(DETAILS, post, details);
    await keepChanges(context, post.personId, changes);
    const data = { personId: post.personId, name: post.person.name, role: details.role, changes };
    return { result: { id, personId: post.personId }, event: postEvent(actor, post, data) };
  },
  says: (data) => `changed the post ${roleLabel(String(data.role))} of ${String(data.name)}`,
});

/** What a page shows of the saved version beside the typed one. */
function currentPost(post: {
  role: string;
  ward: string | null;
  party: string | null;
  cabinetPost: string | null;
}) {
  const { role, ward, party, cabinetPost } = post;
  return { role, ward, party, cabinetPost };
}

/** Says the last day of a post, past or to come. It is never deleted: what was done in it keeps its name. */
export const endPost = command({
  id: "people.end-post",
  input: z.strictObject({
    area: z.string(),
    id: idSchema,
    lastDay: dayField("Enter their last day in the post"),
  }),
  subject: subjectPost,
  allow: (_, { actor }) => canWrite(actor),
  async run(context, { actor, post }, { lastDay }) {
    const last = postDay(context, "lastDay", lastDay);
    if (post.startsOn && last < dateToDay(post.startsOn)) {
      throw new Problem({ lastDay: "The last day must not be before the first" });
    }
    await context.tx.appointment.updateMany({
      where: { id: post.id },
      data: { endsOn: dayToDate(addDays(last, 1)), revision: { increment: 1 } },
    });
    const data = {
      personId: post.personId,
      name: post.person.name,
      role: post.role,
      lastDay: last,
      before: post.endsOn && addDays(dateToDay(post.endsOn), -1),
    };
    return { result: { id: post.id, personId: post.personId }, event: postEvent(actor, post, data) };
  },
  says: (data) =>
    `recorded ${saidDay(data.lastDay)} as the last day of ${String(data.name)} as ${roleLabel(String(data.role))}`,
});
