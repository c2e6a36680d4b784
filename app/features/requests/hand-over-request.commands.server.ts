import { z } from "zod";
import { dayToDate } from "~/platform/calendar/day";
import { defineCommand, Problem } from "~/platform/command.server";
import { idSchema } from "~/platform/ids";
import type { Actor } from "../identity/actor";
import { canWrite } from "../records/record.policy";
import { eventOf, reviseBase } from "../records/recording.server";
import { findHolder } from "./request-holder.queries.server";
import { mustBeAble, subjectRequest } from "./request-subject.server";

const command = defineCommand<Actor>();

/** Passes a request on to who follows in a post. Whoever had it before, and for how long, stays to be seen. */
export const handOverRequest = command({
  id: "requests.hand-over",
  input: z.strictObject({ id: idSchema, fromId: idSchema, toId: idSchema }),
  subject: (context, { id }) => subjectRequest(context, id),
  allow: (_, { actor }) => canWrite(actor),
  async run(context, subject, { fromId, toId }) {
    const { actor, record } = subject;
    mustBeAble("refer", subject);
    if ((await findHolder(context.tx, record.id)) !== fromId) {
      throw new Problem({ "": "Somebody else has this request by now" });
    }
    const people = await context.tx.person.findMany({
      where: { id: { in: [fromId, toId] } },
      select: { id: true, name: true },
    });
    const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? null;
    await context.tx.referral.create({
      data: {
        id: context.newId(),
        requestId: record.id,
        on: dayToDate(context.today),
        toPersonId: toId,
        note: "Handed over with the post",
      },
      select: { id: true },
    });
    await reviseBase(context, record, {});
    const data = { kind: "request", title: record.title, from: nameOf(fromId), to: nameOf(toId) };
    return { result: { id: record.id }, event: eventOf(record, actor, data) };
  },
  says: (data) => `handed over “${String(data.title)}” from ${String(data.from)} to ${String(data.to)}`,
});
