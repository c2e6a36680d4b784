import { z } from "zod";
import { dayToDate } from "~/platform/calendar/day";
import { saidDay } from "~/platform/calendar/said-day";
import { defineCommand, Problem } from "~/platform/command.server";
import { dayField, optionalDayField, resolveDay } from "~/platform/form-days";
import { optionalLongText } from "~/platform/form-texts";
import { idSchema } from "~/platform/ids";
import { saidNote } from "../commitments/commitment-says";
import type { Actor } from "../identity/actor";
import { refuse } from "./plan-change.server";
import { checkEnd, checkPast } from "./plan-days";
import { named } from "./plan-says";
import { isClosed, STAGE_WORDS, STAGES, type Stage } from "./project";
import {
  allowAction,
  change,
  dateOrNull,
  pastDay,
  requireNow,
  subjectProject,
} from "./project-subject.server";

const command = defineCommand<Actor>();

/** Says where a project stands; finished or stopped on which day, and of a stop, why. */
export const setStage = command({
  id: "projects.set-stage",
  input: z.strictObject({
    id: idSchema,
    stage: z.enum(STAGES, { error: "Say where it stands" }),
    on: optionalDayField(),
    note: optionalLongText(),
  }),
  subject: (context, { id }) => subjectProject(context, id),
  allow: (_, subject) => allowAction("set-stage", subject),
  async run(context, subject, { stage, note, ...typed }) {
    requireNow("set-stage", subject);
    const before = subject.project.stage;
    if (stage === before) throw new Problem({ stage: "This is where it stands already" });
    const closes = isClosed({ stage });
    if (closes && typed.on === null) throw new Problem({ on: "Enter the day it ended" });
    if (stage === "stopped" && note === null) throw new Problem({ note: "Say why it stopped" });
    const on = typed.on === null ? context.today : resolveDay(typed.on, context.today);
    const closedOn = closes ? pastDay("on", on, subject) : null;
    const columns = { stage, closedOn: dateOrNull(closedOn), closedNote: closes ? note : null };
    return change(context, subject, { columns }, { stage, before, on: closedOn, note });
  },
  says: (data) => {
    const stage = STAGE_WORDS[data.stage as Stage] ?? "something else";
    const on = data.on ? ` on ${saidDay(data.on)}` : "";
    return `said that ${named(data)} is ${stage.toLowerCase()}${on}${saidNote(data.note)}`;
  },
});

/** Sets the endpoint a project did not have. The other side is asked for its word. */
export const setEndpoint = command({
  id: "projects.set-endpoint",
  input: z.strictObject({ id: idSchema, endsOn: dayField("Enter the day it should be done by") }),
  subject: (context, { id }) => subjectProject(context, id),
  allow: (_, subject) => allowAction("set-endpoint", subject),
  async run(context, subject, typed) {
    requireNow("set-endpoint", subject);
    const endsOn = resolveDay(typed.endsOn, context.today);
    refuse("endsOn", checkEnd(endsOn, subject.project.startedOn, "the project begins", context.today));
    const columns = { endsOn: dayToDate(endsOn), endsBySide: subject.actor.side, endsAgreedOn: null };
    return change(context, subject, { columns }, { endsOn });
  },
  says: (data) => `set ${saidDay(data.endsOn)} as the endpoint of ${named(data)}`,
});

const agreedField = { id: idSchema, on: dayField("Enter the day you agreed") };

/** The side that did not set the endpoint agrees to it. */
export const agreeEndpoint = command({
  id: "projects.agree-endpoint",
  input: z.strictObject(agreedField),
  subject: (context, { id }) => subjectProject(context, id),
  allow: (_, subject) => allowAction("agree-endpoint", subject),
  async run(context, subject, typed) {
    requireNow("agree-endpoint", subject);
    const on = resolveDay(typed.on, context.today);
    refuse("on", checkPast(on, context.today, null));
    return change(context, subject, { columns: { endsAgreedOn: dayToDate(on) } }, { on });
  },
  says: (data) => `agreed to the endpoint of ${named(data)} on ${saidDay(data.on)}`,
});

/** Says since when it is fixed what a project should come to. The other side is asked for its word. */
export const fixScope = command({
  id: "projects.fix-scope",
  input: z.strictObject({ id: idSchema, on: dayField("Enter the day it was fixed") }),
  subject: (context, { id }) => subjectProject(context, id),
  allow: (_, subject) => allowAction("fix-scope", subject),
  async run(context, subject, typed) {
    requireNow("fix-scope", subject);
    const on = resolveDay(typed.on, context.today);
    refuse("on", checkPast(on, context.today, null));
    const columns = { scopeFixedOn: dayToDate(on), scopeFixedBySide: subject.actor.side };
    return change(context, subject, { columns }, { on });
  },
  says: (data) => `said that what ${named(data)} should come to was fixed on ${saidDay(data.on)}`,
});

/** The other side agrees to what a project should come to. */
export const agreeScope = command({
  id: "projects.agree-scope",
  input: z.strictObject(agreedField),
  subject: (context, { id }) => subjectProject(context, id),
  allow: (_, subject) => allowAction("agree-scope", subject),
  async run(context, subject, typed) {
    requireNow("agree-scope", subject);
    const on = resolveDay(typed.on, context.today);
    refuse("on", checkPast(on, context.today, null));
    return change(context, subject, { columns: { scopeAgreedOn: dayToDate(on) } }, { on });
  },
  says: (data) => `agreed on ${saidDay(data.on)} to what ${named(data)} should come to`,
});
