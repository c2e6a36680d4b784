import { z } from "zod";
import { dayToDate } from "~/platform/calendar/day";
import { defineCommand, Problem } from "~/platform/command.server";
import { longText } from "~/platform/form-texts";
import { idSchema } from "~/platform/ids";
import { type Actor, otherSide, partsOf } from "../identity/actor";
import { canAnswerFor, canLead, canWrite } from "./record.policy";
import {
  type Context,
  createBase,
  eventOf,
  relationshipFor,
  reviseBase,
  standIn,
  subjectRecord,
} from "./recording.server";
import { MOST_GAP_DAYS, rhythmState, rhythmTitle } from "./rhythm";
import { toRhythm } from "./rhythm.queries.server";

const command = defineCommand<Actor>();

const gap = z
  .number({ error: "Enter a number of days" })
  .int({ error: "Enter whole days" })
  .min(1, { error: "Enter 1 day or more" })
  .max(MOST_GAP_DAYS, { error: `Enter ${MOST_GAP_DAYS} days or fewer` });

/** Proposes to the other side how often to meet. */
export const proposeRhythm = command({
  id: "rhythms.propose",
  input: z.strictObject({
    area: z.string(),
    council: z.string().optional(),
    idealGapDays: gap,
    longestGapDays: gap,
  }),
  subject: async (context, { area }) => standIn(context, area),
  allow: (_, actor) => canWrite(actor),
  async run(context, actor, { council, idealGapDays, longestGapDays }) {
    const relationshipId = relationshipFor(actor, council);
    if (relationshipId === null) throw new Problem({ council: "Choose one council" });
    if (longestGapDays < idealGapDays) {
      throw new Problem({ longestGapDays: "The longest gap cannot be shorter than the usual one" });
    }
    await refuseSecondProposal(context, partsOf(actor, relationshipId));
    const title = rhythmTitle({ idealGapDays, longestGapDays });
    const base = {
      kind: "rhythm",
      relationshipId,
      level: "shared",
      title,
      occurredOn: context.today,
    } as const;
    const id = await createBase(context, actor, base);
    const own = actor.side === "council" ? "agreedByCouncilOn" : "agreedByCommunityOn";
    await context.tx.rhythm.create({
      data: { recordId: id, idealGapDays, longestGapDays, [own]: dayToDate(context.today) },
      select: { recordId: true },
    });
    const record = { id, areaId: actor.areaId, relationshipId, level: "shared" } as const;
    const data = { kind: "rhythm", title, idealGapDays, longestGapDays };
    return { result: { id }, event: eventOf(record, actor, data) };
  },
  says: (data) => `proposed ${phrase(data)}`,
});

/** One proposal waits at a time, one put before a takeover included; two at once take turns. */
async function refuseSecondProposal(context: Context, relationshipIds: readonly string[]): Promise<void> {
  await context.tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${relationshipIds[0]}, 13))`;
  const waiting = await context.tx.record.count({
    where: {
      relationshipId: { in: [...relationshipIds] },
      kind: "rhythm",
      binnedAt: null,
      voidedOn: null,
      rhythm: {
        declinedOn: null,
        OR: [{ agreedByCouncilOn: null }, { agreedByCommunityOn: null }],
      },
    },
  });
  if (waiting > 0) throw new Problem({ "": "A proposal is waiting for an answer already." });
}

async function subjectRhythm(context: Context, id: string) {
  const found = await subjectRecord(context, id);
  if (found?.record.kind !== "rhythm") return null;
  const row = await context.tx.rhythm.findUnique({ where: { recordId: id } });
  return row && { ...found, rhythm: toRhythm(row) };
}

type Subject = NonNullable<Awaited<ReturnType<typeof subjectRhythm>>>;

/** A lead of the side it was proposed to answers; what is answered already is a Problem, not a 403. */
function mayAnswer({ actor, record }: Subject): true | string {
  const answers = canAnswerFor(actor, otherSide(record.side));
  return answers === true ? canLead(actor) : answers;
}

function mustWait({ rhythm }: Subject): void {
  if (rhythmState(rhythm) !== "proposed") throw new Problem({ "": "It has been answered already." });
}

/** The other side agrees: from today this is the rhythm, for both. */
export const agreeRhythm = command({
  id: "rhythms.agree",
  input: z.strictObject({ id: idSchema }),
  subject: (context, { id }) => subjectRhythm(context, id),
  allow: (_, subject) => mayAnswer(subject),
  async run(context, subject) {
    mustWait(subject);
    const { actor, record } = subject;
    const own = actor.side === "council" ? "agreedByCouncilOn" : "agreedByCommunityOn";
    await context.tx.rhythm.update({
      where: { recordId: record.id },
      data: { [own]: dayToDate(context.today) },
      select: { recordId: true },
    });
    await reviseBase(context, record, {});
    const data = { kind: "rhythm", title: record.title };
    return { result: { id: record.id }, event: eventOf(record, actor, data) };
  },
  says: (data) => `agreed ${phrase(data)}`,
});

/** The other side declines, and says why. */
export const declineRhythm = command({
  id: "rhythms.decline",
  input: z.strictObject({ id: idSchema, reason: longText("Say why, so that they can propose another") }),
  subject: (context, { id }) => subjectRhythm(context, id),
  allow: (_, subject) => mayAnswer(subject),
  async run(context, subject, { reason }) {
    mustWait(subject);
    const { actor, record } = subject;
    await context.tx.rhythm.update({
      where: { recordId: record.id },
      data: { declinedOn: dayToDate(context.today), declinedReason: reason },
      select: { recordId: true },
    });
    await reviseBase(context, record, {});
    const data = { kind: "rhythm", title: record.title, reason };
    return { result: { id: record.id }, event: eventOf(record, actor, data) };
  },
  says: (data) => `declined ${phrase(data)}: ${String(data.reason)}`,
});

function phrase(data: Record<string, unknown>): string {
  const title = String(data.title);
  return title.charAt(0).toLowerCase() + title.slice(1);
}
