import { z } from "zod";
import { dayToDate } from "~/platform/calendar/day";
import { saidDay } from "~/platform/calendar/said-day";
import { defineCommand, Problem } from "~/platform/command.server";
import { dayField, optionalDayField, resolveDay } from "~/platform/form-days";
import { longText, optionalLongText, shortText } from "~/platform/form-texts";
import { idSchema } from "~/platform/ids";
import type { Actor } from "../identity/actor";
import { type Context, createBase, eventOf, relationshipFor, standIn } from "../records/recording.server";
import { refuse, requirePerson, sideOf } from "./plan-change.server";
import { checkYear } from "./plan-days";
import { named } from "./plan-says";
import { BEARERS, isClosed, NEEDS, STAGES } from "./project";
import { canRecord } from "./project.policy";
import { daysOf, keepFirstLead, residentsLead, teamsOf, writeTeams } from "./project-parts.server";
import { allowAction, change, dateOrNull, requireNow, subjectProject } from "./project-subject.server";

const command = defineCommand<Actor>();

const words = {
  title: shortText("Give the project a name"),
  aim: longText("Say what the project is for"),
  startedOn: dayField("Enter the day it began, or will begin"),
  caseText: optionalLongText(),
  involves: z.array(z.enum(NEEDS)).default([]),
};

const bearer = z.enum([...BEARERS, "none"], { error: "Say who leads" });

/** Records a piece of joint work. It is shared from the start. */
export const recordProject = command({
  id: "projects.record",
  input: z.strictObject({
    area: z.string().max(200),
    council: z.string().max(200).optional(),
    ...words,
    stage: z.enum(STAGES, { error: "Say where it stands" }).default("under_way"),
    endsOn: optionalDayField(),
    lead: bearer,
    leadPersonId: z.uuid({ error: "Choose somebody from the list" }).nullish(),
    leadSince: optionalDayField(),
    residentsLead,
    responsibility: optionalLongText(),
    teams: optionalLongText(),
  }),
  subject: async (context, { area }) => standIn(context, area),
  allow: (_, actor) => canRecord(actor),
  async run(context, actor, input) {
    const relationshipId = relationshipFor(actor, input.council);
    const { title, aim, stage } = input;
    const days = daysOf(context, input);
    const teams = teamsOf(input.teams);
    const lead = input.lead === "none" ? null : input.lead;
    const leadPersonId = lead === null ? null : (input.leadPersonId ?? null);
    const side = sideOf(lead);
    await requirePerson(context, actor, {
      field: "leadPersonId",
      personId: leadPersonId,
      side,
      relationshipId,
    });
    const base = {
      kind: "project",
      relationshipId,
      level: "shared",
      title,
      occurredOn: days.startedOn,
    } as const;
    const recordId = await createBase(context, actor, base);
    const columns = { aim, stage, lead, leadPersonId, ...wordsOf(context, input, days) };
    await context.tx.project.create({
      data: {
        recordId,
        ...columns,
        leadNamedOn: lead === null ? null : dayToDate(days.leadSince),
        endsBySide: days.endsOn === null ? null : actor.side,
      },
      select: { recordId: true },
    });
    if (lead !== null)
      await keepFirstLead(context, actor, recordId, { lead, leadPersonId, on: days.leadSince });
    await writeTeams(context, recordId, teams);
    const record = { id: recordId, areaId: actor.areaId, ...base };
    const data = { kind: base.kind, title, aim, lead, stage, teams, ...days };
    return { result: { id: recordId }, event: eventOf(record, actor, data) };
  },
  says: (data) => `recorded ${named(data)}, from ${saidDay(data.startedOn)}`,
});

type Input = z.output<typeof recordProject.input>;

/** The columns that hold what was typed, and the days of it. */
function wordsOf({ today }: Context, input: Input, { startedOn, endsOn }: ReturnType<typeof daysOf>) {
  const { residentsLead: residents, responsibility, caseText, involves, stage } = input;
  return {
    residentsLead: residents ? residents === "yes" : null,
    responsibility,
    caseText,
    involves: [...involves],
    startedOn: dayToDate(startedOn),
    endsOn: dateOrNull(endsOn),
    closedOn: isClosed({ stage }) ? dayToDate(today) : null,
  };
}

/** Changes a project's words and the day it began. Its lead, its endpoint and its stage have verbs of their own. */
export const editProject = command({
  id: "projects.edit",
  input: z.strictObject({ id: idSchema, revision: z.int32(), ...words }),
  subject: (context, { id }) => subjectProject(context, id),
  allow: (_, subject) => allowAction("edit", subject),
  async run(context, subject, { title, aim, caseText, involves, revision, ...typed }) {
    requireNow("edit", subject);
    const { columns: now, project, record } = subject;
    const startedOn = resolveDay(typed.startedOn, context.today);
    refuse("startedOn", checkYear(startedOn, context.today));
    if (project.endsOn !== null && startedOn > project.endsOn)
      throw new Problem({ startedOn: "Enter a day on or before its endpoint" });
    const before = {
      title: record.title,
      aim: now.aim,
      caseText: now.caseText,
      involves: now.involves,
      startedOn: project.startedOn,
    };
    const write = {
      base: { title, occurredOn: dayToDate(startedOn) },
      columns: { aim, caseText, involves: [...involves], startedOn: dayToDate(startedOn) },
      seen: revision,
      current: before,
    };
    return change(context, subject, write, {
      title,
      before,
      after: { title, aim, caseText, involves, startedOn },
    });
  },
  says: (data) => `changed ${named(data)}`,
});

/** Says what the council answers for, which of its teams take part, and what each adds. */
export const stateResponsibility = command({
  id: "projects.state-responsibility",
  input: z.strictObject({
    id: idSchema,
    revision: z.int32(),
    responsibility: longText("Say what the council answers for"),
    teams: optionalLongText(),
  }),
  subject: (context, { id }) => subjectProject(context, id),
  allow: (_, subject) => allowAction("state-responsibility", subject),
  async run(context, subject, { responsibility, revision, ...typed }) {
    requireNow("state-responsibility", subject);
    const teams = teamsOf(typed.teams);
    const before = { responsibility: subject.columns.responsibility, teams: subject.columns.teams };
    const write = { columns: { responsibility }, seen: revision, current: before };
    const outcome = await change(context, subject, write, { before, responsibility, teams });
    await context.tx.projectTeam.deleteMany({ where: { projectId: subject.record.id } });
    await writeTeams(context, subject.record.id, teams);
    return outcome;
  },
  says: (data) => `said what the council answers for in ${named(data)}`,
});
