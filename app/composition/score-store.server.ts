import { z } from "zod";
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
import { emit, scorer } from "./emitters";

/** The rolled score of the current method: what a write moves, and what every page reads. */
export const roller = createRoller(emit, currentMethod);

type FactRow = { body: unknown };

/**
 * Every fact of a relationship as held now, or as it was known at an instant; with what it has taken over by today, or by
 * that day. As costly as its history.
 */
export async function findFacts(
  tx: Tx,
  relationshipId: string,
  knownAt: Date | null = null,
  on: Day | null = null,
): Promise<Fact[]> {
  const rows = await tx.$queryRaw<FactRow[]>`
    SELECT * FROM app.scoring_facts(${relationshipId}::uuid, ${knownAt}::timestamptz, NULL, ${on}::date)`;
  return rows.map((row) => factSchema.parse(row.body));
}

/** The facts that a rolled state needs another look at. As costly as they are many, whatever the history. */
export async function findLiveFacts(tx: Tx, relationshipId: string, state: Rolled): Promise<Fact[]> {
  const ids = Object.keys(state.live);
  if (ids.length === 0) return [];
  const sources = [...new Set(ids.map(sourceOf))];
  const rows = await tx.$queryRaw<FactRow[]>`
    SELECT * FROM app.scoring_facts(${relationshipId}::uuid, NULL, ${sources}::uuid[], NULL)`;
  return rows.map((row) => factSchema.parse(row.body)).filter((fact) => state.live[fact.id] !== undefined);
}

/** The source of a fact: its id, or the part before a '.' where a source gives several. */
export function sourceOf(factId: string): string {
  return factId.slice(0, UUID_LENGTH);
}
const UUID_LENGTH = 36;

/**
 * A stored score (docs/method.md 9): beside its method, the day it is as of and the instant up to which things were known to
 * it, which are columns, the hash of the method's parameters and of the facts it was made from. No name is in it.
 */
const storedSchema = z.strictObject({
  rolled: rolledSchema,
  parameterHash: z.literal(currentMethod.parameterHash),
  inputs: z.string().regex(/^[0-9a-f]{64}$/),
});

export type Kept = { state: Rolled; inputs: string };

/** The stored rolled state, or null where none has been kept yet. */
export async function findState(tx: Tx, relationshipId: string): Promise<Rolled | null> {
  return (await findKept(tx, relationshipId))?.state ?? null;
}

/** The stored score with the hash of what it was made from; null where none of this method's parameters is kept. */
export async function findKept(tx: Tx, relationshipId: string): Promise<(Kept & { updatedAt: Date }) | null> {
  // What was kept before this relationship took another over lacks the other's facts: it is not used.
  const [row] = await tx.$queryRaw<{ state: unknown; updatedAt: Date }[]>`
    SELECT state, updated_at AS "updatedAt" FROM score_state
    WHERE relationship_id = ${relationshipId}::uuid AND method_id = ${currentMethod.id}
      AND as_of >= COALESCE(app.joined_on(relationship_id, app.today()), as_of)`;
  const parsed = storedSchema.safeParse(row?.state);
  if (!row || !parsed.success) return null;
  return { state: parsed.data.rolled, inputs: parsed.data.inputs, updatedAt: row.updatedAt };
}

/** Keeps a state, and what it was made from. Under the scorer's principal alone. */
export async function keepState(
  tx: Tx,
  relationshipId: string,
  { state: rolled, inputs }: Kept,
  today: Day,
  now: Date,
): Promise<void> {
  const { id: methodId, parameterHash } = currentMethod;
  const state = toJson({ rolled, parameterHash, inputs });
  const kept = { asOf: dayToDate(today), state, updatedAt: now };
  await tx.scoreState.upsert({
    where: { relationshipId_methodId: { relationshipId, methodId } },
    create: { relationshipId, methodId, ...kept },
    update: kept,
    select: { relationshipId: true },
  });
}

/** A rolled score with the facts it still looks at, the figures these give today, and when it was last written. */
export type Standing = { figures: Figures; state: Rolled; live: Fact[]; keptAt: string };

/**
 * Where a relationship stands today: the rolled state carried to this day, or from scratch where none was kept. Whoever has
 * read all its facts as held now gives them (`facts`), and none is read again.
 */
export async function findStanding(
  tx: Tx,
  relationshipId: string,
  today: Day,
  facts?: readonly Fact[],
): Promise<Standing> {
  const day = scoringDay(today);
  const kept = await findKept(tx, relationshipId);
  const state =
    kept && kept.state.day <= day
      ? kept.state
      : roller.rebuild(facts ?? (await findFacts(tx, relationshipId)), day);
  const live =
    facts?.filter(({ id }) => state.live[id] !== undefined) ??
    (await findLiveFacts(tx, relationshipId, state));
  const keptAt = kept?.updatedAt.toISOString() ?? "";
  return { figures: roller.scoreRolled(state, live, day), state, live, keptAt };
}

/** The figures of a relationship today. */
export async function findFigures(tx: Tx, relationshipId: string, today: Day): Promise<Figures> {
  return (await findStanding(tx, relationshipId, today)).figures;
}

/** The figures with a record not (yet) made, added or in place of the one with its id; `facts` are all there are. */
export function figuresWith(
  { state, live }: Standing,
  facts: readonly Fact[],
  hypothetical: Fact,
  today: Day,
): Figures {
  const day = scoringDay(today);
  const isOther = ({ id }: Fact) => id !== hypothetical.id;
  const before = facts.find((fact) => !isOther(fact));
  const then = roller.apply(state, before ? { before, after: hypothetical } : { after: hypothetical }, day);
  return then === "rebuild"
    ? scorer.score([...facts.filter(isOther), hypothetical], day)
    : roller.scoreRolled(then, [...live.filter(isOther), hypothetical], day);
}
