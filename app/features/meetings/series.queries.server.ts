import { type Day, dateToDay, dayToDate } from "~/platform/calendar/day";
import type { Prisma, Tx } from "~/platform/db.server";
import type { AreaActor } from "../identity/actor";
import { canEdit } from "../records/record.policy";
import { baseSelect, toBase, visibleTo } from "../records/record.queries.server";
import { rhythmWords, type SeriesUnit } from "./series";

const seriesSelect = (today: Day) =>
  ({
    ...baseSelect,
    series: {
      select: {
        unit: true,
        every: true,
        how: true,
        startsAt: true,
        place: true,
        until: true,
        rhythmFrom: true,
        meetings: {
          where: {
            status: "planned",
            record: { occurredOn: { gte: dayToDate(today) }, binnedAt: null, voidedOn: null },
          },
          orderBy: { record: { occurredOn: "asc" } },
          select: { recordId: true, record: { select: { occurredOn: true } } },
        },
      },
    },
  }) satisfies Prisma.RecordSelect;

type SeriesRow = Prisma.RecordGetPayload<{ select: ReturnType<typeof seriesSelect> }>;

/** The area's series of meetings this actor may see, newest first, each with how many meetings are still to come. */
export async function findSeries(tx: Tx, actor: AreaActor, today: Day) {
  const rows = await tx.record.findMany({
    where: { AND: [visibleTo(actor), { kind: "meeting-series" }] },
    orderBy: [{ occurredOn: "desc" }, { id: "desc" }],
    select: seriesSelect(today),
    take: 100,
  });
  return rows.flatMap((row) => toSeries(row, actor));
}

function toSeries({ series, ...row }: SeriesRow, actor: AreaActor) {
  if (series === null) return [];
  const base = toBase(row);
  const [next] = series.meetings;
  const { every, how, startsAt, place, until, rhythmFrom } = series;
  const first = rhythmFrom ? dateToDay(rhythmFrom) : base.occurredOn;
  const rhythm = { unit: series.unit as SeriesUnit, every, first };
  return [
    {
      ...{ id: base.id, title: base.title, how, startsAt, place },
      ...{ revision: base.revision, unit: rhythm.unit, every },
      rhythm: rhythmWords(rhythm),
      until: until && dateToDay(until),
      ahead: series.meetings.length,
      next: next ? { id: next.recordId, on: dateToDay(next.record.occurredOn) } : null,
      canChange: canEdit(actor, base) === true,
    },
  ];
}
