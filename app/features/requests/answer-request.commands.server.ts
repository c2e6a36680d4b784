import { z } from "zod";
import { type Day, dayToDate } from "~/platform/calendar/day";
import { defineCommand, type EventData, Problem } from "~/platform/command.server";
import { dayField, type FormDay, resolveDay } from "~/platform/form-days";
import { longText, optionalLongText, optionalShortText } from "~/platform/form-texts";
import { idSchema } from "~/platform/ids";
import type { Actor } from "../identity/actor";
import { findPeopleOf } from "../people/people.queries.server";
import { type Context, eventOf, reviseBase } from "../records/recording.server";
import { ANSWER_WORDS, ANSWERS, type Answer, checkStepOn } from "./request";
import { isAllowed } from "./request.policy";
import { isOfAskedSide } from "./request-people";
import { mustBeAble, type Subject, subjectRequest } from "./request-subject.server";

const command = defineCommand<Actor>();

const named = (data: EventData) => `“${String(data.title)}”`;

/** Counts the revision up and words the event; the step's own columns are written by the caller. */
async function step(context: Context, { actor, record }: Subject, data: EventData) {
  await reviseBase(context, record, {});
  return {
    result: { id: record.id },
    event: eventOf(record, actor, { kind: "request", title: record.title, ...data }),
  };
}

function stepOn(context: Context, { request }: Subject, typed: FormDay): Day {
  const on = resolveDay(typed, context.today);
  const able = checkStepOn(on, request, context.today);
  if (able !== true) throw new Problem({ on: able });
  return on;
}

/** Notes a holding reply: it was received, and an answer is being worked on. */
export const holdRequest = command({
  id: "requests.hold",
  input: z.strictObject({
    id: idSchema,
    on: dayField("Enter the day of the holding reply"),
    text: longText("Write what the holding reply says"),
  }),
  subject: (context, { id }) => subjectRequest(context, id),
  allow: (_, { actor, request }) => isAllowed(actor, request, "hold"),
  async run(context, subject, { text, ...typed }) {
    mustBeAble("hold", subject);
    const on = stepOn(context, subject, typed.on);
    await context.tx.request.update({
      where: { recordId: subject.record.id },
      data: { holdingOn: dayToDate(on), holdingText: text },
      select: { recordId: true },
    });
    return step(context, subject, { on, text });
  },
  says: (data) => `added a holding reply to ${named(data)}`,
});

/** Notes that the request was passed on, to a person or a team of the side that was asked. */
export const referRequest = command({
  id: "requests.refer",
  input: z.strictObject({
    id: idSchema,
    on: dayField("Enter the day it was passed on"),
    toPersonId: idSchema.nullish(),
    toTeam: optionalShortText(),
    note: optionalLongText(),
  }),
  subject: (context, { id }) => subjectRequest(context, id),
  allow: (_, { actor, request }) => isAllowed(actor, request, "refer"),
  async run(context, subject, { toPersonId, toTeam, note, ...typed }) {
    mustBeAble("refer", subject);
    if (!toPersonId && toTeam === null) throw new Problem({ toTeam: "Say who it was passed on to" });
    const on = stepOn(context, subject, typed.on);
    const people = toPersonId ? await findPeopleOf(context.tx, subject.actor, context.today) : [];
    const person = people.find(({ id }) => id === toPersonId);
    const { actor, record, request } = subject;
    const about = { toSide: request.toSide, relationshipId: record.relationshipId };
    if (toPersonId && !(person && isOfAskedSide(person, actor, about))) {
      throw new Problem({ toPersonId: "Choose somebody of the side that was asked" });
    }
    await context.tx.referral.create({
      data: {
        id: context.newId(),
        requestId: subject.record.id,
        on: dayToDate(on),
        toPersonId: toPersonId ?? null,
        toTeam,
        note,
      },
      select: { id: true },
    });
    const to = [person?.name, toTeam].filter(Boolean).join(", ");
    return step(context, subject, { on, to, note });
  },
  says: (data) => `passed ${named(data)} on to ${String(data.to)}`,
});

/** Records the answer: yes, no with reasons, or partly. */
export const answerRequest = command({
  id: "requests.answer",
  input: z.strictObject({
    id: idSchema,
    answer: z.enum(ANSWERS, { error: "Choose yes, no or partly" }),
    text: optionalLongText(),
    on: dayField("Enter the day of the answer"),
  }),
  subject: (context, { id }) => subjectRequest(context, id),
  allow: (_, { actor, request }) => isAllowed(actor, request, "answer"),
  async run(context, subject, { answer, text, ...typed }) {
    mustBeAble("answer", subject);
    const on = stepOn(context, subject, typed.on);
    if (text === null && answer !== "yes") throw new Problem({ text: REASONS[answer] });
    await context.tx.request.update({
      where: { recordId: subject.record.id },
      data: { answeredOn: dayToDate(on), answer, answerText: text },
      select: { recordId: true },
    });
    const by = subject.actor.side === subject.request.toSide ? "answered" : "noted the answer to";
    return step(context, subject, { on, answer, text, by });
  },
  says: (data) => `${String(data.by)} ${named(data)}: ${ANSWER_WORDS[data.answer as Answer]}`,
});

const REASONS = {
  no: "Give the reasons",
  partly: "Say what the answer is, and what is left open",
} as const;
