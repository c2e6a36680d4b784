import type { Day } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import type { AreaActor } from "../identity/actor";
import type { RecordBase } from "../records/record";
import { baseSelect, findBase, toBase } from "../records/record.queries.server";
import { sideNames } from "../records/side-names";
import type { FactOf } from "../scoring/facts";
import { idleClauses, inOrder } from "./clause";
import { findClauseLinks } from "./clause-links.queries.server";
import { endingOn, inForceFrom, type Mou, reviewIsDue, stateOf } from "./mou";
import { mouFacts } from "./mou.facts";
import { actionsOf } from "./mou.policy";
import { STATE_WORDS, stageOf } from "./mou.transitions";
import { dayOrNull, type MouRow, mouSelect, toMou } from "./mou-rows.server";
import { findVersions } from "./mou-subject.server";
import { pendingChange, standingText, type Version } from "./mou-version";

/** What an agreement says to the score; [] where it says nothing. */
export async function findMouFacts(tx: Tx, recordId: string): Promise<FactOf<"mou">[]> {
  const row = await tx.record.findUnique({
    where: { id: recordId },
    select: { ...baseSelect, mou: { select: mouSelect } },
  });
  return row?.mou ? mouFacts(toBase(row), toMou(row.mou)) : [];
}

/** The small words of agreements on a line of the timeline. */
export async function findMouDetails(tx: Tx, ids: string[], today: Day): Promise<Map<string, string[]>> {
  const rows = await tx.mou.findMany({
    where: { recordId: { in: ids } },
    select: { recordId: true, ...mouSelect },
  });
  return new Map(rows.map(({ recordId, ...row }) => [recordId, [STATE_WORDS[stateOf(toMou(row), today)]]]));
}

/** The page of one agreement; null where this actor sees no such record. */
export async function getMouPage(tx: Tx, actor: AreaActor, id: string, today: Day) {
  const record = await findBase(tx, actor, id, { withGone: true });
  if (record?.kind !== "mou" || record.binned) return null;
  const row = await tx.mou.findUniqueOrThrow({ where: { recordId: id }, select: mouSelect });
  const mou = toMou(row);
  const versions = await findVersions(tx, id);
  const text = standingText(versions);
  const pending = pendingChange(versions);
  const links = (await findClauseLinks(tx, actor, [id])).get(id) ?? [];
  const clauses = inOrder(text?.clauses ?? []);
  // The chair's is carried out by nobody's promise to the other side.
  const lives =
    row.kind === "partnership" &&
    ["in-force", "under-review", "reviewed", "ending"].includes(stageOf(mou, today));
  const idle = lives ? idleClauses(clauses, links, today) : [];
  return {
    ...standing(mou, today),
    id,
    title: record.title,
    revision: record.revision,
    relationshipId: record.relationshipId,
    kind: row.kind,
    parties: await findParties(tx, actor, record, row),
    terms: { startsOn: mou.startsOn, endsOn: mou.endsOn, reviewOn: mou.reviewOn },
    version: text && { number: text.number, bySide: text.bySide, proposedOn: text.proposedOn },
    agreed: text && agreedBy(text),
    clauses,
    links,
    idle,
    signatories: row.signatories.map(toSignatory),
    reviews: row.reviews.map(toReviewView),
    ending: endOf(row),
    replaces: await findTitle(tx, actor, row.replacesId),
    signedCopyId: row.signedCopyId,
    pending: pending && (await findProposalOf(tx, pending)),
    ownSide: actor.side,
    can: actionsOf(actor, record, mou, { today, waiting: pending !== null }),
  };
}

export type MouPage = NonNullable<Awaited<ReturnType<typeof getMouPage>>>;

function standing(mou: Mou, today: Day) {
  return {
    state: stateOf(mou, today),
    stage: stageOf(mou, today),
    inForceFrom: inForceFrom(mou),
    endingOn: endingOn(mou, today),
    reviewIsDue: reviewIsDue(mou, today),
  };
}

function agreedBy({ agreedByCommunityOn, agreedByOtherOn }: Version) {
  return { community: agreedByCommunityOn, other: agreedByOtherOn };
}

/** The names of the two, and of others that were written in. */
async function findParties(tx: Tx, actor: AreaActor, record: RecordBase, row: MouRow) {
  const area = await tx.area.findUniqueOrThrow({
    where: { id: actor.areaId },
    select: { partnership: { select: { name: true } } },
  });
  const relationship = actor.relationships.find((r) => r.id === record.relationshipId);
  const council =
    relationship &&
    (await tx.organisation.findUnique({
      where: { id: relationship.councilId },
      select: { name: true, shortName: true },
    }));
  const sides = sideNames(council?.shortName ?? null);
  return {
    partnership: area.partnership.name,
    other: row.kind === "programme" ? "The programme" : (council?.name ?? "The council"),
    others: row.otherParties,
    shortOther: row.kind === "programme" ? "the programme" : sides.council,
    sides,
  };
}

function toSignatory({ id, party, name, person, signedOn }: MouRow["signatories"][number]) {
  return { id, party, name: name ?? person?.name ?? "Somebody", signedOn: dayOrNull(signedOn) };
}

function toReviewView({ id, outcome, note, startedBySide, doneBySide, ...days }: MouRow["reviews"][number]) {
  return {
    id,
    outcome,
    note,
    startedBySide,
    doneBySide,
    dueOn: dayOrNull(days.dueOn),
    startedOn: dayOrNull(days.startedOn),
    doneOn: dayOrNull(days.doneOn),
    nextReviewOn: dayOrNull(days.nextReviewOn),
    agreedOn: dayOrNull(days.agreedOn),
  };
}

function endOf(row: MouRow) {
  return row.endAskedBySide === null
    ? null
    : {
        on: dayOrNull(row.endOn),
        askedBySide: row.endAskedBySide,
        askedOn: dayOrNull(row.endAskedOn),
        reason: row.endReason,
        agreedOn: dayOrNull(row.endAgreedOn),
      };
}

async function findTitle(tx: Tx, actor: AreaActor, id: string | null) {
  const record = id && (await findBase(tx, actor, id));
  return record ? { id: record.id, title: record.title } : null;
}

/** The proposal that waits with a change of the text. */
async function findProposalOf(tx: Tx, { id, bySide, number }: Version) {
  const proposal = await tx.proposal.findUnique({ where: { versionId: id }, select: { recordId: true } });
  return proposal && { proposalId: proposal.recordId, bySide, number };
}
