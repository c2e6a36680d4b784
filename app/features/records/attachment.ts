import { type AreaActor, mayWrite, ownOrganisations } from "../identity/actor";
import { BIN_HOURS, type Level, type RecordBase } from "./record";

/** Largest file a record can carry, in bytes: 10 MB. */
export const FILE_MOST_BYTES = 10_000_000;

/** A file on a record, as its readers see it. */
export type AttachmentView = {
  id: string;
  name: string;
  type: string;
  bytes: number;
  level: Level;
  by: string;
  at: Date;
  canRemove: boolean;
};

/** Whether this member may put a file on the record. */
export function canAttach(
  actor: Pick<AreaActor, "role">,
  record: Pick<RecordBase, "binned" | "voidedOn">,
): true | string {
  if (!mayWrite(actor)) return "Your account can read here but not write.";
  return (!record.binned && record.voidedOn === null) || "It is no longer in the register.";
}

const HOUR_MS = 3_600_000;

/** A side takes its own files away; one both sides see within 24 hours only, as with records. */
export function canRemoveFile(
  actor: Pick<AreaActor, "role" | "organisationId" | "formerly">,
  file: { organisationId: string; level: Level; attachedAt: Date },
  now: Date,
): true | string {
  if (!mayWrite(actor)) return "Your account can read here but not write.";
  if (!ownOrganisations(actor).includes(file.organisationId))
    return "Only the side that added it can take it away.";
  if (file.level !== "shared") return true;
  return (
    now.getTime() - file.attachedAt.getTime() < BIN_HOURS * HOUR_MS ||
    "It was added more than 24 hours ago, and both sides may rely on it."
  );
}

/** A size in words: "1.4 MB". */
export function sizeWords(bytes: number): string {
  if (bytes >= 1_000_000) return `${Number((bytes / 1_000_000).toFixed(1))} MB`;
  return bytes >= 1_000 ? `${Math.round(bytes / 1_000)} kB` : `${bytes} bytes`;
}
