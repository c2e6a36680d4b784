import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { extract, type Header } from "tar-stream";
import type { z } from "zod";
import { StartFailure } from "../database/failure.ts";
import {
  entryNamed,
  type FileEntry,
  type Head,
  headSchema,
  jobsSchema,
  type Manifest,
  manifestSchema,
  type WaitingJob,
} from "./archive-form.ts";
import { TableDigest } from "./tables.ts";

/** Text entries are small; a larger one is no archive of ours. */
const TEXT_BYTES = 64 * 1024 * 1024;

type Content = AsyncIterable<Buffer>;
type Entry = AsyncIterable<unknown> & { header: Pick<Header, "name" | "type"> };

/** What to do with an archive's entries as they come by; each must read its content to the end. */
export type ArchiveReader = {
  part?: (table: string, content: Content) => Promise<void>;
  file?: (file: FileEntry, content: Content) => Promise<void>;
};

/** What an archive says of itself. */
export type Archive = { head: Head; manifest: Manifest; jobs: WaitingJob[] };

/** Reads an archive from one end to the other, in bounded memory. Throws one clear line where it is none of ours. */
export async function readArchive(path: string, reader: ArchiveReader = {}): Promise<Archive> {
  const entries = extract();
  const feeding = pipeline(createReadStream(path), createGunzip(), entries);
  feeding.catch((error: Error) => entries.destroy(error));
  const found: Partial<Archive> = {};
  try {
    for await (const entry of entries) await take(entry, found, reader);
    await feeding;
  } catch (error) {
    throw error instanceof StartFailure ? error : damaged(path, error);
  }
  const { head, manifest, jobs } = found;
  if (!head || !manifest || !jobs) throw damaged(path);
  return { head, manifest, jobs };
}

function damaged(path: string, cause?: unknown): StartFailure {
  const missing = (cause as { code?: unknown } | undefined)?.code === "ENOENT";
  return new StartFailure(
    missing
      ? `There is no file ${path}.`
      : `${path} is not a whole backup of Common Ground: take another one, or copy this one again.`,
    { cause },
  );
}

async function* bytesOf(entry: Entry): AsyncGenerator<Buffer> {
  for await (const chunk of entry) if (chunk instanceof Uint8Array) yield Buffer.from(chunk);
}

async function take(entry: Entry, found: Partial<Archive>, reader: ArchiveReader): Promise<void> {
  const named = entryNamed(entry.header.name);
  if (named === null || entry.header.type !== "file") throw new Error("an entry that is none of ours");
  if ((named.kind === "head") !== (found.head === undefined)) throw new Error("entries out of order");
  const content = bytesOf(entry);
  switch (named.kind) {
    case "head":
      found.head = await parse(content, headSchema);
      return;
    case "jobs":
      found.jobs = await parse(content, jobsSchema);
      return;
    case "manifest":
      found.manifest = await parse(content, manifestSchema);
      return;
    case "part":
      return reader.part ? reader.part(named.table, content) : skip(content);
    case "file":
      return reader.file ? reader.file(named, content) : skip(content);
  }
}

async function parse<T>(content: Content, schema: z.ZodType<T>): Promise<T> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of content) {
    bytes += chunk.length;
    if (bytes > TEXT_BYTES) throw new Error("a text entry too large");
    chunks.push(chunk);
  }
  return schema.parse(JSON.parse(Buffer.concat(chunks).toString("utf8")));
}

async function skip(content: Content): Promise<void> {
  for await (const _ of content);
}

/** Reads an archive whole and compares every row and every file with what its manifest says. */
export async function verifyArchive(path: string): Promise<Archive> {
  const tables = new Map<string, TableDigest>();
  const files = new Map<string, { bytes: number; sha256: string }>();
  const archive = await readArchive(path, {
    async part(table, content) {
      const digest = tables.get(table) ?? new TableDigest();
      tables.set(table, digest);
      for await (const chunk of content) digest.add(chunk);
    },
    async file({ id }, content) {
      const hash = createHash("sha256");
      let bytes = 0;
      for await (const chunk of content) {
        hash.update(chunk);
        bytes += chunk.length;
      }
      files.set(id, { bytes, sha256: hash.digest("hex") });
    },
  });
  const tablesHold = archive.manifest.tables.every(({ name, rows, sha256 }) => {
    const read = tables.get(name)?.end();
    return read?.rows === rows && read.sha256 === sha256;
  });
  const filesHold = archive.manifest.files.every(({ id, bytes, sha256 }) => {
    const read = files.get(id);
    return read?.bytes === bytes && read.sha256 === sha256;
  });
  const nothingElse =
    tables.size === archive.manifest.tables.length && files.size === archive.manifest.files.length;
  if (!tablesHold || !filesHold || !nothingElse || archive.jobs.length !== archive.manifest.jobs)
    throw damaged(path);
  return archive;
}
