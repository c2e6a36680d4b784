import { Problem } from "~/platform/command.server";
import type { Prisma, Tx } from "~/platform/db.server";
import type { AreaActor } from "../identity/actor";
import type { RecordBase } from "../records/record";
import { type Context, subjectRecord } from "../records/recording.server";
import { dayOrNull } from "./mou-rows.server";
import type { Proposal } from "./proposal";
import { type Action, canTake, roleOf } from "./proposal.transitions";

/** The columns of a proposal's own part. */
export const proposalSelect = {
  toSide: true,
  about: true,
  detail: true,
  aboutId: true,
  versionId: true,
  answeredOn: true,
  answer: true,
  answerText: true,
  withdrawnOn: true,
  withdrawnReason: true,
} satisfies Prisma.ProposalSelect;

export type ProposalRow = Prisma.ProposalGetPayload<{ select: typeof proposalSelect }>;

/** The days of a row, as the pure code takes them. */
export function toProposal(
  row: Pick<ProposalRow, "toSide" | "about" | "answeredOn" | "answer" | "withdrawnOn">,
): Proposal {
  const { toSide, about, answer } = row;
  return {
    toSide,
    about,
    answer,
    answeredOn: dayOrNull(row.answeredOn),
    withdrawnOn: dayOrNull(row.withdrawnOn),
  };
}

/** One proposal's own part; null: there is none to see. */
export function findProposalRow(tx: Tx, id: string): Promise<ProposalRow | null> {
  return tx.proposal.findUnique({ where: { recordId: id }, select: proposalSelect });
}

export type ProposalSubject = { actor: AreaActor; record: RecordBase; row: ProposalRow; proposal: Proposal };

/** The proposal a command is about, as the actor may see it; null: to them it is not there. */
export async function subjectProposal(context: Context, id: string): Promise<ProposalSubject | null> {
  const found = await subjectRecord(context, id);
  if (found?.record.kind !== "proposal") return null;
  const row = await findProposalRow(context.tx, id);
  return row && { ...found, row, proposal: toProposal(row) };
}

/** Refuses what its state does not allow: a Problem, since it can come of two people acting at once. */
export function proposalMustAllow(action: Action, { actor, proposal }: ProposalSubject): void {
  const able = canTake(action, roleOf(proposal, actor.side), proposal);
  if (able !== true) throw new Problem({ "": able });
}
