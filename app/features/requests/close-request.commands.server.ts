import { z } from "zod";
import { dayToDate } from "~/platform/calendar/day";
import { defineCommand } from "~/platform/command.server";
import { optionalLongText } from "~/platform/form-texts";
import { idSchema } from "~/platform/ids";
import type { Actor } from "../identity/actor";
import { eventOf, reviseBase } from "../records/recording.server";
import { JUDGEMENT_WORDS, JUDGEMENTS, type Judgement } from "./request";
import { isAllowed } from "./request.policy";
import { mustBeAble, subjectRequest } from "./request-subject.server";

const command = defineCommand<Actor>();

/** The side that asked says how straight the answer was. */
export const judgeAnswer = command({
  id: "requests.judge",
  input: z.strictObject({
    id: idSchema,
    judgement: z.enum(JUDGEMENTS, { error: "Choose how straight the answer was" }),
  }),
  subject: (context, { id }) => subjectRequest(context, id),
  allow: (_, { actor, request }) => isAllowed(actor, request, "judge"),
  async run(context, subject, { judgement }) {
    mustBeAble("judge", subject);
    const { actor, record } = subject;
    await context.tx.request.update({
      where: { recordId: record.id },
      data: { judgement, judgedOn: dayToDate(context.today) },
      select: { recordId: true },
    });
    await reviseBase(context, record, {});
    const data = { kind: "request", title: record.title, judgement };
    return { result: { id: record.id }, event: eventOf(record, actor, data) };
  },
  says: (data) =>
    `said of the answer to “${String(data.title)}”: ${JUDGEMENT_WORDS[data.judgement as Judgement]}`,
});

/** The side that asked takes the request back; nothing is owed any more. */
export const withdrawRequest = command({
  id: "requests.withdraw",
  input: z.strictObject({ id: idSchema, reason: optionalLongText() }),
  subject: (context, { id }) => subjectRequest(context, id),
  allow: (_, { actor, request }) => isAllowed(actor, request, "withdraw"),
  async run(context, subject, { reason }) {
    mustBeAble("withdraw", subject);
    const { actor, record } = subject;
    await context.tx.request.update({
      where: { recordId: record.id },
      data: { withdrawnOn: dayToDate(context.today) },
      select: { recordId: true },
    });
    await reviseBase(context, record, {});
    const data = { kind: "request", title: record.title, reason };
    return { result: { id: record.id }, event: eventOf(record, actor, data) };
  },
  says: (data) =>
    `withdrew the request “${String(data.title)}”${data.reason ? `: ${String(data.reason)}` : ""}`,
});
