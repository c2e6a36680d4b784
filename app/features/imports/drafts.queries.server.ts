import { z } from "zod";
import type { Tx } from "~/platform/db.server";
import type { ImportWhat } from "./import";

/** A file that was sent and not yet imported, with what was asked beside it. */
export interface Draft {
  readonly id: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
  readonly options: Readonly<Record<string, string>>;
}

/** The reader's own file of that kind, for that area; null once it was imported, or is too old. */
export async function findDraft(
  tx: Tx,
  id: string,
  { what, areaId, now }: { what: ImportWhat; areaId: string | null; now: Date },
): Promise<Draft | null> {
  const row = await tx.importDraft.findFirst({ where: { id, what, areaId, expiresAt: { gt: now } } });
  if (!row) return null;
  const { fileName, sha256, body: bytes } = row;
  return { id, fileName, sha256, bytes, options: z.record(z.string(), z.string()).parse(row.options) };
}
