import { z } from "zod";
import { type Day, dateToDay, dayToDate } from "~/platform/calendar/day";
import type { Prisma, Tx } from "~/platform/db.server";
import type { AreaActor, Side } from "../identity/actor";
import { visibleTo } from "../records/record.queries.server";
import {
  MEETING_HOWS,
  MEETING_STATUSES,
  type MeetingHow,
  type MeetingStatus,
  sideThatMissed,
} from "./meeting";

/** Meetings on a page of the list. */
export const MEETINGS_PER_PAGE = 20;

/** What the list's address may ask; anything else falls back. */
export const meetingFilters = z.object({
  status: z.enum(MEETING_STATUSES).optional().catch(undefined),
  how: z.enum(MEETING_HOWS).optional().catch(undefined),
  series: z.uuid().optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
});
export type MeetingFilters = z.output<typeof meetingFilters>;

/** A meeting as lists show it. */
export type MeetingItem = {
  id: string;
  title: string;
  on: Day;
  status: MeetingStatus;
  how: MeetingHow;
  startsAt: string | null;
  place: string | null;
  missedBy: Side | null;
  cancelledBySide: Side | null;
  rebookedOn: Day | null;
  came: number;
  contested: boolean;
  inSeries: boolean;
};

const itemSelect = {
  id: true,
  title: true,
  occurredOn: true,
  contestedOn: true,
  settledOn: true,
  meeting: {
    select: {
      status: true,
      how: true,
      startsAt: true,
      place: true,
      cancelledBySide: true,
      rebookedOn: true,
      seriesId: true,
      attendances: { select: { side: true, attendance: true } },
    },
  },
} satisfies Prisma.RecordSelect;

type ItemRow = Prisma.RecordGetPayload<{ select: typeof itemSelect }>;

function toItem(row: ItemRow): MeetingItem[] {
  const { meeting } = row;
  if (meeting === null) return [];
  return [
    {
      id: row.id,
      title: row.title,
      on: dateToDay(row.occurredOn),
      status: meeting.status,
      how: meeting.how,
      startsAt: meeting.startsAt,
      place: meeting.place,
      missedBy: sideThatMissed(meeting.status, meeting.attendances),
      cancelledBySide: meeting.cancelledBySide,
      rebookedOn: meeting.rebookedOn && dateToDay(meeting.rebookedOn),
      came: meeting.attendances.filter(({ attendance }) => attendance === "attended").length,
      contested: row.contestedOn !== null && row.settledOn === null,
      inSeries: meeting.seriesId !== null,
    },
  ];
}

/** The meetings this actor may see that a filter asks for: coming ones first, soonest first; then the rest, newest first. */
export async function findMeetings(tx: Tx, actor: AreaActor, filters: MeetingFilters, today: Day) {
  const where = meetingsWhere(actor, filters);
  const coming: Prisma.RecordWhereInput = {
    AND: [where, { occurredOn: { gte: dayToDate(today) }, meeting: { status: "planned" } }],
  };
  const past: Prisma.RecordWhereInput = { AND: [where, { NOT: coming }] };
  const [all, ahead] = [await tx.record.count({ where }), await tx.record.count({ where: coming })];
  const pages = Math.max(1, Math.ceil(all / MEETINGS_PER_PAGE));
  const page = Math.min(filters.page, pages);
  const skip = (page - 1) * MEETINGS_PER_PAGE;
  const upcoming = await tx.record.findMany({
    where: coming,
    orderBy: [{ occurredOn: "asc" }, { id: "asc" }],
    select: itemSelect,
    skip,
    take: MEETINGS_PER_PAGE,
  });
  const earlier = await tx.record.findMany({
    where: past,
    orderBy: [{ occurredOn: "desc" }, { id: "desc" }],
    select: itemSelect,
    skip: Math.max(0, skip - ahead),
    take: MEETINGS_PER_PAGE - upcoming.length,
  });
  return { upcoming: upcoming.flatMap(toItem), earlier: earlier.flatMap(toItem), page, pages, total: all };
}

function meetingsWhere(actor: AreaActor, { status, how, series }: MeetingFilters): Prisma.RecordWhereInput {
  const meeting = {
    ...(status === undefined ? {} : { status }),
    ...(how === undefined ? {} : { how }),
    ...(series === undefined ? {} : { seriesId: series }),
  };
  return { AND: [visibleTo(actor), { kind: "meeting", meeting }] };
}

/** The next planned meeting, today's included; null where none is planned. */
export async function findNextMeeting(tx: Tx, actor: AreaActor, today: Day): Promise<MeetingItem | null> {
  const row = await tx.record.findFirst({
    where: {
      AND: [
        visibleTo(actor),
        { kind: "meeting", occurredOn: { gte: dayToDate(today) }, meeting: { status: "planned" } },
      ],
    },
    orderBy: [{ occurredOn: "asc" }, { id: "asc" }],
    select: itemSelect,
  });
  return (row && toItem(row)[0]) ?? null;
}

/** Planned meetings whose day has passed and nobody has said how they went, oldest first. */
export async function findMeetingsToWriteUp(
  tx: Tx,
  actor: AreaActor,
  today: Day,
  take = 20,
): Promise<MeetingItem[]> {
  const rows = await tx.record.findMany({
    where: {
      AND: [
        visibleTo(actor),
        { kind: "meeting", occurredOn: { lt: dayToDate(today) }, meeting: { status: "planned" } },
      ],
    },
    orderBy: [{ occurredOn: "asc" }, { id: "asc" }],
    select: itemSelect,
    take,
  });
  return rows.flatMap(toItem);
}

/** The council the newest meeting was about, by its slug: what a new one is most likely about too. */
export async function findLastCouncil(tx: Tx, actor: AreaActor): Promise<string | undefined> {
  const last = await tx.record.findFirst({
    where: { AND: [visibleTo(actor), { kind: "meeting" }] },
    orderBy: [{ recordedAt: "desc" }, { id: "desc" }],
    select: { relationshipId: true },
  });
  if (last && last.relationshipId === null) return "all";
  const about = actor.relationships.find(({ id }) => id === last?.relationshipId) ?? actor.relationships[0];
  return about?.councilSlug;
}
