import { type Day, dateToDay } from "~/platform/calendar/day";
import type { Prisma, Tx } from "~/platform/db.server";
import { toJson } from "~/platform/json-column.server";
import type { Side } from "../identity/actor";
import type { Context } from "../records/recording.server";
import { type Entry, kindOf } from "./evidence";
import { readValues } from "./evidence-schema";
import type { Values } from "./field";
import type { EvidenceKind } from "./kind";

/** The columns of an entry's own part. */
export const evidenceSelect = {
  kind: true,
  fields: true,
  answerBySide: true,
  proposedOn: true,
  answeredOn: true,
  answeredBySide: true,
  outcome: true,
  answerWords: true,
  links: { select: { field: true, personId: true, aboutId: true } },
} satisfies Prisma.EvidenceSelect;

type Row = Prisma.EvidenceGetPayload<{ select: typeof evidenceSelect }>;

/** A row as the pure code takes it; its answers are checked by its kind's own schema. */
export function toEntry(row: Row, record: { side: Side; occurredOn: Day }): Entry {
  const kind = kindOf(row.kind);
  const links = row.links.map(({ field, personId, aboutId }) => [field, personId ?? aboutId]);
  const day = (date: Date | null) => (date === null ? null : dateToDay(date));
  return {
    kind,
    values: readValues(kind, { ...(row.fields as object), ...Object.fromEntries(links) }),
    recordedBy: record.side,
    occurredOn: record.occurredOn,
    answerBy: row.answerBySide,
    proposedOn: day(row.proposedOn),
    answeredOn: day(row.answeredOn),
    answeredBy: row.answeredBySide,
    outcome: row.outcome,
    answerWords: row.answerWords,
  };
}

type Link = { field: string; personId: string | null; aboutId: string | null };

/** The people and records among a kind's answers. */
export function linksOf(kind: EvidenceKind, values: Values): Link[] {
  return Object.entries(kind.fields).flatMap(([field, { type }]) => {
    const value = values[field];
    if (typeof value !== "string" || (type !== "person" && type !== "project")) return [];
    return type === "person"
      ? { field, personId: value, aboutId: null }
      : { field, personId: null, aboutId: value };
  });
}

/** The rest of the answers, as they are kept. */
export function fieldsOf(kind: EvidenceKind, values: Values) {
  const kept = Object.entries(kind.fields).filter(([, { type }]) => type !== "person" && type !== "project");
  return toJson(Object.fromEntries(kept.map(([name]) => [name, values[name]])));
}

/** Writes whom and what an entry names, in place of what it named before. */
export async function writeLinks({ tx }: Context, evidenceId: string, links: readonly Link[]): Promise<void> {
  await tx.evidenceLink.deleteMany({ where: { evidenceId } });
  await tx.evidenceLink.createMany({ data: links.map((link) => ({ evidenceId, ...link })) });
}

/** One entry's own part, with its record's side and day; null: there is none. */
export async function findEntry(
  tx: Tx,
  id: string,
  record: { side: Side; occurredOn: Day },
): Promise<Entry | null> {
  const row = await tx.evidence.findUnique({ where: { recordId: id }, select: evidenceSelect });
  return row && toEntry(row, record);
}
