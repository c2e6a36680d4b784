import { z } from "zod";
import { type Day, dateToDay, dayToDate } from "~/platform/calendar/day";
import { defineCommand, Problem } from "~/platform/command.server";
import { dayField, resolveDay } from "~/platform/form-days";
import { idSchema } from "~/platform/ids";
import type { Actor } from "../identity/actor";
import { canEdit } from "../records/record.policy";
import { type Context, eventOf, reviseBase } from "../records/recording.server";
import { editPlan } from "./edit-meeting.commands.server";
import { allowStep, subjectMeeting } from "./meeting-subject.server";
import { seriesFields } from "./series-fields";
import { datesAhead, planDates, rhythmSpan, type Series, subjectSeries } from "./series-rows.server";

const command = defineCommand<Actor>();

/** Takes a planned meeting out with its series. Neither side called it off, so none is named and nothing is owed. */
const dropWithSeries = command({
  id: "meetings.drop-with-series",
  input: z.strictObject({ id: idSchema }),
  subject: (context, { id }) => subjectMeeting(context, id),
  allow: (_, subject) => allowStep("callOff", subject),
  async run(context, { actor, record }) {
    await reviseBase(context, record, {});
    const data = { status: "cancelled" as const, cancelledBySide: null, noticeDays: null };
    await context.tx.meeting.update({ where: { recordId: record.id }, data, select: { recordId: true } });
    const event = eventOf(record, actor, { kind: "meeting", title: record.title, on: record.occurredOn });
    return { result: { id: record.id }, event };
  },
  says: (data) => `took out the meeting “${String(data.title)}”, as its series changed`,
});

/** Ends a series on a day: meetings planned after it are taken out, all others stay as they are. */
export const endSeries = command({
  id: "meetings.end-series",
  input: z.strictObject({ id: idSchema, until: dayField("Enter the last day on which you may meet") }),
  subject: (context, { id }) => subjectSeries(context, id),
  allow: (_, { actor, record }) => canEdit(actor, record),
  async run(context, { actor, record, series }, input) {
    const until = resolveDay(input.until, context.today);
    if (until < context.today)
      throw new Problem({ until: "This day has passed. What was planned before today stays" });
    if (series.until !== null && until > series.until)
      throw new Problem({ until: "It ends before that already. Change the series instead" });
    await reviseBase(context, record, {});
    await context.tx.meetingSeries.update({
      where: { recordId: record.id },
      data: { until: dayToDate(until) },
      select: { recordId: true },
    });
    const after = (await plannedFrom(context, record.id, context.today)).filter(({ on }) => on > until);
    for (const { id } of after) await context.call(dropWithSeries, { id });
    const data = { kind: "meeting-series", title: record.title, before: series.until, after: until };
    const event = eventOf(record, actor, { ...data, dropped: after.length });
    return { result: { id: record.id, dropped: after.length }, event };
  },
  says: (data) => `ended the series of meetings “${String(data.title)}” (${String(data.dropped)} taken out)`,
});

/**
 * Changes a series from a day on, which is the first of its new rhythm. Meetings planned from that day are moved to the
 * new dates in their order, more are planned or those left over taken out. What lies before the day stays as it is.
 */
export const changeSeries = command({
  id: "meetings.change-series",
  input: z.strictObject({ id: idSchema, revision: z.int32().positive(), ...seriesFields }),
  subject: (context, { id }) => subjectSeries(context, id),
  allow: (_, { actor, record }) => canEdit(actor, record),
  async run(context, { actor, record, series: before }, { id, revision, on, until: last, ...words }) {
    const { first, until } = rhythmSpan({ on, until: last }, context.today);
    const series: Series = { ...before, ...words, first, until };
    await reviseBase(context, record, { title: series.title }, revision, before);
    const { unit, every, how, startsAt, place } = series;
    await context.tx.meetingSeries.update({
      where: { recordId: id },
      data: {
        unit,
        every,
        how,
        startsAt,
        place,
        rhythmFrom: dayToDate(first),
        until: until && dayToDate(until),
      },
      select: { recordId: true },
    });
    const days = datesAhead(series, null, context.today);
    const { made, moved, dropped } = await fitTo(context, actor, series, days);
    const counts = { made: made.length, moved, dropped };
    const data = { kind: "meeting-series", title: series.title, before, after: series, ...counts };
    return { result: { id, ...counts }, event: { ...eventOf(record, actor, data), alsoTouched: made } };
  },
  says: (data) =>
    `changed the series of meetings “${String(data.title)}” (${String(data.moved)} moved, ${String(data.made)} planned, ${String(data.dropped)} taken out)`,
});

/** Makes the planned meetings of a series those of its new dates. */
async function fitTo(
  context: Context,
  actor: Parameters<typeof planDates>[1],
  series: Series,
  days: readonly Day[],
) {
  const planned = await plannedFrom(context, series.id, series.first);
  const { title, how, startsAt, place } = series;
  for (const [index, { id, revision, purpose }] of planned.entries()) {
    const on = days[index];
    if (on === undefined) await context.call(dropWithSeries, { id });
    else await context.call(editPlan, { id, revision, on, title, how, startsAt, place, purpose });
  }
  const made = await planDates(context, actor, series, days.slice(planned.length));
  const moved = Math.min(planned.length, days.length);
  return { made, moved, dropped: planned.length - moved };
}

/** The meetings of a series still planned from a day on, in the order of their days. */
async function plannedFrom(context: Context, seriesId: string, from: Day) {
  const rows = await context.tx.record.findMany({
    where: {
      meeting: { seriesId, status: "planned" },
      occurredOn: { gte: dayToDate(from) },
      ...{ binnedAt: null, voidedOn: null },
    },
    orderBy: [{ occurredOn: "asc" }, { id: "asc" }],
    select: { id: true, revision: true, occurredOn: true, meeting: { select: { purpose: true } } },
  });
  return rows.map(({ id, revision, occurredOn, meeting }) => ({
    ...{ id, revision, on: dateToDay(occurredOn) },
    purpose: meeting?.purpose ?? null,
  }));
}
