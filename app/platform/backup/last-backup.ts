import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

const schema = z.strictObject({
  takenAt: z.iso.datetime(),
  file: z.string(),
  bytes: z.number().int().min(0),
  rows: z.number().int().min(0),
  files: z.number().int().min(0),
  seconds: z.number().min(0),
  /** When a backup was last restored to see whether it can be, and how long that took; null: not yet. */
  drill: z.strictObject({ at: z.iso.datetime(), seconds: z.number().min(0) }).nullable(),
});

/** The last good backup of an instance. */
export type LastBackup = z.infer<typeof schema>;

const pathIn = (folder: string) => join(folder, "last.json");

/** The last good backup noted in a folder; null: none, or a note that cannot be read. */
export async function findLastBackup(folder: string): Promise<LastBackup | null> {
  try {
    return schema.parse(JSON.parse(await readFile(pathIn(folder), "utf8")));
  } catch {
    return null;
  }
}

/** Notes a good backup; whoever reads meanwhile sees the one before. */
export async function noteBackup(folder: string, last: LastBackup): Promise<void> {
  const aside = `${pathIn(folder)}.${process.pid}`;
  await writeFile(aside, `${JSON.stringify(schema.parse(last), null, 2)}\n`, { mode: 0o600 });
  await rename(aside, pathIn(folder));
}
