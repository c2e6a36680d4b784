import { z } from "zod";
import { type Day, dayToDate } from "~/platform/calendar/day";
import { defineCommand, Problem } from "~/platform/command.server";
import { dayField, resolveDay } from "~/platform/form-days";
import { longText, optionalLongText } from "~/platform/form-texts";
import { idSchema } from "~/platform/ids";
import type { Actor } from "../identity/actor";
import { type Context, eventOf, reviseBase } from "../records/recording.server";
import { adoptChange, setChangeAside } from "./change-mou.commands.server";
import { isAllowed } from "./proposal.policy";
import { type ProposalSubject, proposalMustAllow, subjectProposal } from "./proposal-rows.server";

const command = defineCommand<Actor>();
const on = dayField("Enter the day of the answer");

type Answered = { answer: "accepted" | "declined"; text: string | null; on: Day };

async function keepAnswer(context: Context, subject: ProposalSubject, { answer, text, on }: Answered) {
  const { actor, record } = subject;
  if (on > context.today) throw new Problem({ on: "This day cannot be in the future" });
  if (on < record.occurredOn) throw new Problem({ on: "This day cannot be before the day it was proposed" });
  await context.tx.proposal.update({
    where: { recordId: record.id },
    data: { answer, answerText: text, answeredOn: dayToDate(on) },
    select: { recordId: true },
  });
  await reviseBase(context, record, {});
  const data = { kind: "proposal", title: record.title, answer, text, on };
  return { result: { id: record.id }, event: eventOf(record, actor, data) };
}

/** The agreement and the text a proposal would change, where it would. */
function changeIn({ row }: ProposalSubject): { id: string; versionId: string } | null {
  return row.aboutId !== null && row.versionId !== null
    ? { id: row.aboutId, versionId: row.versionId }
    : null;
}

/** Accepts a proposal; a change of an agreement holds from today. */
export const acceptProposal = command({
  id: "proposals.accept",
  input: z.strictObject({ id: idSchema, text: optionalLongText(), on }),
  subject: (context, { id }) => subjectProposal(context, id),
  allow: (_, { actor, proposal }) => isAllowed(actor, proposal, "accept"),
  async run(context, subject, { text, ...typed }) {
    proposalMustAllow("accept", subject);
    const change = changeIn(subject);
    const answeredOn = change ? context.today : resolveDay(typed.on, context.today);
    const outcome = await keepAnswer(context, subject, { answer: "accepted", text, on: answeredOn });
    if (change) await context.call(adoptChange, change);
    return outcome;
  },
  says: (data) => `accepted “${String(data.title)}”`,
});

/** Declines a proposal, with reasons. */
export const declineProposal = command({
  id: "proposals.decline",
  input: z.strictObject({ id: idSchema, text: longText("Give the reasons"), on }),
  subject: (context, { id }) => subjectProposal(context, id),
  allow: (_, { actor, proposal }) => isAllowed(actor, proposal, "decline"),
  async run(context, subject, { text, ...typed }) {
    proposalMustAllow("decline", subject);
    const answeredOn = resolveDay(typed.on, context.today);
    const outcome = await keepAnswer(context, subject, { answer: "declined", text, on: answeredOn });
    const change = changeIn(subject);
    if (change) await context.call(setChangeAside, change);
    return outcome;
  },
  says: (data) => `declined “${String(data.title)}”: ${String(data.text)}`,
});

/** The side that proposed takes it back. */
export const withdrawProposal = command({
  id: "proposals.withdraw",
  input: z.strictObject({ id: idSchema, reason: optionalLongText() }),
  subject: (context, { id }) => subjectProposal(context, id),
  allow: (_, { actor, proposal }) => isAllowed(actor, proposal, "withdraw"),
  async run(context, subject, { reason }) {
    proposalMustAllow("withdraw", subject);
    const { actor, record } = subject;
    await context.tx.proposal.update({
      where: { recordId: record.id },
      data: { withdrawnOn: dayToDate(context.today), withdrawnReason: reason },
      select: { recordId: true },
    });
    await reviseBase(context, record, {});
    const change = changeIn(subject);
    if (change) await context.call(setChangeAside, change);
    const data = { kind: "proposal", title: record.title, reason };
    return { result: { id: record.id }, event: eventOf(record, actor, data) };
  },
  says: (data) => `took back “${String(data.title)}”${data.reason ? `: ${String(data.reason)}` : ""}`,
});
