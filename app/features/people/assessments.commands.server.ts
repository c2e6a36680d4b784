import { z } from "zod";
import { addDays, dayToDate } from "~/platform/calendar/day";
import { defineCommand, type EventData, type EventEntry, Problem } from "~/platform/command.server";
import { dayField, resolveDay } from "~/platform/form-days";
import { optionalLongText, shortText } from "~/platform/form-texts";
import { idSchema } from "~/platform/ids";
import type { Actor, AreaActor } from "../identity/actor";
import { canWrite } from "../records/record.policy";
import { LONGEST_WISH, SCALE_MAX, STANCE_IDS } from "./assessment";
import { findAssessments, findPlans } from "./assessments.queries.server";
import { findPeopleOf } from "./people.queries.server";
import { subjectPerson } from "./person-subject.queries.server";

const command = defineCommand<Actor>();

/** Days ahead beyond which the day of a next step is taken for a slip of the pen. */
const FARTHEST_STEP = 5 * 366;

const step = (missing: string) =>
  z.coerce.number({ error: missing }).int({ error: missing }).min(1, missing).max(SCALE_MAX, missing);
const DAYS = `Enter a whole number of days from 1 to ${LONGEST_WISH}`;
const emptyToNull = (value: unknown) => (value === undefined || value === "" ? null : value);

/** Says what one's own side thinks of somebody, as of a day. What it thought before is kept; no other side reads it. */
export const assessPerson = command({
  id: "people.assess",
  input: z.strictObject({
    area: z.string(),
    id: idSchema,
    interest: step("Choose how interested they are"),
    influence: step("Choose how much influence they have"),
    stance: z.enum(STANCE_IDS, { error: "Choose where they stand" }),
    ally: z.literal("yes").optional(),
    wantedDays: z
      .preprocess(
        emptyToNull,
        z.coerce.number({ error: DAYS }).int({ error: DAYS }).min(1, DAYS).max(LONGEST_WISH, DAYS).nullable(),
      )
      .default(null),
    note: optionalLongText(),
    on: dayField("Enter the day this was so").default("today"),
  }),
  subject: subjectPerson,
  allow: (_, { actor }) => canWrite(actor),
  async run(context, { actor, person }, { interest, influence, stance, ally, wantedDays, note, on }) {
    const assessedOn = resolveDay(on, context.today);
    if (assessedOn > context.today) throw new Problem({ on: "The day must not be in the future" });
    const before = (await findAssessments(context.tx, actor, [person.id])).get(person.id)?.[0];
    const seen = { interest, influence, stance, ally: ally === "yes", wantedDays };
    const id = context.newId();
    await context.tx.assessment.createMany({
      data: [{ ...seen, ...ownLine(context, actor, person), id, note, assessedOn: dayToDate(assessedOn) }],
    });
    // The note stands in the line itself: the audit says what was judged and repeats no words.
    const data = { name: person.name, ...seen, on: assessedOn, before: before ? judged(before) : null };
    return { result: { id }, event: ownEvent(actor, person, data) };
  },
  says: (data) => `recorded what our side thinks of ${String(data.name)}`,
});

/** Says what one's own side does next with somebody, by when and by whom; takes the place of what was planned before. */
export const planEngagement = command({
  id: "people.plan",
  input: z.strictObject({
    area: z.string(),
    id: idSchema,
    next: shortText("Enter what comes next with them"),
    dueOn: dayField("Enter the day it should be done by"),
    by: z.preprocess(emptyToNull, idSchema.nullable()).default(null),
  }),
  subject: subjectPerson,
  allow: (_, { actor }) => canWrite(actor),
  async run(context, { actor, person }, { next, dueOn, by }) {
    const due = resolveDay(dueOn, context.today);
    if (due < context.today) throw new Problem({ dueOn: "Enter today or a day to come" });
    if (due > addDays(context.today, FARTHEST_STEP)) throw new Problem({ dueOn: "Check the year" });
    const ours = await findPeopleOf(context.tx, actor, context.today);
    if (by && !ours.some((one) => one.id === by && one.side === actor.side)) {
      throw new Problem({ by: "Choose somebody of your own side" });
    }
    const line = ownLine(context, actor, person);
    const id = context.newId();
    await context.tx.engagement.createMany({
      data: [{ ...line, id, next, dueOn: dayToDate(due), byPersonId: by }],
    });
    return { result: { id }, event: ownEvent(actor, person, { name: person.name, next, due }) };
  },
  says: (data) => `planned what comes next with ${String(data.name)}`,
});

/** What was planned with somebody is done: nothing is planned until somebody says what comes next. */
export const finishEngagement = command({
  id: "people.plan-done",
  input: z.strictObject({ area: z.string(), id: idSchema }),
  subject: subjectPerson,
  allow: (_, { actor }) => canWrite(actor),
  async run(context, { actor, person }) {
    const plan = (await findPlans(context.tx, actor, [person.id])).get(person.id);
    if (!plan) throw new Problem({ "": "Nothing is planned with them any more" });
    const { next, dueOn, byPersonId } = plan;
    const done = { next, byPersonId, dueOn: dayToDate(dueOn), doneOn: dayToDate(context.today) };
    const id = context.newId();
    await context.tx.engagement.createMany({ data: [{ ...ownLine(context, actor, person), ...done, id }] });
    return { result: { id }, event: ownEvent(actor, person, { name: person.name, next }) };
  },
  says: (data) => `did what was planned with ${String(data.name)}`,
});

/** What every line of a side's own says: about whom, whose it is, and who wrote it when. */
function ownLine({ now }: { now: Date }, actor: AreaActor, person: { id: string }) {
  const { areaId, organisationId, userId } = actor;
  return { personId: person.id, areaId, organisationId, byUserId: userId, recordedAt: now };
}

function ownEvent(actor: AreaActor, person: { id: string }, data: EventData): EventEntry {
  const { areaId, organisationId, side } = actor;
  return { subjectId: person.id, areaId, relationshipId: null, organisationId, side, level: "side", data };
}

function judged(seen: {
  interest: number;
  influence: number;
  stance: string;
  ally: boolean;
  wantedDays: number | null;
}) {
  const { interest, influence, stance, ally, wantedDays } = seen;
  return { interest, influence, stance, ally, wantedDays };
}
