import { randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { getEnvironment } from "~/platform/environment.server";
import { idSchema } from "~/platform/ids";
import { hashOfKey, pseudonymOf } from "./pseudonym.server";

const KEY_BYTES = 32;
const ENDING = ".key";

/** Whether the key that a study was opened with is there; `wrong`: another file lies in its place. */
export type KeyState = "here" | "missing" | "wrong";
type Keyed = { readonly id: string; readonly keyHash: string };

const folder = () => join(getEnvironment().DATA_DIR, "studies");
const pathOf = (studyId: string) => join(folder(), `${studyId}${ENDING}`);

/**
 * Makes the key of a new study and gives its hash. It lies in a file of its own that only this process's user reads, in no
 * database and in no backup: with it gone, nobody can say any more which area a pseudonym meant.
 */
export function makeStudyKey(studyId: string): string {
  const key = randomBytes(KEY_BYTES);
  mkdirSync(folder(), { recursive: true, mode: 0o700 });
  writeFileSync(pathOf(studyId), key, { mode: 0o600, flag: "wx", flush: true });
  return hashOfKey(key);
}

/** What areas are called in a study; null where its key is not here, and no row can be made for it. */
export function pseudonymsOf(study: Keyed): ((relationshipId: string) => string) | null {
  const key = readKey(study.id);
  if (key === null || hashOfKey(key) !== study.keyHash) return null;
  return (relationshipId) => pseudonymOf(key, relationshipId);
}

/** How it stands with a study's key. */
export function keyStateOf(study: Keyed): KeyState {
  const key = readKey(study.id);
  if (key === null) return "missing";
  return hashOfKey(key) === study.keyHash ? "here" : "wrong";
}

/** Destroys a study's key: written over, then gone. Twice is once. */
export function destroyStudyKey(studyId: string): void {
  const path = pathOf(studyId);
  if (readKey(studyId) !== null) writeFileSync(path, Buffer.alloc(KEY_BYTES), { flush: true });
  rmSync(path, { force: true });
}

/** The studies a key lies here for, and since when. */
export function findStudyKeys(): { studyId: string; madeAt: Date }[] {
  return namesIn(folder()).flatMap((name) => {
    const studyId = name.slice(0, -ENDING.length);
    const found =
      idSchema.safeParse(studyId).success && name.endsWith(ENDING) ? statOf(join(folder(), name)) : undefined;
    return found ? [{ studyId, madeAt: found.mtime }] : [];
  });
}

function readKey(studyId: string): Buffer | null {
  return orNull(() => readFileSync(pathOf(studyId)));
}

function namesIn(path: string): string[] {
  return orNull(() => readdirSync(path)) ?? [];
}

function statOf(path: string) {
  return orNull(() => statSync(path)) ?? undefined;
}

/** What is not there is no fault; anything else is. */
function orNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}
