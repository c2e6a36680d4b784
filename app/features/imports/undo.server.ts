import { z } from "zod";
import { type Day, dateToDay, dayToDate } from "~/platform/calendar/day";
import type { ImportedRecord, UndoStep } from "./import";

/** A day as a DATE column. */
export const column = (day: Day | null) => (day === null ? null : dayToDate(day));

const RECORDS = [
  "organisation",
  "succession",
  "area",
  "relationship",
  "person",
  "external-id",
  "appointment",
  "person-change",
] as const satisfies readonly ImportedRecord[];

/** The steps an import keeps, as they are read again. */
export const undoSchema: z.ZodType<readonly UndoStep[]> = z.array(
  z.discriminatedUnion("undo", [
    z.strictObject({
      undo: z.literal("remove"),
      record: z.enum(RECORDS),
      id: z.uuid(),
      revision: z.int().nullable(),
    }),
    z.strictObject({
      undo: z.literal("restore"),
      record: z.enum(RECORDS),
      id: z.uuid(),
      revision: z.int().nullable(),
      before: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
    }),
  ]),
);

/** How new rows are taken back; `revision` is 1 for records that have one. */
export function removing(
  record: ImportedRecord,
  revision: 1 | null,
  rows: readonly { id: string }[],
): UndoStep[] {
  return rows.map(({ id }) => ({ undo: "remove", record, id, revision }));
}

/** How one change of some fields of a row is taken back; `row` is as it was before. The revision goes back too. */
export function restoring(
  record: ImportedRecord,
  row: { id: string; revision?: number },
  fields: readonly string[],
): UndoStep {
  const values = new Map<string, unknown>(Object.entries(row));
  const before = Object.fromEntries(fields.map((field) => [field, kept(values.get(field))]));
  const { id, revision } = row;
  if (revision === undefined) return { undo: "restore", record, id, revision: null, before };
  return { undo: "restore", record, id, revision: revision + 1, before: { ...before, revision } };
}

function kept(value: unknown): string | number | null {
  if (value instanceof Date) return dateToDay(value);
  if (value === null || typeof value === "string" || typeof value === "number") return value;
  throw new Error("A column that cannot be kept");
}
