import { createHmac, timingSafeEqual } from "node:crypto";
import { mkdir, open, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import type { Client } from "pg";
import { z } from "zod";
import { StartFailure } from "../database/failure.ts";
import { enterMaintenance } from "./tables.ts";

const erasureSchema = z.strictObject({
  id: z.uuid(),
  personId: z.uuid().nullable(),
  userId: z.uuid().nullable(),
  /** Where a lead asked, and the day: names are cut out of that area's words. A line from before that has neither. */
  areaId: z.uuid().nullable().optional(),
  askedOn: z.iso.date().optional(),
  reason: z.string().max(40),
  doneOn: z.iso.date(),
  /** Places whose words named somebody else of that name. */
  leftAlone: z.array(
    z.strictObject({ place: z.string(), name: z.string(), key: z.record(z.string(), z.unknown()) }),
  ),
});
const lineSchema = erasureSchema.extend({ seal: z.string() });

/** An erasure that was carried out: ids, a day and a word. Nothing of who they were. */
export type DoneErasure = z.infer<typeof erasureSchema>;
type Line = z.infer<typeof lineSchema>;

/** The log of a folder, and how many of its lines this instance's secret did not seal. */
export type ErasureLog = { erasures: DoneErasure[]; unsealed: number };

const pathIn = (folder: string) => join(folder, "erasures.jsonl");

function sealOf(
  { id, personId, userId, areaId, askedOn, reason, doneOn, leftAlone }: DoneErasure,
  secret: string,
): string {
  const asked = askedOn === undefined ? [] : [areaId, askedOn];
  const text = JSON.stringify([id, personId, userId, reason, doneOn, leftAlone, ...asked]);
  return createHmac("sha256", secret).update(`erasure ${text}`).digest("hex");
}

function isSealed(line: Line, secret: string): boolean {
  const [given, own] = [Buffer.from(line.seal), Buffer.from(sealOf(line, secret))];
  return given.length === own.length && timingSafeEqual(given, own);
}

async function readLines(folder: string): Promise<Line[]> {
  const text = await readFile(pathIn(folder), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
  try {
    return text
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => lineSchema.parse(JSON.parse(line)));
  } catch {
    throw new StartFailure(
      `${pathIn(folder)} is not a log of erasures any more: put back a good copy of it.`,
    );
  }
}

/** The erasures noted in these folders, each once. A folder without a log has none. */
export async function readErasureLogs(folders: readonly string[], secret: string): Promise<ErasureLog> {
  const lines = (await Promise.all([...new Set(folders)].map(readLines))).flat();
  const byId = new Map(lines.map((line) => [line.id, line]));
  return {
    erasures: [...byId.values()].map(({ seal: _, ...erasure }) => erasure),
    unsealed: [...byId.values()].filter((line) => !isSealed(line, secret)).length,
  };
}

/**
 * Notes the erasures carried out, beside the backups and in none of them: a backup that is older than an erasure is put
 * back with it done again. What the log has already stays. It is on the disk when this returns.
 */
export async function noteErasures(
  folder: string,
  done: readonly DoneErasure[],
  secret: string,
): Promise<void> {
  const lines = new Map((await readLines(folder)).map((line) => [line.id, line]));
  if (done.length === 0 && lines.size === 0) return;
  for (const one of done) lines.set(one.id, lineSchema.parse({ ...one, seal: sealOf(one, secret) }));
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const aside = `${pathIn(folder)}.${process.pid}`;
  const file = await open(aside, "w", 0o600);
  await file.writeFile([...lines.values()].map((line) => `${JSON.stringify(line)}\n`).join(""));
  await file.sync();
  await file.close();
  await rename(aside, pathIn(folder));
}

/** The erasures a database knows to be done; none where it is older than erasures. */
export async function findDoneErasures(client: Client): Promise<DoneErasure[]> {
  const { rows: made } = await client.query("select to_regclass('public.erasure') is not null as made");
  if (made[0]?.made !== true) return [];
  await client.query("begin read only");
  await enterMaintenance(client);
  const { rows } = await client.query(
    `select id, person_id as "personId", user_id as "userId", area_id as "areaId", asked_on::text as "askedOn",
       reason, done_on::text as "doneOn", left_alone as "leftAlone" from erasure where done_on is not null order by id`,
  );
  await client.query("rollback");
  return z.array(erasureSchema).parse(rows);
}

/** Erases again whoever was erased after the backup was taken; how many there were. All of them, or none. */
export async function redoErasures(client: Client, erasures: readonly DoneErasure[]): Promise<number> {
  let redone = 0;
  await client.query("begin");
  await enterMaintenance(client);
  for (const { id, personId, userId, areaId, askedOn, reason, doneOn } of erasures) {
    // In every area that asked, at the first of them: a name that is erased is nowhere to be looked for.
    const same = erasures.filter((one) => one.id === id || (personId && one.personId === personId));
    const areas = same.flatMap((one) => one.areaId ?? []);
    const leftAlone = same.flatMap((one) => one.leftAlone);
    const { rows } = await client.query<{ redone: boolean }>(
      "select app.redo_erasure($1, $2, $3, $4, $5, $6, $7, $8, $9) as redone",
      [
        ...[id, personId, userId, areaId ?? null, areas, askedOn ?? doneOn, reason],
        ...[JSON.stringify(leftAlone), doneOn],
      ],
    );
    if (rows[0]?.redone) redone++;
  }
  await client.query("commit");
  return redone;
}
