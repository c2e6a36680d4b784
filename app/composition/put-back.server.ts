import { ofArea } from "~/features/audit/audit.queries.server";
import { type Change, changesOf } from "~/features/audit/changes";
import type { Actor, AreaActor } from "~/features/identity/actor";
import type { Level } from "~/features/records/record";
import { type Context, subjectRecord } from "~/features/records/recording.server";
import type { Tx } from "~/platform/db.server";
import { PUTTERS, type Putter, type Values } from "./putters.server";
import type { Reading } from "./request.server";

/** What an entry changed that can be put back. */
function changesFor({ fields }: Putter, data: unknown): Change[] {
  return changesOf(data).filter(({ field }) => fields === undefined || fields.includes(field));
}

/** Whether anything that this command changed can be put back. */
export function mayPutBack(command: string, data: unknown): boolean {
  const putter = PUTTERS.get(command);
  return putter !== undefined && changesFor(putter, data).length > 0;
}

/** An entry of the log of one record that can be put back, with how; null: there is no such entry for this reader. */
export async function findPutBack(tx: Tx, actor: AreaActor, recordId: string, entryId: string) {
  const entry = await tx.event.findFirst({
    where: { AND: [ofArea(actor), { id: entryId, subjectId: recordId }] },
    select: { at: true, command: true, data: true, level: true },
  });
  const putter = entry && PUTTERS.get(entry.command);
  return putter
    ? { putter, at: entry.at, level: entry.level, changes: changesFor(putter, entry.data) }
    : null;
}

const STRICTNESS: readonly Level[] = ["shared", "side", "personal"];

/** Whether words of an entry may stand in a record again: never before more people than they were written for. */
export function mayShow(written: Level, now: Level): true | string {
  if (STRICTNESS.indexOf(written) <= STRICTNESS.indexOf(now)) return true;
  const whose = written === "side" ? "your own side alone" : "one person alone";
  return `This was written when the record was for ${whose}. More people see the record now, so it cannot be put back.`;
}

/** One field of a preview: as it is now, and as it would be. */
export type Preview = { field: string; now: unknown; before: unknown };

/** What putting an entry back would change: each field with what stands there now; null: not there. */
export async function previewPutBack(
  all: Actor,
  actor: AreaActor,
  { tx, today, now }: Reading,
  { id, entry }: { id: string; entry: string },
): Promise<{ title: string; revision: number; at: Date; level: Level; fields: Preview[] } | null> {
  const found = await findPutBack(tx, actor, id, entry);
  const looking: Context = { tx, actor: all, today, now, newId: unasked, call: unasked };
  const subject = found && (await subjectRecord(looking, id));
  const current = subject && (await found.putter.now(looking, id));
  if (!current) return null;
  const { title, revision } = subject.record;
  const fields = found.changes.map(({ field, before }) => ({
    field,
    now: current[field] ?? null,
    before,
  }));
  const differs = ({ now: is, before }: Preview) => JSON.stringify(is) !== JSON.stringify(before);
  return { title, revision, at: found.at, level: found.level, fields: fields.filter(differs) };
}

function unasked(): never {
  throw new Error("a preview writes nothing");
}

/** What the command takes that makes a change again: all as it stands now, but the fields to put back. */
export function inputOf(
  now: Values,
  changes: readonly Change[],
  fixed: { id: string; revision: number },
): never {
  const before = Object.fromEntries(changes.map(({ field, before: value }) => [field, value]));
  // Each command checks its own input: what was once right need not be so today.
  return { ...now, ...before, ...fixed } as never;
}
