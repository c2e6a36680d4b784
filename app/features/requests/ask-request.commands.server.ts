import { z } from "zod";
import { dayToDate } from "~/platform/calendar/day";
import { defineCommand, Problem } from "~/platform/command.server";
import { dayField, optionalDayField, resolveDay } from "~/platform/form-days";
import { optionalLongText, shortText } from "~/platform/form-texts";
import { idSchema } from "~/platform/ids";
import { type Actor, type AreaActor, otherSide } from "../identity/actor";
import { findPeopleOf } from "../people/people.queries.server";
import { canEdit, canWrite } from "../records/record.policy";
import { findBase } from "../records/record.queries.server";
import {
  type Context,
  createBase,
  eventOf,
  relationshipFor,
  reviseBase,
  standIn,
} from "../records/recording.server";
import { checkAskedOn, checkTargetOn } from "./request";
import { isAllowed } from "./request.policy";
import { findDefaultTarget } from "./request.queries.server";
import { isOfAskedSide } from "./request-people";
import { mustBeAble, subjectRequest } from "./request-subject.server";

const command = defineCommand<Actor>();

const title = shortText("Say what you are asking, in one line");

/** Asks the other side for something. */
export const askRequest = command({
  id: "requests.ask",
  input: z.strictObject({
    area: z.string(),
    council: z.string().optional(),
    title,
    detail: optionalLongText(),
    toPersonId: idSchema.nullish(),
    meetingId: idSchema.nullish(),
    askedOn: dayField("Enter the day you asked"),
    targetOn: optionalDayField(),
  }),
  subject: async (context, { area }) => standIn(context, area),
  allow: (_, actor) => canWrite(actor),
  async run(context, actor, { council, title, detail, toPersonId, meetingId, ...typed }) {
    const relationshipId = relationshipFor(actor, council);
    const askedOn = resolveDay(typed.askedOn, context.today);
    refuse("askedOn", checkAskedOn(askedOn, context.today));
    const usual = await findDefaultTarget(context.tx, actor, relationshipId, askedOn);
    const targetOn = typed.targetOn === null ? usual.targetOn : resolveDay(typed.targetOn, context.today);
    refuse("targetOn", checkTargetOn(targetOn, askedOn));
    await checkPerson(context, actor, relationshipId, toPersonId);
    await checkMeeting(context, actor, meetingId);
    const base = { kind: "request", relationshipId, level: "shared", title, occurredOn: askedOn } as const;
    const id = await createBase(context, actor, base);
    const toSide = otherSide(actor.side);
    await context.tx.request.create({
      data: {
        recordId: id,
        toSide,
        toPersonId: toPersonId ?? null,
        meetingId: meetingId ?? null,
        detail,
        askedOn: dayToDate(askedOn),
        targetOn: dayToDate(targetOn),
      },
      select: { recordId: true },
    });
    const record = { id, areaId: actor.areaId, relationshipId, level: "shared" } as const;
    const data = { kind: "request", title, detail, toSide, askedOn, targetOn };
    return { result: { id }, event: eventOf(record, actor, data) };
  },
  says: (data) => `asked: “${String(data.title)}”`,
});

/** Changes what is asked, or the day the answer is wanted by, while it waits. */
export const reviseRequest = command({
  id: "requests.revise",
  input: z.strictObject({
    id: idSchema,
    revision: z.int32(),
    title,
    detail: optionalLongText(),
    targetOn: dayField("Enter the day you want the answer by"),
  }),
  subject: (context, { id }) => subjectRequest(context, id),
  allow: (_, { actor, record, request }) => {
    const edit = canEdit(actor, record);
    return edit === true ? isAllowed(actor, request, "revise") : edit;
  },
  async run(context, subject, { revision, title, detail, ...typed }) {
    mustBeAble("revise", subject);
    const { actor, record, request } = subject;
    const targetOn = resolveDay(typed.targetOn, context.today);
    refuse("targetOn", checkTargetOn(targetOn, request.askedOn));
    const own = await context.tx.request.findUniqueOrThrow({
      where: { recordId: record.id },
      select: { detail: true },
    });
    const before = { title: record.title, detail: own.detail, targetOn: request.targetOn };
    await reviseBase(context, record, { title }, revision, before);
    await context.tx.request.update({
      where: { recordId: record.id },
      data: { detail, targetOn: dayToDate(targetOn) },
      select: { recordId: true },
    });
    const data = { kind: "request", title, before, after: { title, detail, targetOn } };
    return { result: { id: record.id }, event: eventOf(record, actor, data) };
  },
  says: (data) => `changed what is asked, or by when: “${String(data.title)}”`,
});

function refuse(field: string, verdict: true | string): void {
  if (verdict !== true) throw new Problem({ [field]: verdict });
}

/** Whom it is put to has a post today with the side, and the council, that is asked. */
async function checkPerson(
  context: Context,
  actor: AreaActor,
  relationshipId: string | null,
  personId: string | null | undefined,
): Promise<void> {
  if (!personId) return;
  const people = await findPeopleOf(context.tx, actor, context.today);
  const person = people.find(({ id }) => id === personId);
  const fits = person && isOfAskedSide(person, actor, { toSide: otherSide(actor.side), relationshipId });
  if (!fits) throw new Problem({ toPersonId: "Choose somebody of the side you are asking" });
}

async function checkMeeting(
  context: Context,
  actor: AreaActor,
  meetingId: string | null | undefined,
): Promise<void> {
  if (!meetingId) return;
  const meeting = await findBase(context.tx, actor, meetingId);
  if (meeting?.kind !== "meeting") throw new Problem({ meetingId: "Choose a meeting of this area" });
}
