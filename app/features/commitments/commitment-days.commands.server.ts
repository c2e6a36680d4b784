import { z } from "zod";
import { dayToDate } from "~/platform/calendar/day";
import { saidDay } from "~/platform/calendar/said-day";
import { Conflict, defineCommand, Problem } from "~/platform/command.server";
import { dayField, resolveDay } from "~/platform/form-days";
import { longText, optionalLongText } from "~/platform/form-texts";
import { idSchema } from "~/platform/ids";
import type { Actor } from "../identity/actor";
import { FAR_AHEAD_WORDS, isFarAhead, lookedForOn, type Redating, waitingProposal } from "./commitment";
import { named, saidNote } from "./commitment-says";
import {
  allowAction,
  type CommitmentSubject,
  change,
  pastDay,
  requireNow,
  subjectCommitment,
} from "./commitment-subject.server";

const command = defineCommand<Actor>();

/** The side that promised says on which day it told the other that it will take longer. */
export const tellOfDelay = command({
  id: "commitments.tell",
  input: z.strictObject({
    id: idSchema,
    toldOn: dayField("Enter the day you told them"),
    note: optionalLongText(),
  }),
  subject: (context, { id }) => subjectCommitment(context, id),
  allow: (_, subject) => allowAction("tell", subject),
  async run(context, subject, { toldOn: given, note }) {
    requireNow("tell", subject);
    const toldOn = pastDay("toldOn", resolveDay(given, context.today), subject);
    const columns = { toldOn: dayToDate(toldOn), toldSaidOn: dayToDate(context.today), toldNote: note };
    return change(context, subject, { columns }, { toldOn, note });
  },
  says: (data) =>
    `said that they told the other side on ${saidDay(data.toldOn)} that ${named(data)} will take longer${saidNote(data.note)}`,
});

/** Either side puts a new day to the other, before or after the day. An unanswered earlier proposal is replaced. */
export const proposeNewDay = command({
  id: "commitments.propose-day",
  input: z.strictObject({
    id: idSchema,
    newDueOn: dayField("Enter the new day"),
    reason: longText("Say why the day should move"),
  }),
  subject: (context, { id }) => subjectCommitment(context, id),
  allow: (_, subject) => allowAction("propose-day", subject),
  async run(context, subject, { newDueOn: given, reason }) {
    requireNow("propose-day", subject);
    const { promise, record, actor } = subject;
    const newDueOn = resolveDay(given, context.today);
    if (newDueOn < promise.madeOn) {
      throw new Problem({ newDueOn: "Enter a day on or after the promise was made" });
    }
    if (isFarAhead(newDueOn, context.today)) throw new Problem({ newDueOn: FAR_AHEAD_WORDS });
    const before = lookedForOn(promise);
    if (newDueOn === before) throw new Problem({ newDueOn: "This is the day it has already" });
    const proposed = { proposedBySide: actor.side, proposedOn: dayToDate(context.today) };
    const outcome = await change(context, subject, {}, { newDueOn, reason, before: { dueOn: before } });
    await context.tx.commitmentRedating.create({
      data: {
        id: context.newId(),
        commitmentId: record.id,
        ...proposed,
        newDueOn: dayToDate(newDueOn),
        reason,
      },
      select: { id: true },
    });
    return outcome;
  },
  says: (data) => `proposed ${saidDay(data.newDueOn)} for ${named(data)}${saidNote(data.reason)}`,
});

/** The proposal the answer is to; Conflict where another has taken its place meanwhile. */
function answered(subject: CommitmentSubject, redatingId: string): Redating {
  const proposal = waitingProposal(subject.promise);
  if (proposal?.id !== redatingId) throw new Conflict(null);
  return proposal;
}

/** The other side agrees to the new day. */
export const agreeNewDay = command({
  id: "commitments.agree-day",
  input: z.strictObject({ id: idSchema, redatingId: idSchema }),
  subject: (context, { id }) => subjectCommitment(context, id),
  allow: (_, subject) => allowAction("agree-day", subject),
  async run(context, subject, { redatingId }) {
    requireNow("agree-day", subject);
    const { newDueOn } = answered(subject, redatingId);
    const before = { dueOn: lookedForOn(subject.promise) };
    const outcome = await change(context, subject, {}, { newDueOn, before });
    await context.tx.commitmentRedating.update({
      where: { id: redatingId },
      data: { agreedOn: dayToDate(context.today) },
      select: { id: true },
    });
    return outcome;
  },
  says: (data) => `agreed to ${saidDay(data.newDueOn)} for ${named(data)}`,
});

/** The side that proposed a new day takes it back before it is answered. */
export const withdrawNewDay = command({
  id: "commitments.withdraw-day",
  input: z.strictObject({ id: idSchema, redatingId: idSchema }),
  subject: (context, { id }) => subjectCommitment(context, id),
  allow: (_, subject) => allowAction("propose-day", subject),
  async run(context, subject, { redatingId }) {
    const { newDueOn, proposedBySide } = answered(subject, redatingId);
    if (proposedBySide !== subject.actor.side)
      throw new Problem({ "": "This is for the side that proposed it." });
    const outcome = await change(context, subject, {}, { newDueOn });
    await context.tx.commitmentRedating.update({
      where: { id: redatingId },
      data: { withdrawnOn: dayToDate(context.today) },
      select: { id: true },
    });
    return outcome;
  },
  says: (data) => `took back ${saidDay(data.newDueOn)} for ${named(data)}`,
});

/** The other side declines the new day, with its reason. The promise keeps its day. */
export const declineNewDay = command({
  id: "commitments.decline-day",
  input: z.strictObject({ id: idSchema, redatingId: idSchema, reason: longText("Say why not") }),
  subject: (context, { id }) => subjectCommitment(context, id),
  allow: (_, subject) => allowAction("decline-day", subject),
  async run(context, subject, { redatingId, reason }) {
    requireNow("decline-day", subject);
    const { newDueOn } = answered(subject, redatingId);
    const outcome = await change(context, subject, {}, { newDueOn, reason });
    await context.tx.commitmentRedating.update({
      where: { id: redatingId },
      data: { declinedOn: dayToDate(context.today), declinedReason: reason },
      select: { id: true },
    });
    return outcome;
  },
  says: (data) => `declined ${saidDay(data.newDueOn)} for ${named(data)}${saidNote(data.reason)}`,
});
