import { z } from "zod";
import { type Day, dayToDate } from "~/platform/calendar/day";
import { saidDay } from "~/platform/calendar/said-day";
import { defineCommand, Problem } from "~/platform/command.server";
import { dayField, optionalDayField, resolveDay } from "~/platform/form-days";
import { optionalLongText, shortText } from "~/platform/form-texts";
import { idSchema } from "~/platform/ids";
import { type Actor, otherSide } from "../identity/actor";
import { findBase } from "../records/record.queries.server";
import { type Context, createBase, eventOf, relationshipFor, standIn } from "../records/recording.server";
import { FAR_AHEAD_WORDS, isFarAhead, SIZES } from "./commitment";
import { canRecord } from "./commitment.policy";
import { named } from "./commitment-says";
import { allowAction, change, requireNow, subjectCommitment } from "./commitment-subject.server";

const command = defineCommand<Actor>();

const person = z.uuid({ error: "Choose somebody from the list" }).nullish();

const words = {
  title: shortText("Say what is promised"),
  detail: optionalLongText(),
  dueOn: dayField("Enter the day it is due"),
  size: z.enum(SIZES, { error: "Say whether it is small or large" }).default("small"),
  byPersonId: person,
  toPersonId: person,
};

function dueDay(dueOn: Day, madeOn: Day, today: Day): Day {
  if (dueOn < madeOn) throw new Problem({ dueOn: "Enter a day on or after the promise was made" });
  if (isFarAhead(dueOn, today)) throw new Problem({ dueOn: FAR_AHEAD_WORDS });
  return dueOn;
}

type People = { byPersonId?: string | null | undefined; toPersonId?: string | null | undefined };

/** Throws Problem beside a person this user does not see. */
async function requirePeople(context: Context, people: People): Promise<void> {
  for (const field of ["byPersonId", "toPersonId"] as const) {
    const id = people[field];
    if (id && (await context.tx.person.count({ where: { id } })) === 0) {
      throw new Problem({ [field]: "Choose somebody from the list" });
    }
  }
}

/** Records a promise, of the recorder's own side or of the other. It is shared from the start. */
export const recordCommitment = command({
  id: "commitments.record",
  input: z.strictObject({
    area: z.string().max(200),
    council: z.string().max(200).optional(),
    bySide: z.enum(["ours", "theirs"], { error: "Say who promises" }),
    ...words,
    meetingId: idSchema.nullish(),
    madeOn: optionalDayField(),
  }),
  subject: async (context, { area }) => standIn(context, area),
  allow: (_, actor) => canRecord(actor),
  async run(context, actor, input) {
    const { tx, today } = context;
    const { title, detail, size, byPersonId = null, toPersonId = null, meetingId = null } = input;
    const madeOn = input.madeOn === null ? today : resolveDay(input.madeOn, today);
    if (madeOn > today) throw new Problem({ madeOn: "Enter today or an earlier day" });
    const dueOn = dueDay(resolveDay(input.dueOn, today), madeOn, today);
    const relationshipId = relationshipFor(actor, input.council);
    await requirePeople(context, { byPersonId, toPersonId });
    if (meetingId !== null && (await findBase(tx, actor, meetingId))?.kind !== "meeting") {
      throw new Problem({ meetingId: "Choose a meeting of this area" });
    }
    const base = { kind: "commitment", relationshipId, level: "shared", title, occurredOn: madeOn } as const;
    const recordId = await createBase(context, actor, base);
    const bySide = input.bySide === "ours" ? actor.side : otherSide(actor.side);
    const row = { recordId, bySide, detail, size, byPersonId, toPersonId, meetingId };
    await tx.commitment.create({ data: { ...row, dueOn: dayToDate(dueOn) }, select: { recordId: true } });
    const record = { id: recordId, areaId: actor.areaId, ...base };
    const data = { kind: base.kind, title, bySide, madeOn, dueOn, forTheOther: bySide !== actor.side };
    return { result: { id: recordId }, event: eventOf(record, actor, data) };
  },
  says: (data) =>
    `recorded ${named(data)}${data.forTheOther ? " of the other side" : ""}, due on ${saidDay(data.dueOn)}`,
});

/** Changes a promise's words or day, while the other side has neither opened nor answered it. */
export const editCommitment = command({
  id: "commitments.edit",
  input: z.strictObject({ id: idSchema, revision: z.int32(), ...words }),
  subject: (context, { id }) => subjectCommitment(context, id),
  allow: (_, subject) => allowAction("edit", subject),
  async run(context, subject, input) {
    requireNow("edit", subject);
    const { title, detail, size, byPersonId = null, toPersonId = null } = input;
    const { written, promise } = subject;
    const dueOn = dueDay(resolveDay(input.dueOn, context.today), promise.madeOn, context.today);
    await requirePeople(context, {
      byPersonId: byPersonId === written.byPersonId ? null : byPersonId,
      toPersonId: toPersonId === written.toPersonId ? null : toPersonId,
    });
    const after = { title, detail, dueOn, size, byPersonId, toPersonId };
    const columns = { detail, size, byPersonId, toPersonId, dueOn: dayToDate(dueOn) };
    const write = { base: { title }, columns, seen: input.revision };
    return change(context, subject, write, { before: written, after });
  },
  says: (data) => `changed ${named(data)}`,
});
