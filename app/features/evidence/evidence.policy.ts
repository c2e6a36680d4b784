import type { AreaActor } from "../identity/actor";
import type { RecordBase } from "../records/record";
import { canEdit, canWrite } from "../records/record.policy";
import type { Entry } from "./evidence";
import { ACTIONS, type Action, canTake, isFor } from "./evidence.transitions";

/** Whether this member may take the action for their side at some stage; what a stage refuses is a Problem, not a 403. */
export function isAllowed(actor: AreaActor, entry: Entry, action: Action): true | string {
  const write = canWrite(actor);
  return write === true ? isFor(action, entry, actor.side) : write;
}

/** Everything this member may do about the answer now. */
export function actionsOf(
  actor: AreaActor,
  record: Pick<RecordBase, "binned" | "voidedOn">,
  entry: Entry,
): Action[] {
  if (canWrite(actor) !== true || record.binned || record.voidedOn !== null) return [];
  return ACTIONS.filter((action) => canTake(action, entry, actor.side) === true);
}

/** Changing an entry is for the side that made it, until the other side has answered or put an ending forward. */
export function canChange(actor: AreaActor, record: RecordBase, entry: Entry): true | string {
  const edit = canEdit(actor, record);
  if (edit !== true) return edit;
  return !isTakenUp(entry) || "The other side has answered it. You can reply to say more.";
}

function isTakenUp({ answeredBy, proposedOn, recordedBy }: Entry): boolean {
  return proposedOn !== null || (answeredBy !== null && answeredBy !== recordedBy);
}
