import { z } from "zod";
import { dayToDate } from "~/platform/calendar/day";
import { defineCommand, Problem } from "~/platform/command.server";
import { dayField, resolveDay } from "~/platform/form-days";
import { optionalLongText } from "~/platform/form-texts";
import { idSchema } from "~/platform/ids";
import type { Actor } from "../identity/actor";
import { eventOf, reviseBase } from "../records/recording.server";
import { minutesText } from "./meeting-fields";
import { writeDraft } from "./meeting-rows.server";
import { allowStep, type MeetingSubject, subjectMeeting } from "./meeting-subject.server";
import { mayAgree, maySend, placeOfDraft } from "./minutes";

const command = defineCommand<Actor>();

/** Writes the minutes: a side changes its own draft; whatever was sent gets a new version. */
export const draftMinutes = command({
  id: "meetings.draft-minutes",
  input: z.strictObject({ id: idSchema, revision: z.int32().positive(), text: minutesText }),
  subject: (context, { id }) => subjectMeeting(context, id),
  allow: (_, subject) => allowStep("draftMinutes", subject),
  async run(context, { actor, record, minutes }, { revision, text }) {
    const current = { text: minutes?.text ?? "", version: minutes?.version ?? 0, revision: record.revision };
    await reviseBase(context, record, {}, revision, current);
    if (minutes !== null && placeOfDraft(minutes, actor.side) === "replace") {
      const data = { text, draftedOn: dayToDate(context.today) };
      await context.tx.minutes.update({ where: { id: minutes.id }, data, select: { id: true } });
    } else {
      await writeDraft(context, actor, { meetingId: record.id, version: (minutes?.version ?? 0) + 1, text });
    }
    const data = { kind: "meeting", title: record.title, before: minutes?.text ?? null, after: text };
    return { result: { id: record.id }, event: eventOf(record, actor, data) };
  },
  says: (data) => `wrote minutes of the meeting “${String(data.title)}”`,
});

/** Sends the minutes on the table to the other side, or notes the day they went. */
export const sendMinutes = command({
  id: "meetings.send-minutes",
  input: z.strictObject({ id: idSchema, on: dayField("Enter the day the minutes were sent") }),
  subject: (context, { id }) => subjectMeeting(context, id),
  allow: (_, subject) =>
    both(allowStep("sendMinutes", subject), maySend(subject.minutes, subject.actor.side)),
  async run(context, subject, input) {
    const { actor, record } = subject;
    const sentOn = resolveDay(input.on, context.today);
    if (sentOn > context.today) throw new Problem({ on: "This day is still to come" });
    if (sentOn < record.occurredOn) throw new Problem({ on: "This is before the meeting" });
    await reviseBase(context, record, {});
    await context.tx.minutes.update({
      where: { id: minutesOf(subject).id },
      data: { sentOn: dayToDate(sentOn) },
      select: { id: true },
    });
    return {
      result: { id: record.id },
      event: eventOf(record, actor, { kind: "meeting", title: record.title, sentOn }),
    };
  },
  says: (data) => `sent the minutes of the meeting “${String(data.title)}”`,
});

/**
 * A lead agrees, for their side, the version they read; `dissent` notes beside the text what the side sees
 * differently. Once both agreed, the text is frozen.
 */
export const agreeMinutes = command({
  id: "meetings.agree-minutes",
  input: z.strictObject({ id: idSchema, version: z.int32().positive(), dissent: optionalLongText() }),
  subject: (context, { id }) => subjectMeeting(context, id),
  allow: (_, subject) =>
    both(allowStep("agreeMinutes", subject), mayAgree(subject.minutes, subject.actor.side)),
  async run(context, subject, { version, dissent }) {
    const { actor, record } = subject;
    const on = dayToDate(context.today);
    const agreed = actor.side === "council" ? { agreedByCouncilOn: on } : { agreedByCommunityOn: on };
    await noteOnVersion(context, subject, version, { ...agreed, ...dissentColumn(actor.side, dissent) });
    const data = { kind: "meeting", title: record.title, version, dissent };
    return { result: { id: record.id }, event: eventOf(record, actor, data) };
  },
  says: (data) =>
    `agreed the minutes of the meeting “${String(data.title)}”${data.dissent ? ", with a dissent" : ""}`,
});

/** Notes what a side sees differently, without agreeing. */
export const dissentFromMinutes = command({
  id: "meetings.dissent-from-minutes",
  input: z.strictObject({
    id: idSchema,
    version: z.int32().positive(),
    dissent: optionalLongText(),
  }),
  subject: (context, { id }) => subjectMeeting(context, id),
  allow: (_, subject) =>
    both(allowStep("agreeMinutes", subject), mayAgree(subject.minutes, subject.actor.side)),
  async run(context, subject, { version, dissent }) {
    if (dissent === null) throw new Problem({ dissent: "Write what your side sees differently" });
    const { actor, record } = subject;
    await noteOnVersion(context, subject, version, dissentColumn(actor.side, dissent));
    const data = { kind: "meeting", title: record.title, version, dissent };
    return { result: { id: record.id }, event: eventOf(record, actor, data) };
  },
  says: (data) => `noted what their side sees differently in the minutes of “${String(data.title)}”`,
});

type Context = Parameters<(typeof agreeMinutes)["run"]>[0];

function both(first: true | string, second: true | string): true | string {
  return first === true ? second : first;
}

/** The version on the table; `allow` has seen that there is one. */
function minutesOf(subject: MeetingSubject): NonNullable<MeetingSubject["minutes"]> {
  if (subject.minutes === null) throw new Problem({ "": "There are no minutes yet." });
  return subject.minutes;
}

/** A side's words beside the text; saying nothing more leaves what it said before. */
function dissentColumn(side: "council" | "community", dissent: string | null) {
  if (dissent === null) return {};
  return side === "council" ? { councilDissent: dissent } : { communityDissent: dissent };
}

type Columns = {
  agreedByCouncilOn?: Date;
  agreedByCommunityOn?: Date;
  councilDissent?: string;
  communityDissent?: string;
};

/** Writes on the version that was read; where a newer one came meanwhile nobody agrees to it unread. */
async function noteOnVersion(
  context: Context,
  subject: MeetingSubject,
  version: number,
  columns: Columns,
): Promise<void> {
  const current = minutesOf(subject);
  if (current.version !== version) {
    throw new Problem({ "": "The minutes were changed meanwhile. Read the new version first." });
  }
  await reviseBase(context, subject.record, {});
  await context.tx.minutes.update({ where: { id: current.id }, data: columns, select: { id: true } });
}
