import { type Day, dateToDay, dayToDate } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import type { AreaActor } from "../identity/actor";
import { canEdit } from "../records/record.policy";
import { baseSelect, toBase, visibleTo } from "../records/record.queries.server";
import { rhythmWords, type SeriesUnit } from "./series";

/** The area's series of meetings this actor may see, newest first, each with how many meetings are still to come. */
export async function findSeries(tx: Tx, actor: AreaActor, today: Day) {
  const rows = await tx.record.findMany({
    where: { AND: [visibleTo(actor), { kind: "meeting-series" }] },
    orderBy: [{ occurredOn: "desc" }, { id: "desc" }],
    select: {
      ...baseSelect,
      series: {
        select: {
          unit: true,
          every: true,
          how: true,
          startsAt: true,
          place: true,
          until: true,
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
    },
    take: 100,
  });
  return rows.flatMap(({ series, ...row }) => {
    if (series === null) return [];
    const base = toBase(row);
    const [next] = series.meetings;
    const rhythm = { unit: series.unit as SeriesUnit, every: series.every, first: base.occurredOn };
    return [
      {
        id: base.id,
        title: base.title,
        rhythm: rhythmWords(rhythm),
        how: series.how,
        startsAt: series.startsAt,
        place: series.place,
        until: series.until && dateToDay(series.until),
        ahead: series.meetings.length,
        next: next ? { id: next.recordId, on: dateToDay(next.record.occurredOn) } : null,
        canExtend: canEdit(actor, base) === true,
      },
    ];
  });
}

export type SeriesItem = Awaited<ReturnType<typeof findSeries>>[number];
