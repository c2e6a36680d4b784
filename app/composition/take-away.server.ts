import type { RouterContextProvider } from "react-router";
import type { Published } from "~/features/releases/published";
import { findReleases } from "~/features/releases/published.queries.server";
import { fileName } from "~/features/releases/take-away";
import { csvOf, jsonOf, metadataOf } from "~/features/releases/take-away-text";
import { sheetsOf } from "~/features/releases/take-away-xlsx";
import type { Tx } from "~/platform/db.server";
import { writeXlsx } from "~/platform/xlsx.server";
import { findTable, findTables, TABLE_HEADS, type TableHead } from "./release-tables.server";
import { readResearch } from "./research-reading.server";

type Context = Readonly<RouterContextProvider>;

/** A file of a release, ready to be given. */
export type TakenFile = { name: string; mime: string; body: Uint8Array<ArrayBuffer> };

const FILE = /^(\d{4}-Q[1-4])(?:-([a-z-]{1,40}))?\.(csv|csv-metadata\.json|json|xlsx)$/;
const JSON_TYPE = "application/json; charset=utf-8";
const MIMES: Readonly<Record<string, string>> = {
  csv: "text/csv; charset=utf-8; header=present",
  "csv-metadata.json": "application/csvm+json; charset=utf-8",
  json: JSON_TYPE,
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/**
 * One file of a release by its name: of one table as CSV or what its columns mean, of all of them as JSON or a
 * spreadsheet. Null: there is no such release, table or kind of file.
 */
export async function takeFile(context: Context, name: string, address: string): Promise<TakenFile | null> {
  const [, id = "", table = "figures", ending = ""] = FILE.exec(name) ?? [];
  const head = TABLE_HEADS.find((one) => one.name === table);
  if (!head || name !== fileName(id, table, ending) || (isWhole(ending) && table !== "figures")) return null;
  const write = await readResearch(context, async ({ tx }) => {
    const release = (await findReleases(tx)).find((one) => one.id === id);
    return release ? writerOf(ending, { tx, release, head, address }) : null;
  });
  return write && { name, mime: MIMES[ending] ?? JSON_TYPE, body: await write() };
}

const isWhole = (ending: string) => ending === "json" || ending === "xlsx";

type Bytes = Uint8Array<ArrayBuffer>;
type Asked = { tx: Tx; release: Published; head: TableHead; address: string };

/** Reads what a file is made of, now; it is written when reading is over. */
async function writerOf(
  ending: string,
  { tx, release, head, address }: Asked,
): Promise<() => Bytes | Promise<Bytes>> {
  switch (ending) {
    case "csv": {
      const table = await findTable(tx, release, head.name);
      return () => bytesOf(csvOf(table));
    }
    case "csv-metadata.json":
      return () => bytesOf(`${JSON.stringify(metadataOf(head, release, address), null, 2)}\n`);
    case "json": {
      const tables = await findTables(tx, release);
      return () => bytesOf(jsonOf(release, tables, address));
    }
    default: {
      const key = JSON.stringify([release, address]);
      const there = kept.get(key);
      if (there) return () => there;
      const tables = await findTables(tx, release);
      return () => kept.get(key) ?? keep(key, writeXlsx(sheetsOf(release, tables, address)));
    }
  }
}

const bytesOf = (text: string) => new TextEncoder().encode(text);

const KEPT_MOST = 4;
const kept = new Map<string, Promise<Bytes>>();

/** A spreadsheet takes seconds to write, and a release never changes: the last few are kept. */
function keep(key: string, written: Promise<Bytes>): Promise<Bytes> {
  kept.set(key, written);
  written.catch(() => kept.delete(key));
  for (const oldest of [...kept.keys()].slice(0, -KEPT_MOST)) kept.delete(oldest);
  return written;
}
