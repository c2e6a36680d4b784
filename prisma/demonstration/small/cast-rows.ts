import { randomBytes, randomUUID } from "node:crypto";
import { addDays, toDay } from "~/platform/calendar/day";
import { newId } from "~/platform/ids";
import type { MouldRow } from "./mould-rows";

/** A row to be written. */
export type CastRow = { readonly table: string; readonly values: Record<string, unknown> };

/** What rows are written with in place of what they were told with. */
export type Casting = {
  /** Days later, or earlier where it is less than 0. */
  readonly shift: number;
  /** Words for words. */
  readonly words: ReadonlyMap<string, string>;
  /** Ids for ids that are not made anew. */
  readonly ids: ReadonlyMap<string, string>;
};

const PART = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{64}|\d{4}-\d{2}-\d{2}/g;
const DAY_MS = 86_400_000;
/** When these were written down is not told: they were all written on the day of loading. */
const WRITTEN = ["user", "organisation", "area", "relationship", "membership", "person", "appointment"];

/** Casts rows: every id of theirs new and in the same order, every day moved, every word replaced. */
export function castRows(rows: readonly MouldRow[], { shift, words, ids }: Casting) {
  const own = new Set(rows.flatMap(({ text }) => idOf(text) ?? []));
  const made = new Map<string, string>();
  const idFor = (id: string): string => {
    const known = ids.get(id) ?? made.get(id);
    if (known) return known;
    if (!own.has(id)) return id;
    const fresh = laterId(id, shift);
    made.set(id, fresh);
    return fresh;
  };
  for (const id of [...own].sort()) idFor(id);
  const part = (found: string): string => {
    if (found.length === 64) return randomBytes(32).toString("hex");
    return found.length === 36 ? idFor(found) : addDays(toDay(found), shift);
  };
  const spoken = pattern(words);
  const cast = rows.map(({ table, text }): CastRow => {
    const told = spoken ? text.replace(spoken, (word) => words.get(word) ?? word) : text;
    const values = JSON.parse(told.replace(PART, part));
    return { table, values: WRITTEN.includes(table) ? { ...values, ...whenWritten(text) } : values };
  });
  return { rows: cast, ids: made };
}

function idOf(text: string): string | null {
  return (JSON.parse(text) as { id?: string }).id ?? null;
}

/** The same place in the order of ids, so many days later; one made at random is made at random. */
function laterId(id: string, shift: number): string {
  if (id[14] !== "7") return randomUUID();
  const at = Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
  return newId(new Date(at + shift * DAY_MS));
}

function whenWritten(text: string): Record<string, unknown> {
  const values = JSON.parse(text) as Record<string, unknown>;
  return Object.fromEntries(
    ["created_at", "updated_at"].flatMap((name) => (name in values ? [[name, values[name]]] : [])),
  );
}

/** One of the words, the longest first; none: null. Words stand in JSON as they are: none has a sign that it would escape. */
function pattern(words: ReadonlyMap<string, string>): RegExp | null {
  const all = [...words.keys()].sort((a, b) => b.length - a.length);
  if (all.length === 0) return null;
  return new RegExp(all.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|"), "g");
}
