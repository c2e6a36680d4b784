import { z } from "zod";
import { addDays, type Day, dayToDate } from "~/platform/calendar/day";
import { saidDay } from "~/platform/calendar/said-day";
import { defineCommand, Problem } from "~/platform/command.server";
import { dayField, resolveDay } from "~/platform/form-days";
import { longText } from "~/platform/form-texts";
import { idSchema } from "~/platform/ids";
import type { Actor } from "../identity/actor";
import type { Context } from "../records/recording.server";
import { isAllowed } from "./mou.policy";
import { mustBeAble, type Subject, stepTaken, subjectMou } from "./mou-subject.server";

const command = defineCommand<Actor>();
const named = (data: Record<string, unknown>) => `“${String(data.title)}”`;

/** Farthest ahead an end can be asked for, in days. */
const MOST_AHEAD = 5 * 366;

/** Asks the other side to end it from a day on; the chair's ends by the partnership's word. */
export const askEnd = command({
  id: "agreements.ask-end",
  input: z.strictObject({
    id: idSchema,
    endOn: dayField("Enter the day from which it is to be over"),
    reason: longText("Say why it should end"),
  }),
  subject: (context, { id }) => subjectMou(context, id),
  allow: (_, { actor }) => isAllowed(actor, "askEnd"),
  async run(context, subject, { id, reason, ...typed }) {
    mustBeAble(context, "askEnd", subject);
    const endOn = resolveDay(typed.endOn, context.today);
    checkEnd(context, subject, endOn);
    const today = dayToDate(context.today);
    await context.tx.mou.update({
      where: { recordId: id },
      data: {
        endOn: dayToDate(endOn),
        endAskedOn: today,
        endAskedBySide: subject.actor.side,
        endReason: reason,
        endAgreedOn: subject.mou.kind === "programme" ? today : null,
      },
      select: { recordId: true },
    });
    return stepTaken(context, subject, { endOn, reason });
  },
  says: (data) => `asked to end ${named(data)} from ${saidDay(data.endOn)} on: ${String(data.reason)}`,
});

function checkEnd({ today }: Context, { mou }: Subject, endOn: Day): void {
  if (endOn < today) throw new Problem({ endOn: "It cannot end on a day that has passed" });
  if (endOn > addDays(today, MOST_AHEAD)) throw new Problem({ endOn: "Check the year" });
  if (mou.endsOn !== null && endOn > mou.endsOn)
    throw new Problem({ endOn: "It ends before that day anyway" });
}

/** The other side agrees to end it. */
export const agreeEnd = command({
  id: "agreements.agree-end",
  input: z.strictObject({ id: idSchema }),
  subject: (context, { id }) => subjectMou(context, id),
  allow: (_, { actor }) => isAllowed(actor, "agreeEnd"),
  async run(context, subject, { id }) {
    mustBeAble(context, "agreeEnd", subject);
    const { endOn } = subject.mou;
    // Asked for a day that has passed meanwhile: it held until today.
    const day = endOn !== null && endOn > context.today ? endOn : context.today;
    await context.tx.mou.update({
      where: { recordId: id },
      data: { endAgreedOn: dayToDate(context.today), endOn: dayToDate(day) },
      select: { recordId: true },
    });
    return stepTaken(context, subject, { endOn: day });
  },
  says: (data) => `agreed to end ${named(data)} from ${saidDay(data.endOn)} on`,
});

/** The other side says that it should go on, and why. */
export const refuseEnd = command({
  id: "agreements.refuse-end",
  input: z.strictObject({ id: idSchema, reason: longText("Say why it should go on") }),
  subject: (context, { id }) => subjectMou(context, id),
  allow: (_, { actor }) => isAllowed(actor, "refuseEnd"),
  async run(context, subject, { id, reason }) {
    mustBeAble(context, "refuseEnd", subject);
    await context.tx.mou.update({
      where: { recordId: id },
      data: { endOn: null, endAskedOn: null, endAskedBySide: null, endReason: null },
      select: { recordId: true },
    });
    return stepTaken(context, subject, { reason });
  },
  says: (data) => `said that ${named(data)} should go on: ${String(data.reason)}`,
});
