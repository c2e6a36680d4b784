import { type Day, dateToDay } from "~/platform/calendar/day";
import type { Prisma, Tx } from "~/platform/db.server";
import { type AreaActor, partsOf, type Side } from "../identity/actor";
import type { FactOf } from "../scoring/facts";
import type { RecordBase } from "./record";
import { canLead } from "./record.policy";
import { baseSelect, toBase, visibleTo } from "./record.queries.server";
import { agreedOn, type Rhythm, type RhythmState, rhythmState, rhythmWaitsOn } from "./rhythm";
import { toRhythmFact } from "./rhythm.facts";

const rhythmSelect = {
  idealGapDays: true,
  longestGapDays: true,
  agreedByCouncilOn: true,
  agreedByCommunityOn: true,
  declinedOn: true,
  declinedReason: true,
} satisfies Prisma.RhythmSelect;

type Row = Prisma.RhythmGetPayload<{ select: typeof rhythmSelect }>;

const day = (date: Date | null) => (date === null ? null : dateToDay(date));

/** A row as the pure code takes it. */
export function toRhythm(row: Omit<Row, "declinedReason">): Rhythm {
  return {
    idealGapDays: row.idealGapDays,
    longestGapDays: row.longestGapDays,
    agreedByCouncilOn: day(row.agreedByCouncilOn),
    agreedByCommunityOn: day(row.agreedByCommunityOn),
    declinedOn: day(row.declinedOn),
  };
}

/** A rhythm with where it stands, as its page shows it. */
export type RhythmView = {
  id: string;
  idealGapDays: number;
  longestGapDays: number;
  proposedBy: Side;
  proposedOn: Day;
  state: RhythmState;
  agreedOn: Day | null;
  declinedOn: Day | null;
  declinedReason: string | null;
  waitsOn: Side | null;
  canAnswer: boolean;
};

/** Every rhythm proposed in one relationship, the latest first. */
export async function findRhythms(tx: Tx, actor: AreaActor, relationshipId: string): Promise<RhythmView[]> {
  const rows = await tx.record.findMany({
    where: {
      AND: [visibleTo(actor), { kind: "rhythm", relationshipId: { in: partsOf(actor, relationshipId) } }],
    },
    orderBy: [{ recordedAt: "desc" }, { id: "desc" }],
    select: { ...baseSelect, rhythm: { select: rhythmSelect } },
    take: 50,
  });
  return rows.flatMap(({ rhythm: row, ...base }) =>
    row === null ? [] : [toView(actor, toBase(base), toRhythm(row), row.declinedReason)],
  );
}

function toView(
  actor: AreaActor,
  base: RecordBase,
  rhythm: Rhythm,
  declinedReason: string | null,
): RhythmView {
  const waitsOn = rhythmWaitsOn(rhythm, base.side);
  return {
    id: base.id,
    idealGapDays: rhythm.idealGapDays,
    longestGapDays: rhythm.longestGapDays,
    proposedBy: base.side,
    proposedOn: base.occurredOn,
    state: rhythmState(rhythm),
    agreedOn: agreedOn(rhythm),
    declinedOn: rhythm.declinedOn,
    declinedReason,
    waitsOn,
    canAnswer: waitsOn === actor.side && canLead(actor) === true,
  };
}

/** The rhythm in force in a relationship: of the agreed ones, that agreed last; null: none was. */
export async function findAgreedRhythm(
  tx: Tx,
  actor: AreaActor,
  relationshipId: string,
): Promise<RhythmView | null> {
  const agreed = (await findRhythms(tx, actor, relationshipId)).filter(({ state }) => state === "agreed");
  return agreed.sort((a, b) => ((a.agreedOn ?? "") < (b.agreedOn ?? "") ? 1 : -1))[0] ?? null;
}

/** What a rhythm says to the score; null where it says nothing. */
export async function findRhythmFact(tx: Tx, recordId: string): Promise<FactOf<"rhythm"> | null> {
  const row = await tx.record.findUnique({
    where: { id: recordId },
    select: { ...baseSelect, rhythm: { select: rhythmSelect } },
  });
  return row?.rhythm ? toRhythmFact(toBase(row), toRhythm(row.rhythm)) : null;
}
