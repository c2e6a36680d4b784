import type { Actor } from "~/features/identity/actor";
import { findLeadFacts } from "~/features/people/leads.queries.server";
import { dayOf as scoringDay } from "~/features/scoring/day";
import { type Fact, factSchema } from "~/features/scoring/facts";
import type { Change, Rolled } from "~/features/scoring/rolled";
import type { CommandContext, EventEntry } from "~/platform/command.server";
import type { Tx } from "~/platform/db.server";
import { toJson } from "~/platform/json-column.server";
import { findSource, type Source } from "./facts.server";
import { canonicalFact, inputsAfter, inputsOf } from "./score-inputs.server";
import { findFacts, findKept, findLiveFacts, keepState, roller } from "./score-store.server";

type Context = CommandContext<Actor>;

/** What follows a write, in its transaction: facts of the touched records, then the score of their relationships. */
export async function afterWrite(context: Context, entries: readonly EventEntry[]): Promise<void> {
  const changed: Changed[] = [];
  const touched = touchedIn(entries);
  for (const id of touched) {
    const source = await findSource(context.tx, id);
    if (!source) continue;
    changed.push({ source, changes: await supersede(context, source) });
    // In this same walk: a set gives what is added to it on the way, and each once.
    for (const above of source.partOf ?? []) touched.add(above);
  }
  // A council's list is about no one area; the leads it names or ends are, in areas its importer need not stand in.
  for (const id of leadsIn(entries)) {
    const source = await findLeadFacts(context.tx, id);
    if (!source) continue;
    // A handover, or the want of one, is for those of the area to say: what is held of it stays.
    const changes = await asScorer(context, () => supersede(context, source, "handover"));
    changed.push({ source, changes });
  }
  const moved = changed.filter(({ changes }) => changes.length > 0);
  if (moved.length > 0) await rescore(context, moved);
}

/** Keeps what sources say to the score now, and moves the scores they are part of: of what no command of a user's wrote. */
export async function keepFacts(context: Keeping, sources: readonly Source[]): Promise<void> {
  const changed: Changed[] = [];
  for (const source of sources) changed.push({ source, changes: await supersede(context, source) });
  const moved = changed.filter(({ changes }) => changes.length > 0);
  if (moved.length > 0) await rescore(context, moved);
}

/** What keeping facts needs of a command's context. */
type Keeping = Pick<Context, "tx" | "today" | "now" | "newId">;

type Changed = { source: Source; changes: Change[] };

/** What writes about an area say they touched, once each. */
function touchedIn(entries: readonly EventEntry[]): Set<string> {
  const shared = entries.filter(
    ({ areaId, level, changesNoFact }) => areaId !== null && level === "shared" && !changesNoFact,
  );
  return new Set(
    shared.flatMap(({ subjectId, alsoTouched = [] }) => [...(subjectId ? [subjectId] : []), ...alsoTouched]),
  );
}

/** The named leads that writes about no one area say they touched. */
function leadsIn(entries: readonly EventEntry[]): Set<string> {
  const apart = entries.filter(({ areaId, level }) => areaId === null && level === "shared");
  return new Set(apart.flatMap(({ alsoTouched = [] }) => alsoTouched));
}

/** Ends the facts of a source that no longer hold and adds those that do; what changed, fact by fact. */
async function supersede(context: Keeping, source: Source, kept?: Fact["type"]): Promise<Change[]> {
  const { tx, now } = context;
  const rows = await tx.scoringFact.findMany({
    where: { sourceId: source.id, knownUntil: null },
    select: { id: true, body: true },
  });
  const facts = rows.map((row) => ({ row, fact: factSchema.parse(row.body) }));
  const held = new Map(facts.flatMap(({ row, fact }) => (fact.type === kept ? [] : [[fact.id, row]])));
  const changes: Change[] = [];
  for (const after of source.facts) {
    const row = held.get(after.id);
    held.delete(after.id);
    const before = row ? factSchema.parse(row.body) : undefined;
    if (before && same(before, after)) continue;
    if (row)
      await tx.scoringFact.update({ where: { id: row.id }, data: { knownUntil: now }, select: { id: true } });
    await tx.scoringFact.create({
      data: {
        id: context.newId(),
        sourceId: source.id,
        areaId: source.areaId,
        relationshipId: source.relationshipId,
        type: after.type,
        body: toJson(after),
        knownFrom: now,
      },
      select: { id: true },
    });
    changes.push(before ? { before, after } : { after });
  }
  for (const row of held.values()) {
    await tx.scoringFact.update({ where: { id: row.id }, data: { knownUntil: now }, select: { id: true } });
    changes.push({ before: factSchema.parse(row.body) });
  }
  return changes;
}

// Facts are made by the same code and parsed by the same schema: the same fact has the same text but for empty fields.
function same(a: Fact, b: Fact): boolean {
  return canonicalFact(a) === canonicalFact(b);
}

/** Moves the rolled score of every relationship the changes are part of; at a cost that does not grow with history. */
async function rescore(context: Keeping, changed: readonly Changed[]): Promise<void> {
  const { tx } = context;
  await asScorer(context, async () => {
    const byRelationship = new Map<string, Change[]>();
    for (const { source, changes } of changed) {
      for (const id of await relationshipsOf(tx, source)) {
        byRelationship.set(id, [...(byRelationship.get(id) ?? []), ...changes]);
      }
    }
    // In id order, so that two writes about all councils cannot wait for each other.
    for (const id of [...byRelationship.keys()].sort())
      await rescoreOne(context, id, byRelationship.get(id) ?? []);
  });
}

async function rescoreOne(
  { tx, today, now }: Keeping,
  relationshipId: string,
  changes: readonly Change[],
): Promise<void> {
  // Two writes about one relationship take turns: the second starts from what the first left.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${relationshipId}, 7))`;
  const day = scoringDay(today);
  const kept = await findKept(tx, relationshipId);
  const moved = kept && kept.state.day <= day ? applyAll(kept.state, changes, day) : ("rebuild" as const);
  if (kept === null || moved === "rebuild") {
    const facts = await findFacts(tx, relationshipId);
    const made = { state: roller.rebuild(facts, day), inputs: inputsOf(facts) };
    return keepState(tx, relationshipId, made, today, now);
  }
  const state = roller.settle(moved, await findLiveFacts(tx, relationshipId, moved), day);
  await keepState(tx, relationshipId, { state, inputs: inputsAfter(kept.inputs, changes) }, today, now);
}

function applyAll(kept: Rolled, changes: readonly Change[], day: number): Rolled | "rebuild" {
  let state: Rolled | "rebuild" = kept;
  for (const change of changes) {
    if (state === "rebuild") return state;
    state = roller.apply(state, change, day);
  }
  return state;
}

/** The one that holds its relationship today, or all of the area's where the source is about all councils, those of others included. */
async function relationshipsOf(tx: Tx, source: Source): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM app.relationships_of(${source.areaId}::uuid, ${source.relationshipId}::uuid) AS id`;
  return rows.map((row) => row.id);
}

/** Does `work` as the scorer, who alone keeps scores, and becomes the writer again. */
async function asScorer<T>({ tx }: Keeping, work: () => Promise<T>): Promise<T> {
  const [was] = await tx.$queryRaw<{ writer: string }[]>`
    SELECT app.principal() AS writer, set_config('app.principal', 'scorer', true)`;
  const done = await work();
  await tx.$executeRaw`SELECT set_config('app.principal', ${was?.writer ?? ""}, true)`;
  return done;
}
