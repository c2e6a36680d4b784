import { findOpenCommitments } from "~/features/commitments/commitments.queries.server";
import { type BriefLine, type BriefSection, briefLine } from "~/features/handovers/brief";
import { findMilestoneLines } from "~/features/projects/milestones.queries.server";
import type { RecordKind } from "~/features/records/record";
import { aboutRelationship, visibleTo } from "~/features/records/record.queries.server";
import { findOpenRequests } from "~/features/requests/request.queries.server";
import { addDays, compareDays, type Day, dateToDay, dayToDate } from "~/platform/calendar/day";
import type { Prisma } from "~/platform/db.server";
import { formatDay } from "~/ui/format-date";
import type { BriefPlace } from "./brief-register.server";
import { recordHref } from "./record-href";

const YEAR = 365;
/** Lines of each sort: the newest; the timeline has them all. */
const MOST = 8;

/** What this reader may see of the relationship, their own alone (personal) left out: a brief is passed on. */
function ofPlace({ actor, relationshipId }: BriefPlace): Prisma.RecordWhereInput {
  return {
    AND: [
      visibleTo(actor),
      { level: { not: "personal" } },
      relationshipId ? aboutRelationship(actor, relationshipId) : {},
    ],
  };
}

const recordSelect = {
  id: true,
  kind: true,
  title: true,
  level: true,
  occurredOn: true,
  contestedOn: true,
  meeting: { select: { wentWell: true, wentBadly: true } },
} satisfies Prisma.RecordSelect;

type Row = Prisma.RecordGetPayload<{ select: typeof recordSelect }>;

function findNewest({ tx }: BriefPlace, where: Prisma.RecordWhereInput): Promise<Row[]> {
  return tx.record.findMany({
    where,
    orderBy: [{ occurredOn: "desc" }, { id: "desc" }],
    select: recordSelect,
    take: MOST,
  });
}

function lineOf({ actor }: BriefPlace, row: Row, words: string | null): BriefLine {
  const href = recordHref(row.kind as RecordKind, actor.areaSlug, row.id);
  return briefLine(row.id, href, row.title, [
    words,
    formatDay(dateToDay(row.occurredOn)),
    row.level === "side" && "seen by your side only",
  ]);
}

const GOOD: Record<string, string> = {
  thanks: "Thanks",
  "strength-named": "A strength",
  "good-news-shared": "Good news",
};

/** What worked in the last year: what went well at meetings, thanks, strengths, good news. */
export async function whatWorked(place: BriefPlace): Promise<BriefSection> {
  const since = { occurredOn: { gte: dayToDate(addDays(place.today, -YEAR)) } };
  const meetings = await findNewest(place, {
    AND: [ofPlace(place), since, { meeting: { status: "held", wentWell: { not: null } } }],
  });
  const lines = meetings.map((row) => lineOf(place, row, row.meeting?.wentWell ?? null));
  for (const [kind, words] of Object.entries(GOOD)) {
    const rows = await findNewest(place, { AND: [ofPlace(place), since, { evidence: { kind } }] });
    lines.push(...rows.map((row) => lineOf(place, row, words)));
  }
  return {
    id: "worked",
    title: "What worked, in the last year",
    lines,
    empty: "Nothing is noted in the last year.",
  };
}

/** The sore points: what went badly, what the two see differently, disagreements, promises that were given up. */
export async function sorePoints(place: BriefPlace): Promise<BriefSection> {
  const from = dayToDate(addDays(place.today, -YEAR));
  const since = { occurredOn: { gte: from } };
  const sorts: [where: Prisma.RecordWhereInput, words: (row: Row) => string | null][] = [
    [{ evidence: { kind: "disagreement", answeredOn: null } }, () => "A disagreement that is open"],
    [{ contestedOn: { not: null }, settledOn: null }, () => "The two sides see this differently"],
    [
      { AND: [since, { meeting: { status: "held", wentBadly: { not: null } } }] },
      (row) => row.meeting?.wentBadly ?? null,
    ],
    [{ commitment: { notKeptOn: { gte: from } } }, () => "A promise that was not kept"],
  ];
  const lines: BriefLine[] = [];
  for (const [where, words] of sorts) {
    const rows = await findNewest(place, { AND: [ofPlace(place), where] });
    const isNew = ({ id }: Row) => lines.every((line) => line.id !== id);
    lines.push(...rows.filter(isNew).map((row) => lineOf(place, row, words(row))));
  }
  return { id: "sore", title: "Sore points", lines, empty: "Nothing went badly that is noted." };
}

type Dated = { id: string; kind: RecordKind; title: string; on: Day; what: string };
const DATES = 3;

/** The next three dates: meetings, promises, milestones and answers. */
export async function nextDates(place: BriefPlace): Promise<BriefSection> {
  const { actor, today } = place;
  const dated = [...(await plannedMeetings(place)), ...(await openWork(place))];
  const lines = dated
    .filter(({ on }) => on >= today)
    .toSorted((a, b) => compareDays(a.on, b.on) || (a.id < b.id ? -1 : 1))
    .slice(0, DATES)
    .map(({ id, kind, title, on, what }) =>
      briefLine(id, recordHref(kind, actor.areaSlug, id), title, [what, formatDay(on)]),
    );
  return { id: "dates", title: "The next three dates", lines, empty: "No date is set." };
}

async function plannedMeetings(place: BriefPlace): Promise<Dated[]> {
  const ahead = { occurredOn: { gte: dayToDate(place.today) }, meeting: { status: "planned" as const } };
  const rows = await place.tx.record.findMany({
    where: { AND: [ofPlace(place), ahead] },
    orderBy: [{ occurredOn: "asc" }, { id: "asc" }],
    select: { id: true, title: true, occurredOn: true },
    take: DATES,
  });
  return rows.map(({ occurredOn, ...row }) => {
    return { ...row, kind: "meeting", on: dateToDay(occurredOn), what: "Meeting" };
  });
}

async function openWork(place: BriefPlace): Promise<Dated[]> {
  const { tx, actor, today, relationshipId } = place;
  const about = relationshipId ? { relationshipId } : {};
  const promises = await findOpenCommitments(tx, actor, today, about);
  const milestones = await findMilestoneLines(tx, ofPlace(place), today);
  const requests = await findOpenRequests(tx, actor, today, about);
  return [
    ...promises
      .filter(({ state }) => state === "open")
      .map(({ id, title, dueOn: on }) => ({ id, title, on, kind: "commitment" as const, what: "Promise" })),
    ...milestones
      .filter(({ state }) => state === "planned")
      .map(({ id, title, dueOn: on }) => ({ id, title, on, kind: "milestone" as const, what: "Milestone" })),
    ...requests
      .filter(({ answered }) => !answered)
      .map(({ id, title, targetOn: on }) => ({
        id,
        title,
        on,
        kind: "request" as const,
        what: "Answer wanted",
      })),
  ];
}
