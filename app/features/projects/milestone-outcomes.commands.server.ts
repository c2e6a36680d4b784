import { z } from "zod";
import { dayToDate } from "~/platform/calendar/day";
import { saidDay } from "~/platform/calendar/said-day";
import { defineCommand } from "~/platform/command.server";
import { dayField, resolveDay } from "~/platform/form-days";
import { longText, optionalLongText } from "~/platform/form-texts";
import { idSchema } from "~/platform/ids";
import { saidNote } from "../commitments/commitment-says";
import type { Actor } from "../identity/actor";
import { allowAction, change, requireNow, subjectMilestone } from "./milestone-subject.server";
import { refuse } from "./plan-change.server";
import { checkPast } from "./plan-days";
import { named } from "./plan-says";

const command = defineCommand<Actor>();

/** The side whose milestone it is says that it is done. */
export const reportMilestoneDone = command({
  id: "milestones.report-done",
  input: z.strictObject({
    id: idSchema,
    doneOn: dayField("Enter the day it was done"),
    note: optionalLongText(),
  }),
  subject: (context, { id }) => subjectMilestone(context, id),
  allow: (_, subject) => allowAction("report-done", subject),
  async run(context, subject, { note, ...typed }) {
    requireNow("report-done", subject);
    const doneOn = resolveDay(typed.doneOn, context.today);
    const since = { day: subject.milestone.setOn, words: "the milestone was set" };
    refuse("doneOn", checkPast(doneOn, context.today, since));
    const columns = {
      doneOn: dayToDate(doneOn),
      doneNote: note,
      acknowledgedOn: null,
      acknowledgedNote: null,
    };
    return change(context, subject, { columns }, { doneOn, note });
  },
  says: (data) => `said that ${named(data)} was done on ${saidDay(data.doneOn)}${saidNote(data.note)}`,
});

/** The other side says that it has seen what was done. */
export const acknowledgeMilestone = command({
  id: "milestones.acknowledge",
  input: z.strictObject({ id: idSchema, note: optionalLongText() }),
  subject: (context, { id }) => subjectMilestone(context, id),
  allow: (_, subject) => allowAction("acknowledge", subject),
  async run(context, subject, { note }) {
    requireNow("acknowledge", subject);
    const columns = { acknowledgedOn: dayToDate(context.today), acknowledgedNote: note };
    return change(context, subject, { columns }, { note });
  },
  says: (data) => `acknowledged ${named(data)}${saidNote(data.note)}`,
});

/** The side whose milestone it is gives it up, and says why. */
export const dropMilestone = command({
  id: "milestones.drop",
  input: z.strictObject({ id: idSchema, reason: longText("Say why it is given up") }),
  subject: (context, { id }) => subjectMilestone(context, id),
  allow: (_, subject) => allowAction("drop", subject),
  async run(context, subject, { reason }) {
    requireNow("drop", subject);
    const columns = { droppedOn: dayToDate(context.today), droppedNote: reason };
    return change(context, subject, { columns }, { reason });
  },
  says: (data) => `gave up ${named(data)}${saidNote(data.reason)}`,
});

/** Either side asks the other to let a milestone go, so that nothing is owed. */
export const askLetGo = command({
  id: "milestones.ask-let-go",
  input: z.strictObject({ id: idSchema, reason: longText("Say why it should be let go") }),
  subject: (context, { id }) => subjectMilestone(context, id),
  allow: (_, subject) => allowAction("ask-let-go", subject),
  async run(context, subject, { reason }) {
    requireNow("ask-let-go", subject);
    const asked = { letGoAskedBySide: subject.actor.side, letGoAskedOn: dayToDate(context.today) };
    return change(context, subject, { columns: { ...asked, letGoReason: reason } }, { reason });
  },
  says: (data) => `asked to let ${named(data)} go${saidNote(data.reason)}`,
});

/** The other side agrees: nothing is owed any more. */
export const agreeLetGo = command({
  id: "milestones.agree-let-go",
  input: z.strictObject({ id: idSchema }),
  subject: (context, { id }) => subjectMilestone(context, id),
  allow: (_, subject) => allowAction("agree-let-go", subject),
  async run(context, subject) {
    requireNow("agree-let-go", subject);
    return change(context, subject, { columns: { withdrawnOn: dayToDate(context.today) } }, {});
  },
  says: (data) => `agreed to let ${named(data)} go`,
});

/** The other side wants it to stay, and says why. */
export const declineLetGo = command({
  id: "milestones.decline-let-go",
  input: z.strictObject({ id: idSchema, reason: longText("Say why it should stay") }),
  subject: (context, { id }) => subjectMilestone(context, id),
  allow: (_, subject) => allowAction("decline-let-go", subject),
  async run(context, subject, { reason }) {
    requireNow("decline-let-go", subject);
    const columns = { letGoAskedBySide: null, letGoAskedOn: null, letGoReason: null };
    return change(context, subject, { columns }, { reason });
  },
  says: (data) => `said that ${named(data)} should stay${saidNote(data.reason)}`,
});

/** The side whose milestone it is opens it again; what was said before stays in its history. */
export const reopenMilestone = command({
  id: "milestones.reopen",
  input: z.strictObject({ id: idSchema, reason: longText("Say why it is opened again") }),
  subject: (context, { id }) => subjectMilestone(context, id),
  allow: (_, subject) => allowAction("reopen", subject),
  async run(context, subject, { reason }) {
    requireNow("reopen", subject);
    const { doneOn, droppedOn } = subject.milestone;
    const columns = {
      doneOn: null,
      doneNote: null,
      droppedOn: null,
      droppedNote: null,
      acknowledgedOn: null,
      acknowledgedNote: null,
    };
    return change(context, subject, { columns }, { reason, before: { doneOn, droppedOn } });
  },
  says: (data) => `opened ${named(data)} again${saidNote(data.reason)}`,
});
