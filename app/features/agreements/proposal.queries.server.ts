import type { Day } from "~/platform/calendar/day";
import type { Prisma, Tx } from "~/platform/db.server";
import { type AreaActor, otherSide, type Side } from "../identity/actor";
import { isContested } from "../records/record";
import { aboutRelationship, baseSelect, findBase, toBase, visibleTo } from "../records/record.queries.server";
import type { FactOf } from "../scoring/facts";
import { ABOUT_WORDS, proposalState, proposer } from "./proposal";
import { proposalFact } from "./proposal.facts";
import { actionsOf } from "./proposal.policy";
import { STATE_WORDS } from "./proposal.transitions";
import type { ProposalFilter } from "./proposal-filter";
import { findProposalRow, proposalSelect, toProposal } from "./proposal-rows.server";
import type { ProposalView } from "./proposal-views";

/** What a proposal says to the score; null where it says nothing. */
export async function findProposalFact(tx: Tx, recordId: string): Promise<FactOf<"proposal"> | null> {
  const row = await tx.record.findUnique({
    where: { id: recordId },
    select: { ...baseSelect, proposal: { select: proposalSelect } },
  });
  return row?.proposal ? proposalFact(toBase(row), toProposal(row.proposal)) : null;
}

/** The small words of proposals on a line of the timeline. */
export async function findProposalDetails(
  tx: Tx,
  ids: string[],
  sidesOf: (recordId: string) => Record<Side, string>,
): Promise<Map<string, string[]>> {
  const rows = await tx.proposal.findMany({
    where: { recordId: { in: ids } },
    select: { recordId: true, ...proposalSelect },
  });
  return new Map(
    rows.map(({ recordId, ...row }) => [
      recordId,
      [`Put to ${sidesOf(recordId)[row.toSide]}`, STATE_WORDS[proposalState(toProposal(row))]],
    ]),
  );
}

/** The page of one proposal; null where this actor sees no such record. */
export async function getProposalPage(tx: Tx, actor: AreaActor, id: string) {
  const record = await findBase(tx, actor, id, { withGone: true });
  if (record?.kind !== "proposal" || record.binned) return null;
  const row = await findProposalRow(tx, id);
  if (row === null) return null;
  const proposal = toProposal(row);
  const about = row.aboutId && (await findBase(tx, actor, row.aboutId));
  return {
    ...proposal,
    id,
    title: record.title,
    relationshipId: record.relationshipId,
    state: proposalState(proposal),
    bySide: proposer(proposal),
    proposedOn: record.occurredOn,
    detail: row.detail,
    answerText: row.answerText,
    withdrawnReason: row.withdrawnReason,
    aboutRecord: about ? { id: about.id, kind: about.kind, title: about.title } : null,
    versionId: row.versionId,
    ownSide: actor.side,
    can: actionsOf(actor, record, proposal),
  };
}

const PAGE_SIZE = 25;
const OPEN = { answeredOn: null, withdrawnOn: null };

const VIEWS: Record<ProposalView, (own: Side) => Prisma.ProposalWhereInput> = {
  open: () => OPEN,
  "to-answer": (own) => ({ ...OPEN, toSide: own }),
  "on-them": (own) => ({ ...OPEN, toSide: otherSide(own) }),
  accepted: () => ({ answer: "accepted" }),
  declined: () => ({ answer: "declined" }),
  all: () => ({}),
};

/** One page of the area's proposals, as filtered: the newest first. */
export async function findProposals(
  tx: Tx,
  actor: AreaActor,
  { view, council, page: wanted }: ProposalFilter,
  today: Day,
) {
  const relationship = actor.relationships.find((r) => r.councilSlug === council);
  const where = {
    AND: [
      visibleTo(actor),
      { kind: "proposal", proposal: VIEWS[view](actor.side) },
      relationship ? aboutRelationship(actor, relationship.id) : {},
    ],
  };
  const count = await tx.record.count({ where });
  const pages = Math.max(1, Math.ceil(count / PAGE_SIZE));
  const page = Math.min(wanted, pages);
  const rows = await tx.record.findMany({
    where,
    orderBy: [{ occurredOn: "desc" }, { id: "desc" }],
    skip: (page - 1) * PAGE_SIZE,
    take: PAGE_SIZE,
    select: itemSelect,
  });
  return { proposals: rows.flatMap((row) => toItem(row, today)), count, page, pages };
}

const itemSelect = { ...baseSelect, proposal: { select: proposalSelect } } satisfies Prisma.RecordSelect;

function toItem(row: Prisma.RecordGetPayload<{ select: typeof itemSelect }>, today: Day) {
  if (row.proposal === null) return [];
  const proposal = toProposal(row.proposal);
  const { id, title, relationshipId, occurredOn, ...base } = toBase(row);
  return {
    id,
    title,
    relationshipId,
    state: proposalState(proposal),
    about: ABOUT_WORDS[proposal.about],
    toSide: proposal.toSide,
    proposedOn: occurredOn,
    answeredOn: proposal.answeredOn,
    contested: isContested(base, today),
  };
}

/** Proposals that wait for the actor's side, the oldest first: for home pages and agendas. */
export async function findProposalsWaiting(tx: Tx, actor: AreaActor) {
  const rows = await tx.record.findMany({
    where: { AND: [visibleTo(actor), { kind: "proposal", proposal: VIEWS["to-answer"](actor.side) }] },
    orderBy: [{ occurredOn: "asc" }, { id: "asc" }],
    select: baseSelect,
    take: 100,
  });
  return rows.map(toBase).map(({ id, title, occurredOn }) => ({ id, title, on: occurredOn }));
}
