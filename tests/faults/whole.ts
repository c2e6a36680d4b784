import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { scorer } from "../../app/composition/emitters.ts";
import { findSource } from "../../app/composition/facts.server.ts";
import { canonicalFact, inputsOf } from "../../app/composition/score-inputs.server.ts";
import { findFacts, findFigures, findKept } from "../../app/composition/score-store.server.ts";
import { clearFiles } from "../../app/composition/sweep-files.server.ts";
import { dayOf as scoringDay } from "../../app/features/scoring/day.ts";
import { factSchema } from "../../app/features/scoring/facts.ts";
import { systemClock, todayBy } from "../../app/platform/clock.ts";
import { setConnection } from "../../app/platform/database/connection.server.ts";
import { closeDatabase, inTransaction, type Tx } from "../../app/platform/db.server.ts";
import type { Ground } from "./ground.ts";

const LATER_MS = 2 * 3_600_000;
const NEAR = 1e-9;

/** What is wrong with the whole of what is held, whoever wrote it: facts, scores and files. */
export async function findFlaws(ground: Ground, dataDir: string): Promise<string[]> {
  setConnection(ground.appUrl);
  try {
    const flaws = await inTransaction(
      `user:${ground.place.community.lead.id}`,
      todayBy(systemClock),
      async (tx) => [...(await wrongFacts(tx)), ...(await wrongScore(tx, ground))],
    );
    // The hour after which nobody can still be about to finish has passed.
    await clearFiles({ now: () => new Date(Date.now() + LATER_MS) });
    return [...flaws, ...(await wrongFiles(ground, dataDir))];
  } finally {
    await closeDatabase();
  }
}

/** Facts that are held and would not be made now, or the other way round. */
async function wrongFacts(tx: Tx): Promise<string[]> {
  const records = await tx.record.findMany({ where: { level: "shared" }, select: { id: true } });
  const held = await tx.scoringFact.findMany({
    where: { knownUntil: null },
    select: { sourceId: true, body: true },
  });
  const wrong: string[] = [];
  for (const { id } of records) {
    const source = await findSource(tx, id);
    const made = (source?.facts ?? []).map(canonicalFact).sort();
    const kept = held
      .filter(({ sourceId }) => sourceId === id)
      .map(({ body }) => canonicalFact(factSchema.parse(body)));
    if (JSON.stringify(made) !== JSON.stringify(kept.sort())) wrong.push(`the facts of record ${id}`);
  }
  return wrong;
}

/** The score as it is kept, against the same from nothing but the facts. */
async function wrongScore(tx: Tx, { place }: Ground): Promise<string[]> {
  const { relationshipId } = place.council;
  const today = todayBy(systemClock);
  const facts = await findFacts(tx, relationshipId);
  const kept = await findFigures(tx, relationshipId, today);
  const scratch = scorer.score(facts, scoringDay(today));
  const pairs = [
    ["overall", kept.overall, scratch.overall] as const,
    ...Object.entries(scratch.components).map(
      ([name, { value }]) => [name, Reflect.get(kept.components, name)?.value, value] as const,
    ),
  ];
  const wrong = pairs.filter(
    ([, a, b]) => typeof a !== "number" || typeof b !== "number" || Math.abs(a - b) > NEAR,
  );
  const isStale = (await findKept(tx, relationshipId))?.inputs !== inputsOf(facts);
  return [
    ...wrong.map(([name, a, b]) => `the score: ${name} is kept as ${a} and comes to ${b}`),
    ...(isStale ? ["the score says that it was made from other facts"] : []),
  ];
}

/** Rows without their file, and files without their row. */
async function wrongFiles({ place }: Ground, dataDir: string): Promise<string[]> {
  const rows = await inTransaction(`user:${place.community.lead.id}`, todayBy(systemClock), (tx) =>
    tx.attachment.findMany({ where: { removedAt: null }, select: { id: true, sha256: true } }),
  );
  const wanted = new Set(rows.map(({ id, sha256 }) => `${id}-${sha256}`));
  const there = filesIn(join(dataDir, "files"));
  const names = new Set(there.map((path) => path.split("/").at(-1) ?? ""));
  return [
    ...[...wanted].filter((name) => !names.has(name)).map((name) => `no file ${name}`),
    ...[...names].filter((name) => !wanted.has(name)).map((name) => `nobody's file ${name}`),
    ...there.filter((path) => !path.endsWith(hashOf(path))).map((path) => `another content in ${path}`),
  ];
}

const hashOf = (path: string) => createHash("sha256").update(readFileSync(path)).digest("hex");

function filesIn(folder: string): string[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
