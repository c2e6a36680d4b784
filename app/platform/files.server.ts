import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { copyFile, mkdir, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { getEnvironment } from "./environment.server";
import { keptPath } from "./kept-path";

/** A file that lies on the disk and belongs to nothing yet: what was sent, before its row is written. */
export type Incoming = { path: string; sha256: string; bytes: number };

/** What names a file that is kept. */
export type Kept = { id: string; sha256: string };

const folder = (...parts: string[]) => join(getEnvironment().DATA_DIR, "files", ...parts);
const pathOf = (kept: Kept) => keptPath(getEnvironment().DATA_DIR, kept);

/** Puts what was sent aside until its row is written; readable by this process's user alone. */
export async function putAside(content: Uint8Array): Promise<Incoming> {
  const sha256 = createHash("sha256").update(content).digest("hex");
  await mkdir(folder("incoming"), { recursive: true, mode: 0o700 });
  const path = folder("incoming", `${randomUUID()}-${sha256}`);
  await writeFile(path, content, { mode: 0o600, flag: "wx" });
  return { path, sha256, bytes: content.byteLength };
}

/** Its row is written: moves the file to where it is read from. Twice is once. */
export async function keep(incoming: Pick<Incoming, "path">, kept: Kept): Promise<void> {
  const path = pathOf(kept);
  await mkdir(join(path, ".."), { recursive: true, mode: 0o700 });
  try {
    await rename(incoming.path, path);
  } catch (error) {
    // Somebody who cleared up, or read it, was first.
    if (!(await isKept(kept))) throw error;
  }
}

/** Whether the file lies where it is read from. */
export async function isKept(kept: Kept): Promise<boolean> {
  return (await stat(pathOf(kept)).catch(() => null))?.isFile() ?? false;
}

/** Nothing was written: the file goes. */
export async function discard(incoming: Pick<Incoming, "path">): Promise<void> {
  await rm(incoming.path, { force: true });
}

/** Its row says that it was taken away: the file goes. Twice is once. */
export async function removeKept(kept: Kept): Promise<void> {
  await rm(pathOf(kept), { force: true });
}

/** A kept file to be sent, and its length; null: it is not there. */
export async function openKept(kept: Kept): Promise<{ body: ReadableStream; bytes: number } | null> {
  const path = pathOf(kept);
  if (!(await isKept(kept))) await keepLeft(kept);
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) return null;
  return { body: Readable.toWeb(createReadStream(path)) as ReadableStream, bytes: found.size };
}

/** A stop came between the row and the move: a copy of what lies aside goes to its place, as whoever put it there may be at it. */
async function keepLeft(kept: Kept): Promise<void> {
  const left = (await findLeftAside(new Date())).find(({ sha256 }) => sha256 === kept.sha256);
  if (left === undefined) return;
  const copy = { path: `${folder("incoming", randomUUID())}-${kept.sha256}` };
  await copyFile(left.path, copy.path);
  await keep(copy, kept);
}

/** What a save that did not come to its end left aside, and how long ago (in milliseconds). */
export async function findLeftAside(
  now: Date,
): Promise<(Pick<Incoming, "path" | "sha256"> & { age: number })[]> {
  const names = await readdir(folder("incoming")).catch(() => []);
  const found = await Promise.all(
    names.map(async (name) => {
      const path = folder("incoming", name);
      const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: now.getTime() }));
      return { path, sha256: name.slice(-SHA_LENGTH), age: now.getTime() - mtimeMs };
    }),
  );
  return found;
}
const SHA_LENGTH = 64;
