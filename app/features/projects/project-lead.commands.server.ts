import { z } from "zod";
import { type Day, dayToDate } from "~/platform/calendar/day";
import { saidDay } from "~/platform/calendar/said-day";
import { defineCommand, Problem } from "~/platform/command.server";
import { dayField, resolveDay } from "~/platform/form-days";
import { longText, optionalLongText } from "~/platform/form-texts";
import { idSchema } from "~/platform/ids";
import { saidNote } from "../commitments/commitment-says";
import type { Actor } from "../identity/actor";
import type { Context } from "../records/recording.server";
import { refuse, requireKind, requirePerson, sideOf } from "./plan-change.server";
import { checkPast } from "./plan-days";
import { named } from "./plan-says";
import { BEARERS, type Bearer, lastLead, undecidedMoves } from "./project";
import { movesLead } from "./project.transitions";
import { residentsLead } from "./project-parts.server";
import {
  allowAction,
  change,
  type ProjectSubject,
  requireNow,
  subjectProject,
} from "./project-subject.server";

const command = defineCommand<Actor>();

/**
 * Says who leads from a day on: names the first lead, moves it, or gives it up. A move asks for the decision behind it,
 * or for the plain word that there was none.
 */
export const changeLead = command({
  id: "projects.change-lead",
  input: z.strictObject({
    id: idSchema,
    lead: z.enum([...BEARERS, "none"], { error: "Say who leads" }),
    personId: z.uuid({ error: "Choose somebody from the list" }).nullish(),
    residentsLead,
    on: dayField("Enter the day"),
    decided: z.enum(["yes", "no"]).nullish(),
    decisionText: optionalLongText(),
    meetingId: z.uuid({ error: "Choose a meeting of this area" }).nullish(),
    reason: optionalLongText(),
  }),
  subject: (context, { id }) => subjectProject(context, id),
  allow: (_, subject) => allowAction("change-lead", subject),
  async run(context, subject, input) {
    requireNow("change-lead", subject);
    const { project, columns, record, actor } = subject;
    const lead = input.lead === "none" ? null : input.lead;
    const personId = lead === null ? null : (input.personId ?? null);
    const residents = input.residentsLead ? input.residentsLead === "yes" : null;
    const same =
      lead === project.lead && personId === columns.leadPersonId && residents === columns.residentsLead;
    if (same) throw new Problem({ lead: "This is how it stands already" });
    const on = resolveDay(input.on, context.today);
    const last = project.leadChanges.at(-1);
    refuse(
      "on",
      checkPast(on, context.today, last ? { day: last.on, words: "the lead last changed" } : null),
    );
    const about = { side: sideOf(lead), relationshipId: record.relationshipId, kept: columns.leadPersonId };
    await requirePerson(context, actor, { field: "personId", personId, ...about });
    const decision = await decisionOf(context, subject, lead, input);
    const write = {
      columns: {
        lead,
        leadPersonId: personId,
        residentsLead: residents,
        ...(lead !== null && project.leadNamedOn === null ? { leadNamedOn: dayToDate(on) } : {}),
      },
    };
    const { reason } = input;
    const data = { on, from: project.lead, lead, reason, ...decision };
    const outcome = await change(context, subject, write, data);
    if (lead !== project.lead)
      await keepChange(context, subject, { on, toLead: lead, personId, reason, decision });
    return outcome;
  },
  says: (data) =>
    data.lead === data.from
      ? `changed who holds the lead of ${named(data)}, from ${saidDay(data.on)}`
      : `said that ${LEAD_SAID[String(data.lead)] ?? "nobody leads"} ${named(data)} from ${saidDay(data.on)}${saidNote(data.reason)}`,
});

const LEAD_SAID: Readonly<Record<string, string>> = {
  community: "the community leads",
  council: "the council leads",
  joint: "both together lead",
};

type LeadTaken = {
  on: Day;
  toLead: Bearer | null;
  personId: string | null;
  reason: string | null;
  decision: Decision;
};

/** Keeps that the lead was named, moved or given up. */
async function keepChange(context: Context, { record, project, actor }: ProjectSubject, taken: LeadTaken) {
  const { on, toLead, personId, reason, decision } = taken;
  await context.tx.projectLeadChange.create({
    data: {
      id: context.newId(),
      projectId: record.id,
      on: dayToDate(on),
      fromLead: lastLead(project),
      toLead,
      toPersonId: personId,
      bySide: actor.side,
      reason,
      ...decision,
    },
    select: { id: true },
  });
}

type Decision = { decided: boolean; decisionText: string | null; meetingId: string | null };
type Typed = {
  decided?: "yes" | "no" | null | undefined;
  decisionText: string | null;
  meetingId?: string | null | undefined;
};

/** The decision behind a change, which a move of the lead must name or say that there was none. */
async function decisionOf(
  context: Context,
  { project, actor }: ProjectSubject,
  lead: Parameters<typeof movesLead>[1],
  { decided, decisionText, meetingId }: Typed,
): Promise<Decision> {
  if (movesLead(project, lead) && !decided)
    throw new Problem({ decided: "Say whether there was a decision to move the lead" });
  if (decided !== "yes") return { decided: false, decisionText: null, meetingId: null };
  if (decisionText === null) throw new Problem({ decisionText: "Say what was decided, and by whom" });
  await requireKind(context, actor, { field: "meetingId", id: meetingId, kind: "meeting" });
  return { decided: true, decisionText, meetingId: meetingId ?? null };
}

/** Records the decision behind a move of the lead that had none on record. */
export const noteDecision = command({
  id: "projects.note-decision",
  input: z.strictObject({
    id: idSchema,
    changeId: idSchema,
    decisionText: longText("Say what was decided, and by whom"),
    meetingId: z.uuid({ error: "Choose a meeting of this area" }).nullish(),
  }),
  subject: (context, { id }) => subjectProject(context, id),
  allow: (_, subject) => allowAction("note-decision", subject),
  async run(context, subject, { changeId, decisionText, meetingId }) {
    requireNow("note-decision", subject);
    const move = undecidedMoves(subject.project).find(({ id }) => id === changeId);
    if (!move) throw new Problem({ "": "This move of the lead has its decision already" });
    await requireKind(context, subject.actor, { field: "meetingId", id: meetingId, kind: "meeting" });
    const outcome = await change(context, subject, {}, { on: move.on, decisionText });
    await context.tx.projectLeadChange.update({
      where: { id: changeId },
      data: { decided: true, decisionText, meetingId: meetingId ?? null },
      select: { id: true },
    });
    return outcome;
  },
  says: (data) =>
    `recorded the decision behind the lead of ${named(data)} of ${saidDay(data.on)}${saidNote(data.decisionText)}`,
});
