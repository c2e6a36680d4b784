import { findMouFacts } from "~/features/agreements/mou.queries.server";
import { findProposalFact } from "~/features/agreements/proposal.queries.server";
import { findAimFact } from "~/features/aims/aims.queries.server";
import { findCommitmentFact } from "~/features/commitments/commitments.queries.server";
import { findEvidenceFact } from "~/features/evidence/evidence.queries.server";
import { findHandoverFact, findPostOf } from "~/features/handovers/handover.queries.server";
import { findMissedHandover, findPostsAfter } from "~/features/handovers/missed-handovers.queries.server";
import { findMeetingFacts } from "~/features/meetings/meeting.queries.server";
import { findLeadFacts } from "~/features/people/leads.queries.server";
import { findMilestoneFact, findPartOf } from "~/features/projects/milestones.queries.server";
import { findProjectFact } from "~/features/projects/projects.queries.server";
import type { RecordKind } from "~/features/records/record";
import { findRhythmFact } from "~/features/records/rhythm.queries.server";
import { findRequestFact } from "~/features/requests/request.queries.server";
import type { Fact } from "~/features/scoring/facts";
import type { Tx } from "~/platform/db.server";

/** What a source (a record, a named lead) says to the score now, and whose score it is part of. */
export type Source = {
  id: string;
  areaId: string;
  /** Null: in each of the area's relationships. */
  relationshipId: string | null;
  facts: Fact[];
  /** Sources whose facts follow this one's: what a milestone is part of, a post that changes hands. */
  partOf?: readonly string[];
};

type FactFinder = (tx: Tx, recordId: string) => Promise<Fact[]>;

/** How each kind of record is read as facts; null: the kind says nothing to the score. */
const FINDERS: Record<RecordKind, FactFinder | null> = {
  meeting: findMeetingFacts,
  "meeting-series": null,
  commitment: one(findCommitmentFact),
  request: one(findRequestFact),
  project: one(findProjectFact),
  milestone: one(findMilestoneFact),
  rhythm: one(findRhythmFact),
  mou: findMouFacts,
  proposal: one(findProposalFact),
  handover: one(findHandoverFact),
  evidence: one(findEvidenceFact),
  aim: one(findAimFact),
  note: null,
};

/** What follows a record of a kind. */
const FOLLOWING: Partial<Record<RecordKind, (tx: Tx, recordId: string) => Promise<string[]>>> = {
  meeting: findPostsAfter,
  milestone: findPartOf,
  handover: findPostOf,
};

function one(find: (tx: Tx, id: string) => Promise<Fact | null>): FactFinder {
  return async (tx, id) => {
    const fact = await find(tx, id);
    return fact ? [fact] : [];
  };
}

/** The facts of one source as it stands; null where the id is of nothing that can score. */
export async function findSource(tx: Tx, id: string): Promise<Source | null> {
  const record = await tx.record.findUnique({
    where: { id },
    select: { kind: true, areaId: true, relationshipId: true, level: true, binnedAt: true, voidedOn: true },
  });
  if (!record) return findPostSource(tx, id);
  if (record.level !== "shared") return null;
  const { areaId, relationshipId, binnedAt, voidedOn } = record;
  const finder = FINDERS[record.kind as RecordKind];
  if (!finder) return null;
  const facts = binnedAt || voidedOn ? [] : await finder(tx, id);
  const partOf = (await FOLLOWING[record.kind as RecordKind]?.(tx, id)) ?? [];
  return { id, areaId, relationshipId, facts, partOf };
}

/** What a post says: as a named lead's, and as a contact's that ended without a handover. Null: nothing, ever. */
async function findPostSource(tx: Tx, id: string): Promise<Source | null> {
  const missed = await findMissedHandover(tx, id);
  const lead = await findLeadFacts(tx, id);
  if (!missed) return lead;
  const leads = lead?.facts.filter((fact) => fact.type === "appointment") ?? [];
  return { ...missed, facts: [...leads, ...missed.facts] };
}
