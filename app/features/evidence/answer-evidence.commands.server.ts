import { z } from "zod";
import { dayToDate } from "~/platform/calendar/day";
import { defineCommand, Problem } from "~/platform/command.server";
import { dayField, resolveDay } from "~/platform/form-days";
import { optionalLongText, shortText } from "~/platform/form-texts";
import { idSchema } from "~/platform/ids";
import type { Actor } from "../identity/actor";
import { type Context, eventOf, reviseBase } from "../records/recording.server";
import { checkAnsweredOn, findKind } from "./evidence";
import { isAllowed } from "./evidence.policy";
import { mustBeAble, type Subject, subjectEvidence } from "./evidence-subject.server";

const command = defineCommand<Actor>();

const input = z.strictObject({
  id: idSchema,
  outcome: shortText("Choose what came of it"),
  words: optionalLongText(),
  on: dayField("Enter the day"),
});
type Given = z.output<typeof input>;

/** The side whose answer it is says what came of an entry. */
export const answerEvidence = command({
  id: "evidence.answer",
  input,
  subject: (context, { id }) => subjectEvidence(context, id),
  allow: (_, { actor, entry }) => isAllowed(actor, entry, "answer"),
  async run(context, subject, given) {
    mustBeAble("answer", subject);
    const on = checked(context, subject, given);
    const { actor, entry } = subject;
    const answered = { answeredOn: dayToDate(on), answeredBySide: actor.side };
    const put = { proposedOn: null, proposedBySide: null };
    return write(context, subject, { ...answered, ...put, ...said(given) }, { on, before: entry.outcome });
  },
  says: (data) => `answered “${String(data.title)}”: ${outcomeWords(data)}`,
});

/** The other side puts an ending forward; it stands once the side that opened it agrees. */
export const proposeOutcome = command({
  id: "evidence.propose",
  input,
  subject: (context, { id }) => subjectEvidence(context, id),
  allow: (_, { actor, entry }) => isAllowed(actor, entry, "propose"),
  async run(context, subject, given) {
    mustBeAble("propose", subject);
    const on = checked(context, subject, given);
    const put = { proposedOn: dayToDate(on), proposedBySide: subject.actor.side };
    return write(context, subject, { ...put, ...said(given) }, { on, before: subject.entry.outcome });
  },
  says: (data) => `put forward how “${String(data.title)}” ends: ${outcomeWords(data)}`,
});

/** The side that opened it agrees to the ending the other side put forward: both have closed it. */
export const agreeOutcome = command({
  id: "evidence.agree",
  input: z.strictObject({ id: idSchema }),
  subject: (context, { id }) => subjectEvidence(context, id),
  allow: (_, { actor, entry }) => isAllowed(actor, entry, "agree"),
  async run(context, subject) {
    mustBeAble("agree", subject);
    const { actor, entry } = subject;
    const answered = { answeredOn: dayToDate(context.today), answeredBySide: actor.side };
    return write(context, subject, { ...answered, outcome: entry.outcome }, { on: context.today });
  },
  says: (data) => `agreed how “${String(data.title)}” ended: ${outcomeWords(data)}`,
});

function said({ outcome, words }: Given) {
  return { outcome, answerWords: words };
}

/** The day of the answer, once the outcome is one of the kind's, with its reasons where it wants them. */
function checked(context: Context, { entry }: Subject, given: Given) {
  const outcome = entry.kind.answer?.outcomes[given.outcome];
  if (!outcome) throw new Problem({ outcome: "Choose what came of it" });
  if (outcome.reasons && given.words === null) throw new Problem({ words: "Give the reasons" });
  const on = resolveDay(given.on, context.today);
  const verdict = checkAnsweredOn(on, entry, context.today);
  if (verdict !== true) throw new Problem({ on: verdict });
  return on;
}

type Columns = Parameters<Context["tx"]["evidence"]["update"]>[0]["data"] & { outcome: string | null };

async function write(
  context: Context,
  { actor, record, entry }: Subject,
  columns: Columns,
  told: Record<string, unknown>,
) {
  await context.tx.evidence.update({
    where: { recordId: record.id },
    data: columns,
    select: { recordId: true },
  });
  await reviseBase(context, record, {});
  const { outcome, answerWords } = { answerWords: entry.answerWords, ...columns };
  const about = { kind: "evidence", evidence: entry.kind.id, title: record.title };
  const data = { ...about, outcome, words: answerWords, ...told };
  return { result: { id: record.id }, event: eventOf(record, actor, data) };
}

function outcomeWords(data: Readonly<Record<string, unknown>>): string {
  const outcomes = findKind(String(data.evidence))?.answer?.outcomes;
  return outcomes?.[String(data.outcome)]?.label ?? String(data.outcome);
}
