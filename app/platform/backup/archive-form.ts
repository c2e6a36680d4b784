import { z } from "zod";

/** The number of the form described here; a reader refuses any other. */
export const FORM = 1;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const name = z.string().regex(/^[a-z_][a-z0-9_]{0,62}$/);
/** A table of public by its name, one of research with its schema's before it. */
const tableName = z.string().regex(/^(?:research\.)?[a-z_][a-z0-9_]{0,62}$/);
const count = z.number().int().min(0);

const tableSchema = z.strictObject({ name: tableName, columns: z.array(name).min(1), rows: count, sha256 });
const fileSchema = z.strictObject({ id: z.uuid(), sha256, bytes: count });
const jobSchema = z.strictObject({
  task: z.string().min(1).max(128),
  payload: z.unknown(),
  runAt: z.iso.datetime({ offset: true }),
  key: z.string().max(512).nullable(),
  maxAttempts: z.number().int().min(1).max(32_767),
});

/** The first entry of an archive: what it takes to read the rest. */
export const headSchema = z.strictObject({
  form: z.literal(FORM),
  takenAt: z.iso.datetime(),
  /** In the order they were applied, so that the tables can be made as they were. */
  migrations: z.array(z.strictObject({ name: z.string().regex(/^\w{1,255}$/), checksum: sha256 })),
});

/** The last entry: what must have been read by then. An archive without one is not whole. */
export const manifestSchema = z.strictObject({
  tables: z.array(tableSchema),
  files: z.array(fileSchema),
  /** Files that a row names and that were not there when the backup was taken. */
  missing: z.array(fileSchema.pick({ id: true, sha256: true })),
  jobs: count,
  /** Tells whether another instance signs with the same secret, and not what it is. */
  secretCheck: sha256,
});

/** Jobs that wait in the queue, oldest first. */
export const jobsSchema = z.array(jobSchema);

export type Head = z.infer<typeof headSchema>;
export type Manifest = z.infer<typeof manifestSchema>;
export type ArchivedTable = z.infer<typeof tableSchema>;
export type ArchivedFile = z.infer<typeof fileSchema>;
export type WaitingJob = z.infer<typeof jobSchema>;

/** The entries of an archive, in this order: head, tables in parts, files, jobs, manifest. */
export const ENTRY = {
  head: "head.json",
  part: (table: string, number: number) => `tables/${table}/${String(number).padStart(6, "0")}.copy`,
  file: ({ id, sha256: sum }: Pick<ArchivedFile, "id" | "sha256">) => `files/${id}-${sum}`,
  jobs: "jobs.json",
  manifest: "manifest.json",
} as const;

const PART = /^tables\/((?:research\.)?[a-z_][a-z0-9_]{0,62})\/(\d{6})\.copy$/;
const FILE = /^files\/([0-9a-f-]{36})-([0-9a-f]{64})$/;

/** What an entry's name says it is; null: nothing that belongs in an archive. */
export function entryNamed(
  text: string,
):
  | { kind: "head" | "jobs" | "manifest" }
  | { kind: "part"; table: string; number: number }
  | FileEntry
  | null {
  if (text === ENTRY.head) return { kind: "head" };
  if (text === ENTRY.jobs) return { kind: "jobs" };
  if (text === ENTRY.manifest) return { kind: "manifest" };
  const [, table, number] = PART.exec(text) ?? [];
  if (table && number) return { kind: "part", table, number: Number(number) };
  const [, id, sum] = FILE.exec(text) ?? [];
  return id && sum ? { kind: "file", id, sha256: sum } : null;
}

/** A file's entry: its name is where it belongs. */
export type FileEntry = { kind: "file"; id: string; sha256: string };
