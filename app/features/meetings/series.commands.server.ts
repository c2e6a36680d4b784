import { z } from "zod";
import { dateToDay, dayToDate } from "~/platform/calendar/day";
import { defineCommand } from "~/platform/command.server";
import { idSchema } from "~/platform/ids";
import type { Actor } from "../identity/actor";
import { canEdit, canWrite } from "../records/record.policy";
import { createBase, eventOf, relationshipFor, reviseBase, standIn } from "../records/recording.server";
import { placeFields } from "./meeting-fields";
import { seriesFields } from "./series-fields";
import { datesAhead, planDates, rhythmSpan, subjectSeries } from "./series-rows.server";

const command = defineCommand<Actor>();

/** Begins a series of meetings and plans those of the year ahead. */
export const createSeries = command({
  id: "meetings.create-series",
  input: z.strictObject({ ...placeFields, ...seriesFields }),
  subject: async (context, { area }) => standIn(context, area),
  allow: (_, actor) => canWrite(actor),
  async run(context, actor, input) {
    const { first, until } = rhythmSpan(input, context.today);
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
    const made = await planDates(context, actor, series, datesAhead(series, null, context.today));
    const where = { id, areaId: actor.areaId, relationshipId, level: "shared" as const };
    const data = { kind: "meeting-series", title, unit, every, first, until, meetings: made.length };
    const event = eventOf(where, actor, data);
    return { result: { id, meetings: made.length }, event: { ...event, alsoTouched: made } };
  },
  says: (data) => `began the series of meetings “${String(data.title)}” (${String(data.meetings)} planned)`,
});

/** Plans a series' further meetings, up to a year ahead. */
export const extendSeries = command({
  id: "meetings.extend-series",
  input: z.strictObject({ id: idSchema }),
  subject: (context, { id }) => subjectSeries(context, id),
  allow: (_, { actor, record }) => canEdit(actor, record),
  async run(context, { actor, record, series }) {
    const [latest] = await context.tx.record.findMany({
      where: { meeting: { seriesId: record.id } },
      orderBy: { occurredOn: "desc" },
      take: 1,
      select: { occurredOn: true },
    });
    const last = latest && dateToDay(latest.occurredOn);
    const after = last !== undefined && last > context.today ? last : context.today;
    const made = await planDates(context, actor, series, datesAhead(series, after, context.today));
    await reviseBase(context, record, {});
    const data = { kind: "meeting-series", title: record.title, meetings: made.length };
    const event = eventOf(record, actor, data);
    return { result: { id: record.id, meetings: made.length }, event: { ...event, alsoTouched: made } };
  },
  says: (data) => `planned ${String(data.meetings)} more meetings of the series “${String(data.title)}”`,
});
