import { dayOf as scoringDay } from "~/features/scoring/day";
import { type Fact, factSchema } from "~/features/scoring/facts";
import { currentMethod } from "~/features/scoring/methods";
import type { Rolled } from "~/features/scoring/rolled";
import { createRoller, rolledSchema } from "~/features/scoring/rolled";
import type { Figures } from "~/features/scoring/score";
import type { Day } from "~/platform/calendar/day";
import { dayToDate } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import { toJson } from "~/platform/json-column.server";
import { emit } from "./emitters";

/** The rolled score of the current method: what a write moves, and what every page reads. */
export const roller = createRoller(emit, currentMethod);

type FactRow = { body: unknown };

/** Every fact of a relationship as held now, or as it was known at an instant. As costly as its history. */
export async function findFacts(
  tx: Tx,
  relationshipId: string,
  knownAt: Date | null = null,
): Promise<Fact[]> {
  const rows = await tx.$queryRaw<FactRow[]>`
    SELECT * FROM app.scoring_facts(${relationshipId}::uuid, ${knownAt}::timestamptz, NULL)`;
  return rows.map((row) => factSchema.parse(row.body));
}

/** The facts that a rolled state needs another look at. As costly as they are many, whatever the history. */
export async function findLiveFacts(tx: Tx, relationshipId: string, state: Rolled): Promise<Fact[]> {
  const ids = Object.keys(state.live);
  if (ids.length === 0) return [];
  const sources = [...new Set(ids.map(sourceOf))];
  const rows = await tx.$queryRaw<FactRow[]>`
    SELECT * FROM app.scoring_facts(${relationshipId}::uuid, NULL, ${sources}::uuid[])`;
  return rows.map((row) => factSchema.parse(row.body)).filter((fact) => state.live[fact.id] !== undefined);
}

/** The source of a fact: its id, or the part before a '.' where a source gives several. */
export function sourceOf(factId: string): string {
  return factId.slice(0, UUID_LENGTH);
}
const UUID_LENGTH = 36;

/** The stored rolled state, or null where none has been kept yet. */
export async function findState(tx: Tx, relationshipId: string): Promise<Rolled | null> {
  const row = await tx.scoreState.findUnique({
    where: { relationshipId_methodId: { relationshipId, methodId: currentMethod.id } },
    select: { state: true },
  });
  const parsed = rolledSchema.safeParse(row?.state);
  return parsed.success ? parsed.data : null;
}

/** Keeps a state. Under the scorer's principal alone. */
export async function keepState(
  tx: Tx,
  relationshipId: string,
  state: Rolled,
  today: Day,
  now: Date,
): Promise<void> {
  const methodId = currentMethod.id;
  const kept = { asOf: dayToDate(today), state: toJson(state), updatedAt: now };
  await tx.scoreState.upsert({
    where: { relationshipId_methodId: { relationshipId, methodId } },
    create: { relationshipId, methodId, ...kept },
    update: kept,
    select: { relationshipId: true },
  });
}

/** The figures of a relationship today: the rolled state carried to this day, or from scratch where none was kept. */
export async function findFigures(tx: Tx, relationshipId: string, today: Day): Promise<Figures> {
  const day = scoringDay(today);
  const kept = await findState(tx, relationshipId);
  if (kept && kept.day <= day) {
    return roller.scoreRolled(kept, await findLiveFacts(tx, relationshipId, kept), day);
  }
  const facts = await findFacts(tx, relationshipId);
  return roller.scoreRolled(roller.rebuild(facts, day), facts, day);
}
