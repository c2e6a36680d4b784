import type { z } from "zod";
import { type Day, dateToDay, dayToDate } from "~/platform/calendar/day";
import { Problem } from "~/platform/command.server";
import { resolveDay } from "~/platform/form-days";
import type { AreaActor } from "../identity/actor";
import { type Context, createBase } from "../records/recording.server";
import type { Attendee, MeetingStatus } from "./meeting";
import { heldDayProblem, type heldFields, type planFields, plannedDayProblem } from "./meeting-fields";
import { findParts } from "./meeting-parts.server";

type PlanInput = z.output<z.ZodObject<typeof planFields>>;
type HeldInput = z.output<z.ZodObject<typeof heldFields>>;

/** The day of a meeting that was held, checked; throws Problem on `on`. */
export function heldDay(input: Pick<HeldInput, "on">, today: Day): Day {
  const on = resolveDay(input.on, today);
  const problem = heldDayProblem(on, today);
  if (problem !== null) throw new Problem({ on: problem });
  return on;
}

/** The day of a meeting still to come, checked; throws Problem on `on`. */
export function plannedDay(input: Pick<PlanInput, "on">, today: Day): Day {
  const on = resolveDay(input.on, today);
  const problem = plannedDayProblem(on, today);
  if (problem !== null) throw new Problem({ on: problem });
  return on;
}

/** The columns of a meeting that may be planned. */
export function planColumns(input: Omit<PlanInput, "on" | "title">) {
  return { how: input.how, startsAt: input.startsAt, place: input.place, purpose: input.purpose };
}

/** The columns of a meeting that was held. */
export function heldColumns(input: HeldInput) {
  const { durationMinutes, formal, tone, wentWell, wentBadly } = input;
  return { ...planColumns(input), durationMinutes, formal, tone, wentWell, wentBadly };
}

type NewMeeting = {
  relationshipId: string | null;
  on: Day;
  title: string;
  columns: { status: MeetingStatus; seriesId?: string } & (
    | ReturnType<typeof planColumns>
    | ReturnType<typeof heldColumns>
  );
};

/** Writes a new meeting, its people and decisions apart. Shared, as every register. */
export async function createMeeting(
  context: Context,
  actor: AreaActor,
  meeting: NewMeeting,
): Promise<string> {
  const { relationshipId, on, title } = meeting;
  const base = { kind: "meeting", relationshipId, level: "shared", title, occurredOn: on } as const;
  const recordId = await createBase(context, actor, base);
  await context.tx.meeting.create({ data: { recordId, ...meeting.columns }, select: { recordId: true } });
  return recordId;
}

/** Replaces who was at a meeting; as writeAttendees. */
export async function replaceAttendees(
  context: Context,
  meetingId: string,
  attendees: readonly Attendee[],
): Promise<void> {
  await context.tx.meetingAttendance.deleteMany({ where: { meetingId } });
  await writeAttendees(context, meetingId, attendees);
}

/** Writes who was at a new meeting. Throws Problem where a person is unknown, twice there, or nobody came. */
export async function writeAttendees(
  context: Context,
  meetingId: string,
  attendees: readonly Attendee[],
): Promise<void> {
  const ids = attendees.map(({ personId }) => personId);
  if (new Set(ids).size < ids.length) throw new Problem({ theirs: "Somebody is in the list twice" });
  if (!attendees.some(({ attendance }) => attendance === "attended")) {
    throw new Problem({ theirs: "Say who came. If nobody did, call the meeting off instead" });
  }
  const known = await context.tx.person.count({ where: { id: { in: ids } } });
  if (known < ids.length) throw new Problem({ theirs: "Choose people of this area" });
  await context.tx.meetingAttendance.createMany({
    data: attendees.map((one) => ({ id: context.newId(), meetingId, ...one })),
  });
}

/** Replaces a meeting's decisions; rows without text are left out. */
export async function writeDecisions(
  context: Context,
  meetingId: string,
  rows: HeldInput["decisions"],
): Promise<void> {
  await context.tx.meetingDecision.deleteMany({ where: { meetingId } });
  const decided = rows.flatMap((row) => (row.text === null ? [] : [{ ...row, text: row.text }]));
  await context.tx.meetingDecision.createMany({
    data: decided.map(({ how, ...row }, position) => ({
      id: context.newId(),
      meetingId,
      position,
      how,
      ...row,
      // Votes of what was not voted on are not kept: a slip of the form must not look like a count.
      ...(how === "vote" ? {} : NO_COUNT),
    })),
  });
}

const NO_COUNT = {
  residentsFor: null,
  residentsAgainst: null,
  councillorsFor: null,
  councillorsAgainst: null,
  othersFor: null,
  othersAgainst: null,
};

/** Replaces which projects a meeting talked of; throws Problem where one is not of its area. */
export async function writeProjects(
  context: Context,
  meeting: { id: string; areaId: string },
  projects: readonly string[],
): Promise<void> {
  const ids = [...new Set(projects)];
  const where = { id: { in: ids }, kind: "project", areaId: meeting.areaId, binnedAt: null };
  if ((await context.tx.record.count({ where })) < ids.length)
    throw new Problem({ projects: "Choose projects of this area" });
  await context.tx.meetingProject.deleteMany({ where: { meetingId: meeting.id } });
  await context.tx.meetingProject.createMany({
    data: ids.map((projectId) => ({ meetingId: meeting.id, projectId })),
  });
}

type Draft = { meetingId: string; version: number; text: string };

/** Writes a new version of a meeting's minutes, as a draft of the actor's side. */
export async function writeDraft(context: Context, actor: AreaActor, draft: Draft): Promise<void> {
  const draftedOn = dayToDate(context.today);
  await context.tx.minutes.create({
    data: { id: context.newId(), ...draft, draftedBySide: actor.side, draftedOn },
    select: { id: true },
  });
}

/** A meeting as it stands, for an event's before and after, and for the page of two versions. */
export async function meetingNow(context: Context, id: string) {
  const record = await context.tx.record.findUniqueOrThrow({
    where: { id },
    select: { title: true, occurredOn: true, revision: true },
  });
  const parts = await findParts(context.tx, id);
  if (parts === null) throw new Error("a meeting without its own row");
  const { how, startsAt, durationMinutes, place, purpose, formal, tone, wentWell, wentBadly } = parts;
  return {
    title: record.title,
    on: dateToDay(record.occurredOn),
    revision: record.revision,
    ...{ how, startsAt, durationMinutes, place, purpose, formal, tone, wentWell, wentBadly },
    attendees: parts.attendances.map(({ personId, side, capacity, attendance }) => ({
      personId,
      side,
      capacity,
      attendance,
    })),
    projects: parts.projects.map(({ projectId }) => projectId),
    decisions: parts.decisions.map(({ text, how: decidedBy, key, jointWork }) => ({
      text,
      how: decidedBy,
      key,
      jointWork,
    })),
  };
}

/** A meeting's decisions as its form writes them, with their votes. */
export async function decisionsNow({ tx }: Context, meetingId: string) {
  return tx.meetingDecision.findMany({
    where: { meetingId },
    orderBy: { position: "asc" },
    select: {
      text: true,
      how: true,
      residentsFor: true,
      residentsAgainst: true,
      councillorsFor: true,
      councillorsAgainst: true,
      othersFor: true,
      othersAgainst: true,
      abstained: true,
      key: true,
      jointWork: true,
    },
  });
}
