import { z } from "zod";
import { dayToDate } from "~/platform/calendar/day";
import { defineCommand, Problem } from "~/platform/command.server";
import { dayField, resolveDay } from "~/platform/form-days";
import { longText } from "~/platform/form-texts";
import { idSchema } from "~/platform/ids";
import type { Actor } from "../identity/actor";
import { findNames } from "../projects/plan-names.queries.server";
import { CHECK_WORDS, CHECKS, type Check, stateOf } from "./handover";
import { CHECK_COLUMNS } from "./handover-rows.server";
import { allowAction, change, requireNow, stepDay, subjectHandover } from "./handover-subject.server";
import { findPost, isSuccessor } from "./successors.queries.server";

const command = defineCommand<Actor>();

/** Writes down what the next person needs to know. Without this note a handover goes no further. */
export const prepareHandover = command({
  id: "handovers.prepare",
  input: z.strictObject({
    id: idSchema,
    note: longText("Write what the next person needs to know"),
    on: dayField("Enter the day it was ready"),
  }),
  subject: (context, { id }) => subjectHandover(context, id),
  allow: (_, subject) => allowAction("prepare", subject),
  async run(context, subject, { note, ...typed }) {
    requireNow("prepare", subject);
    const on = resolveDay(typed.on, context.today);
    const preparedOn = stepDay(on, subject, context);
    return change(context, subject, { columns: { note, preparedOn } }, { on, note });
  },
  says: (data) => `wrote the handover note of ${String(data.outgoing)}: ${String(data.title)}`,
});

/** Says who follows; or that nobody does yet. */
export const nameIncoming = command({
  id: "handovers.name-incoming",
  input: z.strictObject({
    id: idSchema,
    incomingId: z.uuid({ error: "Choose somebody from the list" }).nullish(),
  }),
  subject: (context, { id }) => subjectHandover(context, id),
  allow: (_, subject) => allowAction("name-incoming", subject),
  async run(context, subject, { incomingId = null }) {
    requireNow("name-incoming", subject);
    const { actor, row, record } = subject;
    const { tx, today } = context;
    if (incomingId === row.incomingId) throw new Problem({ incomingId: "This is how it stands already" });
    const post = await findPost(tx, actor, row.appointmentId);
    if (incomingId && !(post && (await isSuccessor(tx, actor, post, incomingId, today)))) {
      throw new Problem({ incomingId: "Choose somebody from the list" });
    }
    const moved = await tx.handoverItem.count({ where: { handoverId: record.id, undoneOn: null } });
    if (moved > 0) throw new Problem({ incomingId: "Open things have moved. Undo that first." });
    const names = await findNames(tx, [incomingId]);
    const data = { before: subject.names.incoming, next: names.get(incomingId ?? "") ?? null };
    return change(context, subject, { columns: { incomingId } }, data);
  },
  says: (data) =>
    data.next === null
      ? `said that nobody follows ${String(data.outgoing)} yet`
      : `said that ${String(data.next)} follows ${String(data.outgoing)}`,
});

/** Keeps the checklist: ticks count from today, and what is ticked no more is open again. */
export const keepChecklist = command({
  id: "handovers.check",
  input: z.strictObject({
    id: idSchema,
    done: z.preprocess(
      (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
      z.array(z.enum(CHECKS, { error: "Choose from the list" })).max(CHECKS.length),
    ),
  }),
  subject: (context, { id }) => subjectHandover(context, id),
  allow: (_, subject) => allowAction("check", subject),
  async run(context, subject, { done }) {
    requireNow("check", subject);
    const { handover } = subject;
    if (stateOf(handover) === "complete" && !done.includes("first_meeting")) {
      throw new Problem({ done: "It is complete, so the first meeting has been" });
    }
    const ticked = CHECKS.filter((check) => done.includes(check) && handover.checks[check] === null);
    const opened = CHECKS.filter((check) => !done.includes(check) && handover.checks[check] !== null);
    const today = dayToDate(context.today);
    const columns = Object.fromEntries([
      ...ticked.map((check) => [CHECK_COLUMNS[check], today]),
      ...opened.map((check) => [CHECK_COLUMNS[check], null]),
    ]);
    return change(context, subject, { columns }, { ticked, opened });
  },
  says: (data) => {
    const said = (list: unknown) =>
      (Array.isArray(list) ? (list as Check[]) : []).map((check) => CHECK_WORDS[check].toLowerCase());
    const [done, open] = [said(data.ticked), said(data.opened)];
    const parts = [
      ...(done.length > 0 ? [`ticked: ${done.join(", ")}`] : []),
      ...(open.length > 0 ? [`opened again: ${open.join(", ")}`] : []),
    ];
    return `kept the checklist of ${String(data.outgoing)}’s handover${parts.length > 0 ? ` (${parts.join("; ")})` : ""}`;
  },
});
