import { type Actor, type AreaActor, ownOrganisations } from "../identity/actor";
import { ADMINS_ONLY } from "../identity/admins-only";
import type { RecordBase } from "../records/record";
import { canWrite } from "../records/record.policy";

/** Whether a record is one that codes are put on: both sides see it, and it stands. A note is no record of the two sides. */
export function takesCodes(record: Pick<RecordBase, "level" | "binned" | "voidedOn" | "kind">): boolean {
  return record.level === "shared" && !record.binned && record.voidedOn === null && record.kind !== "note";
}

/** Editors of either side put codes on what both sides share. */
export function canPutCode(
  actor: Pick<AreaActor, "role" | "closed">,
  record: Pick<RecordBase, "level" | "binned" | "voidedOn" | "kind">,
): true | string {
  const write = canWrite(actor);
  if (write !== true) return write;
  return takesCodes(record) || "Codes are put only on what both sides share.";
}

/** Each side takes off what it put there. */
export function canTakeOff(
  actor: Pick<AreaActor, "role" | "closed" | "organisationId" | "formerly">,
  coding: { organisationId: string },
): true | string {
  const write = canWrite(actor);
  if (write !== true) return write;
  return (
    ownOrganisations(actor).includes(coding.organisationId) ||
    "Only the side that put it there can take it off."
  );
}

/** Who is in an open study proposes codes, and a programme admin. */
export function canPropose(actor: Pick<Actor, "admin">, isInStudy: boolean): true | string {
  return (
    actor.admin || isInStudy || "Only researchers in an open study and programme admins can propose a code."
  );
}

/** The programme decides which codes there are. */
export function canDecide(actor: Pick<Actor, "admin">): true | string {
  return actor.admin || ADMINS_ONLY;
}
