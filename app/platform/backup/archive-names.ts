import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";

/** The name of an archive taken at an instant: names sort by time. */
export function archiveName(takenAt: Date): string {
  return `common-ground-${takenAt.toISOString().replace(/[-:]|\.\d+/g, "")}.tar.gz`;
}

/** The archives in a folder, the newest first. */
export async function findArchives(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  const ours = names.filter((name) => /^common-ground-\d{8}T\d{6}Z\.tar\.gz$/.test(name));
  return ours
    .sort()
    .reverse()
    .map((name) => join(folder, name));
}

/** Keeps the newest archives of a folder and deletes the others. */
export async function keepNewest(folder: string, keep: number): Promise<void> {
  for (const old of (await findArchives(folder)).slice(keep)) await rm(old, { force: true });
}
