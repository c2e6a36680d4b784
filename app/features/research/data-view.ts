import type { Holding } from "../releases/holding.ts";
import { aboutRelease, citation } from "../releases/licence.ts";
import type { Published } from "../releases/published.ts";
import { STATUS_WORDS } from "../releases/release-words.ts";
import { fileName, type TakenTable } from "../releases/take-away.ts";

/** One table of a release, with its files. */
export type HeldTable = {
  name: string;
  title: string;
  says: string;
  /** Lines with a figure, and how many are blank for which reason; null: it has lines of another sort. */
  lines: { shown: number; blank: string } | null;
  csv: string;
  metadata: string;
};

/** A release as the page of files shows it. */
export type HeldRelease = {
  id: string;
  about: { key: string; value: string }[];
  cite: string;
  xlsx: string;
  json: string;
  tables: HeldTable[];
};

/** What is shown of each release, given what it holds. */
export function heldRelease(
  release: Published,
  heads: readonly Omit<TakenTable, "rows">[],
  holdings: readonly Holding[],
  address: string,
): HeldRelease {
  const { id } = release;
  const own = holdings.filter((one) => one.release === id);
  const shownBefore = ["Title", "How to cite", "Licence", "Form of the files", "Blank cells"];
  return {
    id,
    about: aboutRelease(release, address)
      .filter(([key]) => !shownBefore.includes(key))
      .map(([key, value]) => ({ key, value })),
    cite: citation(release, address),
    xlsx: `${id}.xlsx`,
    json: `${id}.json`,
    tables: heads.map(({ name, title, says }) => {
      const csv = fileName(id, name, "csv");
      const held = own.filter(({ table }) => table === name);
      return { name, title, says, lines: linesOf(held), csv, metadata: `${csv}-metadata.json` };
    }),
  };
}

function linesOf(held: readonly Holding[]): HeldTable["lines"] {
  if (held.length === 0) return null;
  const blank = held.filter(({ status }) => status !== "shown");
  return {
    shown: held.find(({ status }) => status === "shown")?.lines ?? 0,
    blank: blank.map(({ status, lines }) => `${STATUS_WORDS[status].name}: ${lines}`).join("; "),
  };
}
