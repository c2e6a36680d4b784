import { CLOSED_WORDS } from "../areas/lifecycle";
import { type AreaActor, mayWrite, ownOrganisations, type Side } from "../identity/actor";
import { BIN_HOURS, type RecordBase } from "./record";

const HOUR_MS = 3_600_000;
const READERS = "Your account can read here but not write. Ask a lead of your side for an editor's role.";

/** Whoever may write in the area. */
export function canWrite(actor: Pick<AreaActor, "role" | "closed">): true | string {
  return mayWrite(actor) || (actor.closed ? CLOSED_WORDS : READERS);
}

/** Leads speak for their side. */
export function canLead(actor: Pick<AreaActor, "role">): true | string {
  return actor.role === "lead" || "Only a lead of your side can do this.";
}

/** Whether the record is the actor's side's own. */
export function isOwn(
  actor: Pick<AreaActor, "organisationId" | "formerly">,
  record: Pick<RecordBase, "organisationId">,
): boolean {
  return ownOrganisations(actor).includes(record.organisationId);
}

/** A member of the side across the table from the one named. */
export function canAnswerFor(actor: Pick<AreaActor, "role" | "side">, side: Side): true | string {
  if (!mayWrite(actor)) return READERS;
  return actor.side === side || "This is for the other side to answer.";
}

/** Editing is for the organisation that recorded it, while it stands. */
export function canEdit(actor: AreaActor, record: RecordBase): true | string {
  if (!mayWrite(actor)) return READERS;
  if (record.binned || record.voidedOn !== null) return "It is no longer in the register.";
  if (record.level === "personal")
    return actor.userId === record.authorId || "Only its author can change it.";
  return isOwn(actor, record) || "Only the side that recorded it can change it. You can reply to it.";
}

/** The author's side may bin it within 24 hours, while nobody else has opened or answered it. */
export function canBin(actor: AreaActor, record: RecordBase, now: Date, replies: number): true | string {
  const edit = canEdit(actor, record);
  if (edit !== true) return edit;
  if (record.level !== "shared") return true;
  if (now.getTime() - record.recordedAt.getTime() >= BIN_HOURS * HOUR_MS) {
    return "It was recorded more than 24 hours ago. You can ask the other side to void it.";
  }
  return (
    (!record.openedByOther && replies === 0) || "The other side has seen it. You can ask them to void it."
  );
}

/** Voiding is asked by the side that recorded it and agreed by the other. */
export function canAskVoid(actor: AreaActor, record: RecordBase): true | string {
  const edit = canEdit(actor, record);
  if (edit !== true) return edit;
  if (record.level !== "shared") return "Only a shared record is voided. You can put this one in the bin.";
  return record.voidAskedOn === null || "The other side has already been asked.";
}

/** The other side agrees that a record is void. */
export function canAgreeVoid(actor: AreaActor, record: RecordBase): true | string {
  if (!mayWrite(actor)) return READERS;
  if (record.voidAskedOn === null || record.voidedOn !== null) return "Nobody has asked for it to be voided.";
  return actor.side !== record.voidAskedBySide || "The other side has to agree.";
}

/** Anybody who may write may reply to a shared record. */
export function canReply(actor: AreaActor, record: RecordBase): true | string {
  if (!mayWrite(actor)) return READERS;
  return !(record.binned || record.voidedOn !== null) || "It is no longer in the register.";
}

/** A dispute is opened by the side that did not record it. */
export function canDispute(actor: AreaActor, record: RecordBase): true | string {
  const reply = canReply(actor, record);
  if (reply !== true) return reply;
  if (record.level !== "shared") return "Only a shared record can be disputed.";
  if (actor.side === record.side)
    return "Your own side recorded this. You can change it or ask for it to be voided.";
  return record.contestedOn === null || record.settledOn !== null || "It is already disputed.";
}

/** A dispute is settled by the side that opened it. */
export function canSettle(actor: AreaActor, record: RecordBase): true | string {
  if (!mayWrite(actor)) return READERS;
  if (record.contestedOn === null || record.settledOn !== null) return "Nothing here is disputed.";
  return actor.side === record.contestedBySide || "It is settled by the side that disputed it.";
}
