import { z } from "zod";
import { type Day, dateToDay, dayToDate } from "~/platform/calendar/day";
import { defineCommand, Problem } from "~/platform/command.server";
import { optionalDayField, resolveDay } from "~/platform/form-days";
import { idSchema } from "~/platform/ids";
import type { Actor, AreaActor } from "../identity/actor";
import { canEdit, canWrite } from "../records/record.policy";
import {
  type Context,
  createBase,
  eventOf,
  relationshipFor,
  reviseBase,
  standIn,
  subjectRecord,
} from "../records/recording.server";
import type { MeetingHow } from "./meeting";
import { placeFields, planFields } from "./meeting-fields";
import { createMeeting, plannedDay } from "./meeting-rows.server";
import { SERIES_EVERY_MAX, SERIES_UNITS, type SeriesUnit, seriesDates, seriesHorizon } from "./series";

const command = defineCommand<Actor>();
const EVERY = `Enter a whole number from 1 to ${SERIES_EVERY_MAX}`;

/** Begins a series of meetings and plans those of the year ahead. */
export const createSeries = command({
  id: "meetings.create-series",
  input: z.strictObject({
    ...placeFields,
    title: planFields.title,
    /** The day of the first meeting. */
    on: planFields.on,
    unit: z.enum(SERIES_UNITS, { error: "Choose how it repeats" }),
    every: z
      .number({ error: EVERY })
      .int({ error: EVERY })
      .min(1, { error: EVERY })
      .max(SERIES_EVERY_MAX, { error: EVERY }),
    how: planFields.how,
    startsAt: planFields.startsAt,
    place: planFields.place,
    until: optionalDayField(),
  }),
  subject: async (context, { area }) => standIn(context, area),
  allow: (_, actor) => canWrite(actor),
  async run(context, actor, input) {
    const first = plannedDay(input, context.today);
    const until = input.until && resolveDay(input.until, context.today);
    if (until !== null && until < first) throw new Problem({ until: "This is before the first meeting" });
    const { title, unit, every, how, startsAt, place } = input;
    const relationshipId = relationshipFor(actor, input.council);
    const base = {
      kind: "meeting-series",
      relationshipId,
      level: "shared",
      title,
      occurredOn: first,
    } as const;
    const id = await createBase(context, actor, base);
    const columns = { unit, every, how, startsAt, place, until: until && dayToDate(until) };
    await context.tx.meetingSeries.create({ data: { recordId: id, ...columns }, select: { recordId: true } });
    const series = { id, relationshipId, title, unit, every, how, startsAt, place, first, until };
    const made = await planDates(context, actor, series, null);
    const where = { id, areaId: actor.areaId, relationshipId, level: "shared" as const };
    const event = eventOf(where, actor, {
      kind: "meeting-series",
      title,
      unit,
      every,
      first,
      until,
      meetings: made.length,
    });
    return { result: { id, meetings: made.length }, event: { ...event, alsoTouched: made } };
  },
  says: (data) => `began the series of meetings “${String(data.title)}” (${String(data.meetings)} planned)`,
});

/** Plans a series' further meetings, up to a year ahead. */
export const extendSeries = command({
  id: "meetings.extend-series",
  input: z.strictObject({ id: idSchema }),
  subject: async (context, { id }) => {
    const seen = await subjectRecord(context, id);
    return seen?.record.kind === "meeting-series" ? seen : null;
  },
  allow: (_, { actor, record }) => canEdit(actor, record),
  async run(context, { actor, record }) {
    const row = await context.tx.meetingSeries.findUniqueOrThrow({
      where: { recordId: record.id },
      include: {
        meetings: {
          orderBy: { record: { occurredOn: "desc" } },
          take: 1,
          select: { record: { select: { occurredOn: true } } },
        },
      },
    });
    const [latest] = row.meetings;
    const series = {
      id: record.id,
      relationshipId: record.relationshipId,
      title: record.title,
      unit: row.unit as SeriesUnit,
      every: row.every,
      how: row.how,
      startsAt: row.startsAt,
      place: row.place,
      first: record.occurredOn,
      until: row.until && dateToDay(row.until),
    };
    const after = latest ? dateToDay(latest.record.occurredOn) : null;
    const made = await planDates(
      context,
      actor,
      series,
      after !== null && after > context.today ? after : context.today,
    );
    await reviseBase(context, record, {});
    const event = eventOf(record, actor, {
      kind: "meeting-series",
      title: record.title,
      meetings: made.length,
    });
    return { result: { id: record.id, meetings: made.length }, event: { ...event, alsoTouched: made } };
  },
  says: (data) => `planned ${String(data.meetings)} more meetings of the series “${String(data.title)}”`,
});

type Series = {
  id: string;
  relationshipId: string | null;
  title: string;
  unit: SeriesUnit;
  every: number;
  how: MeetingHow;
  startsAt: string | null;
  place: string | null;
  first: Day;
  until: Day | null;
};

/** Plans the meetings of a series after `after`, up to its horizon; gives their ids. */
async function planDates(
  context: Context,
  actor: AreaActor,
  series: Series,
  after: Day | null,
): Promise<string[]> {
  const { id: seriesId, relationshipId, title, how, startsAt, place, until } = series;
  const columns = { status: "planned" as const, how, startsAt, place, purpose: null, seriesId };
  const made: string[] = [];
  for (const on of seriesDates(series, { after, upTo: seriesHorizon(context.today, series.first, until) })) {
    made.push(await createMeeting(context, actor, { relationshipId, on, title, columns }));
  }
  return made;
}
