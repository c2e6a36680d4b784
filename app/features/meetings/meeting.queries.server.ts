import { type Day, dateToDay } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import { type AreaActor, ownOrganisations } from "../identity/actor";
import type { RecordBase } from "../records/record";
import { baseSelect, toBase, visibleTo } from "../records/record.queries.server";
import type { Fact } from "../scoring/facts";
import { isCarried, votesWords } from "./decision";
import { sideThatMissed } from "./meeting";
import { meetingFacts } from "./meeting.facts";
import { stepsOpen } from "./meeting.transitions";
import { findParts, type MeetingParts } from "./meeting-parts.server";
import { currentMinutes, firstSentOn, mayAgree, maySend, minutesState, waitingFor } from "./minutes";

/** One meeting as its page shows it; null where this actor sees none. */
export async function getMeeting(tx: Tx, actor: AreaActor, id: string) {
  const row = await tx.record.findFirst({
    where: { AND: [{ id }, visibleTo(actor), { kind: "meeting" }] },
    select: baseSelect,
  });
  const meeting = row && (await findParts(tx, id));
  if (!meeting) return null;
  const base = toBase(row);
  const names = await namesOf(tx, meeting);
  const again = await tx.meeting.findUnique({ where: { rebookedAsId: id }, select: { recordId: true } });
  return {
    ...toView(base, meeting, names),
    projects: await findTalkedOf(tx, actor, id),
    rebookedFromId: again?.recordId ?? null,
    ...minutesView(actor, base, meeting),
  };
}

/** The projects a meeting talked of, those this actor may see. */
async function findTalkedOf(tx: Tx, actor: AreaActor, meetingId: string) {
  return tx.record.findMany({
    where: { AND: [visibleTo(actor), { project: { meetings: { some: { meetingId } } } }] },
    orderBy: [{ title: "asc" }, { id: "asc" }],
    select: { id: true, title: true },
  });
}

// People come apart from the meeting: somebody of another council may be hidden from this reader.
async function namesOf(tx: Tx, meeting: MeetingParts): Promise<Map<string, string>> {
  const ids = [...meeting.attendances, ...meeting.actions].flatMap(({ personId }) => personId ?? []);
  const people = await tx.person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return new Map(people.map(({ id, name }) => [id, name]));
}

function toView(base: RecordBase, meeting: MeetingParts, names: Map<string, string>) {
  const { status, attendances } = meeting;
  return {
    id: base.id,
    revision: base.revision,
    title: base.title,
    on: base.occurredOn,
    side: base.side,
    relationshipId: base.relationshipId,
    status,
    how: meeting.how,
    startsAt: meeting.startsAt,
    durationMinutes: meeting.durationMinutes,
    place: meeting.place,
    purpose: meeting.purpose,
    formal: meeting.formal,
    tone: meeting.tone,
    wentWell: meeting.wentWell,
    wentBadly: meeting.wentBadly,
    cancelledBySide: meeting.cancelledBySide,
    noticeDays: meeting.noticeDays,
    rebookedOn: dayOf(meeting.rebookedOn),
    rebookedAsId: meeting.rebookedAsId,
    seriesId: meeting.seriesId,
    missedBy: sideThatMissed(status, attendances),
    attendees: attendances.map((one) => attendeeView(one, names)),
    decisions: meeting.decisions.map(decisionView),
    actions: meeting.actions.map((one) => actionView(one, names)),
  };
}

function attendeeView(one: MeetingParts["attendances"][number], names: Map<string, string>) {
  const { personId, side, capacity, attendance } = one;
  const name = names.get(personId) ?? null;
  return { personId: name === null ? null : personId, name, side, capacity, attendance };
}

function actionView(one: MeetingParts["actions"][number], names: Map<string, string>) {
  const { id, text, side, dueOn, commitmentId, personId } = one;
  return { id, text, side, person: names.get(personId ?? "") ?? null, dueOn: dayOf(dueOn), commitmentId };
}

function decisionView(decision: MeetingParts["decisions"][number]) {
  const { meetingId: _, position: __, ...view } = decision;
  return { ...view, carried: isCarried(decision), votes: votesWords(decision) };
}

function minutesView(actor: AreaActor, base: RecordBase, meeting: MeetingParts) {
  const current = currentMinutes(meeting.minutes);
  const own = ownOrganisations(actor).includes(base.organisationId);
  const missed = sideThatMissed(meeting.status, meeting.attendances) !== null;
  const can = stepsOpen(actor, {
    status: meeting.status,
    own,
    missed,
    rebooked: meeting.rebookedOn !== null,
  });
  return {
    minutes: meeting.minutes
      .map((version) => ({ ...version, state: minutesState(version), waitingFor: waitingFor(version) }))
      .reverse(),
    can: {
      ...can,
      sendMinutes: can.sendMinutes && maySend(current, actor.side) === true,
      agreeMinutes: can.agreeMinutes && mayAgree(current, actor.side) === true,
    },
  };
}

function dayOf(date: Date | null): Day | null {
  return date && dateToDay(date);
}

/** What a meeting says to the score: its own fact and one for each decision on joint work; [] where it says nothing. */
export async function findMeetingFacts(tx: Tx, recordId: string): Promise<Fact[]> {
  const row = await tx.record.findUnique({ where: { id: recordId }, select: baseSelect });
  const meeting = row && (await findParts(tx, recordId));
  if (!meeting) return [];
  return meetingFacts({
    base: toBase(row),
    status: meeting.status,
    how: meeting.how,
    formal: meeting.formal,
    attendees: meeting.attendances,
    cancelledBySide: meeting.cancelledBySide,
    noticeDays: meeting.noticeDays,
    rebookedOn: dayOf(meeting.rebookedOn),
    minutesSentOn: firstSentOn(meeting.minutes),
    actions: meeting.actions.map(({ side, personId, dueOn }) => ({
      owned: (side !== null || personId !== null) && dueOn !== null,
    })),
    decisions: meeting.decisions,
  });
}
