import type { z } from "zod";
import { type Day, dateToDay } from "~/platform/calendar/day";
import { Problem } from "~/platform/command.server";
import { resolveDay } from "~/platform/form-days";
import type { AreaActor } from "../identity/actor";
import type { RecordBase } from "../records/record";
import { type Context, subjectRecord } from "../records/recording.server";
import type { MeetingHow } from "./meeting";
import { createMeeting, plannedDay } from "./meeting-rows.server";
import { type SeriesUnit, seriesDates, seriesHorizon } from "./series";
import type { seriesFields } from "./series-fields";

/** A series as its commands know it. */
export type Series = {
  id: string;
  relationshipId: string | null;
  title: string;
  unit: SeriesUnit;
  every: number;
  how: MeetingHow;
  startsAt: string | null;
  place: string | null;
  /** The day its rhythm counts from. */
  first: Day;
  until: Day | null;
};

export type SeriesSubject = { actor: AreaActor; record: RecordBase; series: Series };

/** The series with that id, as this user may see it; null: to them it is not there. */
export async function subjectSeries(context: Context, id: string): Promise<SeriesSubject | null> {
  const seen = await subjectRecord(context, id);
  if (seen?.record.kind !== "meeting-series") return null;
  const row = await context.tx.meetingSeries.findUniqueOrThrow({ where: { recordId: id } });
  const { relationshipId, title, occurredOn } = seen.record;
  const { every, how, startsAt, place, rhythmFrom, until } = row;
  const series = {
    ...{ id, relationshipId, title, every, how, startsAt, place },
    unit: row.unit as SeriesUnit,
    first: rhythmFrom ? dateToDay(rhythmFrom) : occurredOn,
    until: until && dateToDay(until),
  };
  return { ...seen, series };
}

type Span = Pick<z.output<z.ZodObject<typeof seriesFields>>, "on" | "until">;

/** The first and last day of a rhythm that begins now or later, checked; throws Problem beside them. */
export function rhythmSpan(input: Span, today: Day): { first: Day; until: Day | null } {
  const first = plannedDay(input, today);
  const until = input.until && resolveDay(input.until, today);
  if (until !== null && until < first) throw new Problem({ until: "This is before the first meeting" });
  return { first, until };
}

/** The dates of a series after `after` (null: from its first) as far as meetings are planned. */
export function datesAhead(series: Series, after: Day | null, today: Day): Day[] {
  return seriesDates(series, { after, upTo: seriesHorizon(today, series.first, series.until) });
}

/** Plans meetings of a series on those days; gives their ids. */
export async function planDates(
  context: Context,
  actor: AreaActor,
  series: Series,
  days: readonly Day[],
): Promise<string[]> {
  const { id: seriesId, relationshipId, title, how, startsAt, place } = series;
  const columns = { status: "planned" as const, how, startsAt, place, purpose: null, seriesId };
  const made: string[] = [];
  for (const on of days)
    made.push(await createMeeting(context, actor, { relationshipId, on, title, columns }));
  return made;
}
