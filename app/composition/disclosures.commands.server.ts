import { z } from "zod";
import { isDecided } from "~/features/disclosures/disclosure";
import { LAW_IDS } from "~/features/disclosures/exemption";
import { NO_REDACTIONS } from "~/features/disclosures/redact";
import type { Actor, AreaActor } from "~/features/identity/actor";
import { RECORD_KINDS, type RecordBase } from "~/features/records/record";
import { canLead } from "~/features/records/record.policy";
import { type Context, relationshipFor, standIn } from "~/features/records/recording.server";
import { type Day, dayToDate } from "~/platform/calendar/day";
import { Conflict, defineCommand, Problem } from "~/platform/command.server";
import { dayField, optionalDayField, resolveDay } from "~/platform/form-days";
import { longText, optionalShortText, shortText } from "~/platform/form-texts";
import { idSchema } from "~/platform/ids";
import { toJson } from "~/platform/json-column.server";
import { findLines } from "./disclosure-lines.server";
import { findWanted, MOST_RECORDS } from "./disclosure-records.server";
import { bundleOf, disclosureEvent, disclosureSubject } from "./disclosure-subject.server";

const command = defineCommand<Actor>();
const place = { area: z.string(), id: idSchema };

const input = z.strictObject({
  area: z.string(),
  reference: shortText("Enter the number you gave the request"),
  law: z.enum(LAW_IDS, { error: "Choose under which law it is asked" }),
  receivedOn: dayField("Enter the day it was received"),
  asked: longText("Write what was asked"),
  from: optionalDayField(),
  to: optionalDayField(),
  kinds: z.array(z.enum(RECORD_KINDS)).default([]),
  words: optionalShortText(),
  council: z.string().optional(),
});

/** Which records are looked through: of one relationship where somebody said so, or of all one stands in. */
function relationshipOf(actor: AreaActor, council: string | undefined): string | null {
  return council === undefined || council === "" ? null : relationshipFor(actor, council);
}

/** Begins a bundle with the records that fit the question. */
export const beginDisclosure = command({
  id: "disclosures.begin",
  input,
  subject: async (context, { area }) => standIn(context, area),
  allow: (_, actor) => canLead(actor),
  async run(context, actor, typed) {
    const { tx, today, now, newId } = context;
    const [receivedOn, from, to] = [typed.receivedOn, typed.from, typed.to].map(
      (one) => one && resolveDay(one, today),
    );
    if (!receivedOn) throw new Problem({ receivedOn: "Enter the day it was received" });
    checkDays(today, receivedOn, from ?? null, to ?? null);
    const { reference, law, asked, kinds, words } = typed;
    const relationshipId = relationshipOf(actor, typed.council);
    const wanted = { from: from ?? null, to: to ?? null, kinds, words, relationshipId };
    const records = enough(await findWanted(tx, actor, wanted));
    const id = newId();
    const { areaId, organisationId, userId: byUserId } = actor;
    await tx.disclosure.createMany({
      data: [
        {
          ...{ id, areaId, organisationId, byUserId, reference, law, asked, kinds, words, relationshipId },
          receivedOn: dayToDate(receivedOn),
          fromOn: from ? dayToDate(from) : null,
          toOn: to ? dayToDate(to) : null,
          recordedAt: now,
        },
      ],
    });
    await addItems(context, id, records, 1);
    const event = disclosureEvent(actor, id, { title: reference, law, records: records.length });
    return { result: { id, records: records.length }, event };
  },
  says: ({ title, records }) =>
    `began the answer to the request “${String(title)}”, with ${String(records)} records`,
});

function checkDays(today: Day, receivedOn: Day, from: Day | null, to: Day | null): void {
  if (receivedOn > today) throw new Problem({ receivedOn: "The day must not be in the future" });
  if (from && to && to < from) throw new Problem({ to: "Enter a day that is not before the first one" });
}

function enough(records: RecordBase[]): RecordBase[] {
  if (records.length > MOST_RECORDS)
    throw new Problem({
      "": `More than ${MOST_RECORDS.toLocaleString("en-GB")} records fit. Name days, kinds or words.`,
    });
  return records;
}

async function addItems(
  { tx, newId }: Context,
  disclosureId: string,
  records: readonly RecordBase[],
  first: number,
) {
  await tx.disclosureItem.createMany({
    data: records.map((record, at) => ({
      id: newId(),
      disclosureId,
      recordId: record.id,
      number: first + at,
      redactions: toJson(NO_REDACTIONS),
    })),
  });
}

/** Adds what was recorded, or came to fit, since the bundle was begun. */
export const lookAgain = command({
  id: "disclosures.look-again",
  input: z.strictObject(place),
  subject: disclosureSubject,
  allow: (_, { actor, bundle }) => (bundle?.disclosure.finishedOn ? FINISHED : canLead(actor)),
  async run(context, subject) {
    const { disclosure, items } = bundleOf(subject);
    const known = new Set(items.map(({ recordId }) => recordId));
    const all = enough(await findWanted(context.tx, subject.actor, disclosure));
    const added = all.filter(({ id }) => !known.has(id));
    await addItems(context, disclosure.id, added, Math.max(0, ...items.map(({ number }) => number)) + 1);
    const data = { title: disclosure.reference, records: added.length };
    return {
      result: { id: disclosure.id, records: added.length },
      event: disclosureEvent(subject.actor, disclosure.id, data),
    };
  },
  says: ({ title, records }) =>
    `looked again for the request “${String(title)}”: ${String(records)} more records`,
});

const FINISHED = "It is finished. Open it again first.";

/** Says that all is decided: what goes out from now on is no draft. */
export const finishDisclosure = command({
  id: "disclosures.finish",
  input: z.strictObject({ ...place, revision: z.int32() }),
  subject: disclosureSubject,
  allow: (_, { actor, bundle }) => (bundle?.disclosure.finishedOn ? FINISHED : canLead(actor)),
  async run(context, subject, { revision }) {
    const { disclosure, items } = bundleOf(subject);
    const lines = await findLines(context.tx, subject.actor, items);
    const open = lines.filter(({ weighed }) => !isDecided(weighed.state)).length;
    if (open > 0) throw new Problem({ "": `${open} of the records are still to be looked at` });
    await mark(context, disclosure.id, revision, dayToDate(context.today));
    const data = { title: disclosure.reference, records: lines.length };
    return { result: { id: disclosure.id }, event: disclosureEvent(subject.actor, disclosure.id, data) };
  },
  says: ({ title }) => `finished the answer to the request “${String(title)}”`,
});

/** Opens a finished bundle again. */
export const reopenDisclosure = command({
  id: "disclosures.reopen",
  input: z.strictObject({ ...place, revision: z.int32() }),
  subject: disclosureSubject,
  allow: (_, { actor, bundle }) =>
    bundle && bundle.disclosure.finishedOn === null ? "It is open." : canLead(actor),
  async run(context, subject, { revision }) {
    const { disclosure } = bundleOf(subject);
    await mark(context, disclosure.id, revision, null);
    return {
      result: { id: disclosure.id },
      event: disclosureEvent(subject.actor, disclosure.id, { title: disclosure.reference }),
    };
  },
  says: ({ title }) => `opened the answer to the request “${String(title)}” again`,
});

async function mark({ tx }: Context, id: string, revision: number, finishedOn: Date | null): Promise<void> {
  const data = { finishedOn, revision: { increment: 1 } };
  const { count } = await tx.disclosure.updateMany({ where: { id, revision }, data });
  if (count === 0) throw new Conflict(null);
}
