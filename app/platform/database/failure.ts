/** A reason to stop that a person can act on: the message is one line, says what is wrong and what to do. */
export class StartFailure extends Error {
  override name = "StartFailure";
}

type Place = { path: string; what: string };

/** Words of the operating system and of PostgreSQL, and what to tell the person who meets them. */
const KNOWN: ReadonlyArray<readonly [RegExp, (place: Place) => string]> = [
  [
    /ENOSPC|EDQUOT|No space left on device|Disk quota exceeded/,
    ({ path, what }) => `The disk holding ${what} (${path}) is full: free some space and start again.`,
  ],
  [
    /EROFS|Read-only file system/,
    ({ path, what }) =>
      `${what} (${path}) is on a read-only disk: set DATA_DIR to a folder that can be written.`,
  ],
  [
    /EACCES|EPERM|[Pp]ermission denied|wrong ownership/,
    ({ path, what }) =>
      `No permission to use ${what} (${path}): give this user read and write access to it, or set DATA_DIR to a folder that has it.`,
  ],
  [
    /ENOTDIR|EEXIST: file already exists, mkdir/,
    ({ path, what }) => `${what} (${path}) is not a folder: set DATA_DIR to a folder.`,
  ],
  [
    /could not create shared memory|Cannot allocate memory|out of memory/,
    () =>
      "PostgreSQL could not get the memory it needs: stop other programs, or set DATABASE_URL to a database elsewhere.",
  ],
];

/** Turns an error, or what PostgreSQL wrote before it gave up, into one clear line where the cause is known. */
export function explain(error: unknown, place: Place): StartFailure | undefined {
  if (error instanceof StartFailure) return error;
  const text = error instanceof Error ? `${errorCode(error) ?? ""} ${error.message}` : String(error);
  const known = KNOWN.find(([pattern]) => pattern.test(text));
  return known && new StartFailure(known[1](place), { cause: error });
}

/** The `code` of a system or PostgreSQL error, if it has one. */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}
