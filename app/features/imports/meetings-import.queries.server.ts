import { type Day, dateToDay } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import { type AreaActor, ownOrganisations } from "../identity/actor";
import { visibleTo } from "../records/record.queries.server";
import { findInvitees } from "./contacts.queries.server";
import type { MeetingEvent } from "./meeting-event";
import { type KnownMeeting, type MeetingsPlan, planMeetings } from "./meetings-plan";
import type { Located } from "./problem";

/** What a calendar would change in an area: the look beforehand, and the first half of carrying it out. */
export async function planMeetingRows(
  tx: Tx,
  actor: AreaActor,
  rows: readonly Located<MeetingEvent>[],
  today: Day,
): Promise<MeetingsPlan> {
  const ids = rows.map(({ value }) => value.externalId);
  return planMeetings(rows, await findKnownMeetings(tx, actor, ids), await findInvitees(tx, actor), today);
}

/** The meetings that came from these events before, whoever of those who see them imported them. */
async function findKnownMeetings(tx: Tx, actor: AreaActor, ids: readonly string[]): Promise<KnownMeeting[]> {
  const rows = await tx.meetingExternalId.findMany({
    where: {
      value: { in: [...ids] },
      meeting: { record: { AND: [visibleTo(actor), { binnedAt: null, voidedOn: null, kind: "meeting" }] } },
    },
    orderBy: { id: "asc" },
    select: {
      value: true,
      meeting: {
        select: {
          ...{ recordId: true, status: true, startsAt: true, place: true },
          record: { select: { title: true, occurredOn: true, revision: true, organisationId: true } },
        },
      },
    },
  });
  return rows.map(({ value, meeting: { recordId, record, ...meeting } }) => ({
    ...{ ...meeting, id: recordId, externalId: value, title: record.title, revision: record.revision },
    on: dateToDay(record.occurredOn),
    isOwn: ownOrganisations(actor).includes(record.organisationId),
  }));
}
