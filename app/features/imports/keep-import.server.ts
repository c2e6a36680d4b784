import { z } from "zod";
import type { Day } from "~/platform/calendar/day";
import { type CommandContext, Problem } from "~/platform/command.server";
import { idSchema } from "~/platform/ids";
import { toJson } from "~/platform/json-column.server";
import type { Actor } from "../identity/actor";
import type { ImportCounts, ImportWhat } from "./import";
import { column } from "./undo.server";

type Context = CommandContext<Actor>;

/** What every import is told of its file. */
export const sourceFields = {
  fileName: z.string().min(1).max(200),
  /** Of the file's bytes. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** The file kept on the server since it was looked at: an import of it is the end of it. */
  draft: idSchema.optional(),
};

/** Rows come from this feature's readers, which have checked every cell. */
export const rowsOf = <T>() => z.custom<readonly T[]>((rows) => Array.isArray(rows) && rows.length > 0);

/** Which file, into what. */
export type Source = {
  what: ImportWhat;
  fileName: string;
  sha256: string;
  organisationId: string | null;
  areaId: string | null;
  on?: Day;
};

/** Said to the second of two who confirm one file. */
export const DRAFT_GONE = "This file was imported already, or is no longer kept.";

/** Ends the file's being kept; of two who confirm it at once, the second is refused. */
export async function forgetDraft({ tx }: Context, draft: string | undefined): Promise<void> {
  if (draft === undefined) return;
  const { count } = await tx.importDraft.deleteMany({ where: { id: draft } });
  if (count === 0) throw new Problem({ "": DRAFT_GONE });
}

/** Keeps an import with how to take it back, and carries it out, all in the command's transaction. */
export async function keepImport<S>(
  context: Context,
  { on, ...source }: Source,
  counts: ImportCounts,
  apply: (importId: string) => Promise<readonly S[]>,
): Promise<{ importId: string; steps: readonly S[] }> {
  const { tx, now, actor } = context;
  const importId = context.newId();
  // Kept before its steps are known: the changes it makes name it.
  await tx.import.create({
    data: {
      ...{ ...source, id: importId, on: column(on ?? null), steps: [] },
      ...{ byUserId: actor.userId, appliedAt: now, counts: toJson(counts) },
    },
    select: { id: true },
  });
  const steps = await apply(importId);
  await tx.import.updateMany({ where: { id: importId }, data: { steps: toJson(steps) } });
  return { importId, steps };
}
