import type { Tx } from "~/platform/db.server";
import {
  type BuiltOn,
  type ImportedRecord,
  type ImportRecord,
  revertProblems,
  type UndoStep,
} from "./import";
import { findImports } from "./imports.queries.server";
import { undoSchema } from "./undo.server";

/** An import with how to take it back, and what stands against that, in words. */
export type Revert = {
  readonly record: ImportRecord;
  readonly undo: readonly UndoStep[];
  readonly problems: readonly string[];
};

/** What taking an import back would undo and what blocks it; null where the actor sees no such import. */
export async function findRevert(tx: Tx, id: string): Promise<Revert | null> {
  const imports = await findImports(tx);
  const record = imports.find((one) => one.id === id);
  if (!record) return null;
  const { steps } = await tx.import.findUniqueOrThrow({ where: { id }, select: { steps: true } });
  const undo = record.what === "meetings" ? [] : undoSchema.parse(steps);
  const now = await revisions(tx, undo);
  const revisionNow = (kind: ImportedRecord, of: string) => now.get(`${kind} ${of}`) ?? null;
  const problems = revertProblems(record, undo, imports, revisionNow, await builtOn(tx, id, undo));
  return { record, undo, problems };
}

type Row = { id: string; revision: number };

async function revisions(tx: Tx, undo: readonly UndoStep[]): Promise<ReadonlyMap<string, number>> {
  const select = { id: true, revision: true };
  const where = (record: ImportedRecord) => ({ id: { in: idsOf(undo, record) } });
  const held: readonly [ImportedRecord, readonly Row[]][] = [
    ["organisation", await tx.organisation.findMany({ where: where("organisation"), select })],
    ["area", await tx.area.findMany({ where: where("area"), select })],
    ["relationship", await tx.relationship.findMany({ where: where("relationship"), select })],
    ["person", await tx.person.findMany({ where: where("person"), select })],
    ["appointment", await tx.appointment.findMany({ where: where("appointment"), select })],
  ];
  return new Map(
    held.flatMap(([record, rows]) =>
      rows.map(({ id, revision }): [string, number] => [`${record} ${id}`, revision]),
    ),
  );
}

/** Those that anything can refer to; their tables have the same names. */
const REFERRED = ["organisation", "area", "relationship", "person", "appointment"] as const;

/** What refers to the records the import made, seen by the actor or not: only that there is something. */
async function builtOn(tx: Tx, importId: string, undo: readonly UndoStep[]): Promise<BuiltOn[]> {
  const made = undo.filter((step) => step.undo === "remove");
  const found: BuiltOn[] = [];
  for (const record of REFERRED) {
    const ids = idsOf(made, record);
    if (ids.length === 0) continue;
    const rows = await tx.$queryRaw<{ place: string }[]>`
      SELECT DISTINCT place FROM app.built_on(${record}::regclass, ${ids}::uuid[], ${importId}::uuid) AS place
      ORDER BY place`;
    if (rows.length > 0) found.push({ record, by: rows.map(({ place }) => place) });
  }
  return found;
}

function idsOf(undo: readonly UndoStep[], record: ImportedRecord): string[] {
  return [...new Set(undo.filter((step) => step.record === record).map(({ id }) => id))];
}
