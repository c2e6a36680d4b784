import { z } from "zod";
import type { Actor, AreaActor } from "~/features/identity/actor";
import { holdPlanned } from "~/features/meetings/change-meeting.commands.server";
import { editMeeting } from "~/features/meetings/edit-meeting.commands.server";
import { getMeeting } from "~/features/meetings/meeting.queries.server";
import {
  heldFields,
  minutesField,
  placeFields,
  promiseRow,
  ROWS_MAX,
} from "~/features/meetings/meeting-fields";
import { allowStep, subjectMeeting } from "~/features/meetings/meeting-subject.server";
import { logMeeting } from "~/features/meetings/meetings.commands.server";
import { bothSidesNamed, peopleFields } from "~/features/meetings/people-fields";
import { canWrite } from "~/features/records/record.policy";
import { relationshipFor, standIn } from "~/features/records/recording.server";
import { defineCommand, type EventEntry, Problem } from "~/platform/command.server";
import { resolveDay } from "~/platform/form-days";
import { idSchema } from "~/platform/ids";
import { attendeesTyped, findKnownPeople } from "./meeting-people.server";
import { promisesTyped } from "./meeting-promises.server";

const command = defineCommand<Actor>();
const promises = z.array(promiseRow).max(ROWS_MAX).default([]);

/** Logs a meeting as the page has it: people typed, known or new, and the promises made there. All of it or nothing. */
export const logMeetingWithPromises = command({
  id: "meetings.log-with-promises",
  input: z
    .strictObject({ ...placeFields, ...heldFields, ...peopleFields, minutes: minutesField, promises })
    .check(bothSidesNamed),
  subject: async (context, { area }) => standIn(context, area),
  allow: (_, actor) => canWrite(actor),
  async run(context, actor, { promises: rows, theirs, ours, nobodyTheirs, nobodyOurs, missing, ...meeting }) {
    const on = resolveDay(meeting.on, context.today);
    const relationshipId = relationshipFor(actor, meeting.council);
    const known = await findKnownPeople(context.tx, actor, { today: context.today, on });
    const place = { actor, council: meeting.council };
    const typed = { theirs, ours, nobodyTheirs, nobodyOurs, missing };
    const attendees = await attendeesTyped(context, place, typed, known);
    const { id } = await context.call(logMeeting, { ...meeting, attendees });
    const made = await promisesTyped(context, { ...place, id, on }, rows);
    return {
      result: { id, promises: made },
      event: formEvent(actor, relationshipId, meeting.title, made, id),
    };
  },
  says: (data) => saidForm(data, "logged"),
});

/** Writes up a planned meeting the same way. */
export const holdPlannedWithPromises = command({
  id: "meetings.hold-with-promises",
  input: z
    .strictObject({ id: idSchema, ...heldFields, ...peopleFields, minutes: minutesField, promises })
    .check(bothSidesNamed),
  subject: (context, { id }) => subjectMeeting(context, id),
  allow: (_, subject) => allowStep("hold", subject),
  async run(
    context,
    { actor, record },
    { promises: rows, theirs, ours, nobodyTheirs, nobodyOurs, missing, ...meeting },
  ) {
    const on = resolveDay(meeting.on, context.today);
    const known = await findKnownPeople(context.tx, actor, { today: context.today, on });
    const place = { actor, council: councilOf(actor, record.relationshipId) };
    const typed = { theirs, ours, nobodyTheirs, nobodyOurs, missing };
    const attendees = await attendeesTyped(context, place, typed, known);
    const { id } = await context.call(holdPlanned, { ...meeting, attendees });
    const made = await promisesTyped(context, { ...place, id, on }, rows);
    return {
      result: { id, promises: made },
      event: formEvent(actor, record.relationshipId, meeting.title, made, id),
    };
  },
  says: (data) => saidForm(data, "wrote up"),
});

/** Changes what is written about a held meeting, its people typed. */
export const editMeetingWithPeople = command({
  id: "meetings.edit-with-people",
  input: z
    .strictObject({ id: idSchema, revision: z.int32().positive(), ...heldFields, ...peopleFields })
    .check(bothSidesNamed),
  subject: (context, { id }) => subjectMeeting(context, id),
  allow: (_, subject) => allowStep("edit", subject),
  async run(context, { actor, record }, { theirs, ours, nobodyTheirs, nobodyOurs, missing, ...meeting }) {
    const on = resolveDay(meeting.on, context.today);
    const before = await getMeeting(context.tx, actor, record.id);
    const known = await findKnownPeople(context.tx, actor, { today: context.today, on }, before?.attendees);
    const place = { actor, council: councilOf(actor, record.relationshipId) };
    const typed = { theirs, ours, nobodyTheirs, nobodyOurs, missing };
    const attendees = await attendeesTyped(context, place, typed, known);
    const { id } = await context.call(editMeeting, { ...meeting, attendees });
    return { result: { id }, event: formEvent(actor, record.relationshipId, meeting.title, 0, id) };
  },
  says: (data) => saidForm(data, "changed"),
});

/** Adds action lines and promises to a meeting that has been logged. */
export const addPromisesToMeeting = command({
  id: "meetings.add-promises",
  input: z.strictObject({ id: idSchema, promises }),
  subject: (context, { id }) => subjectMeeting(context, id),
  allow: (_, subject) => allowStep("draftMinutes", subject),
  async run(context, { actor, record }, { promises: rows }) {
    if (rows.every(({ text }) => text === null))
      throw new Problem({ "promises[0].text": "Write what was promised" });
    const council = councilOf(actor, record.relationshipId);
    const made = await promisesTyped(context, { actor, council, id: record.id, on: record.occurredOn }, rows);
    return {
      result: { id: record.id, promises: made },
      event: formEvent(actor, record.relationshipId, record.title, made, record.id),
    };
  },
  says: (data) => saidForm(data, "added to"),
});

/** The council a meeting is about, as forms name it: needed where the area has several. */
function councilOf(actor: AreaActor, relationshipId: string | null): string | undefined {
  if (relationshipId === null) return actor.side === "community" ? "all" : undefined;
  return actor.relationships.find(({ id }) => id === relationshipId)?.councilSlug;
}

/** The entry of the form itself: the meeting, its people and its promises have entries of their own. */
function formEvent(
  actor: AreaActor,
  relationshipId: string | null,
  title: string,
  made: number,
  record: string,
): EventEntry {
  return {
    subjectId: null,
    areaId: actor.areaId,
    relationshipId,
    organisationId: actor.organisationId,
    side: actor.side,
    level: "shared",
    // Whose meeting lies in the bin does not find it here either (app.record_of_event).
    data: { kind: "meeting", title, promises: made, record },
  };
}

function saidForm(data: Record<string, unknown>, verb: string): string {
  const made = Number(data.promises);
  const promised = made === 0 ? "" : `, with ${made === 1 ? "1 promise" : `${made} promises`}`;
  return `${verb} the meeting “${String(data.title)}”${promised}`;
}
