import type { ElectionView } from "~/features/elections/election-views";
import { findPeriodOn } from "~/features/elections/elections.queries.server";
import { evidenceSelect, toEntry } from "~/features/evidence/evidence-rows.server";
import { editEvidence, recordEvidence } from "~/features/evidence/record-evidence.commands.server";
import type { AreaActor } from "~/features/identity/actor";
import { visibleTo } from "~/features/records/record.queries.server";
import { type Context, relationshipFor } from "~/features/records/recording.server";
import { type Day, dateToDay } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import { type FormDay, resolveDay } from "~/platform/form-days";

const PUBLICITY = "publicity";

type Typed = { kind: string } & Readonly<Record<string, unknown>>;

/** Publicity in a pre-election period that is not said to be checked counts as not checked yet: it is saved all the same. */
async function withElection<T extends Typed>(
  { tx, today }: Context,
  actor: AreaActor,
  relationshipId: string | null,
  typed: T,
): Promise<T> {
  if (typed.kind !== PUBLICITY || typed.election === "checked" || typeof typed.on !== "string") return typed;
  const on = resolveDay(typed.on as FormDay, today);
  const period = await findPeriodOn(tx, actor, relationshipId, on, today);
  return period === null ? typed : { ...typed, election: "unchecked" };
}

/** Records an entry of any kind, knowing the council's elections. */
export const recordEntry: typeof recordEvidence = {
  ...recordEvidence,
  run: async (context, actor, typed) => {
    const relationshipId = relationshipFor(actor, typed.council);
    return recordEvidence.run(context, actor, await withElection(context, actor, relationshipId, typed));
  },
};

/** Changes an entry of any kind, knowing the council's elections. */
export const editEntry: typeof editEvidence = {
  ...editEvidence,
  run: async (context, subject, typed) => {
    const { actor, record } = subject;
    const known = await withElection(context, actor, record.relationshipId, typed);
    return editEvidence.run(context, subject, known);
  },
};

/** The election in whose pre-election period an entry was published without a check; null: nothing is asked. */
export async function findSignOff(
  tx: Tx,
  actor: AreaActor,
  id: string,
  today: Day,
): Promise<ElectionView | null> {
  const row = await tx.record.findFirst({
    where: { AND: [visibleTo(actor), { id, evidence: { kind: PUBLICITY } }] },
    select: { side: true, relationshipId: true, occurredOn: true, evidence: { select: evidenceSelect } },
  });
  if (!row?.evidence) return null;
  const on = dateToDay(row.occurredOn);
  const { values } = toEntry(row.evidence, { side: row.side, occurredOn: on });
  return values.election === "checked" ? null : findPeriodOn(tx, actor, row.relationshipId, on, today);
}

/** Whether a kind of entry asks for a check before an election. */
export function asksBeforeElections(kind: string): boolean {
  return kind === PUBLICITY;
}
