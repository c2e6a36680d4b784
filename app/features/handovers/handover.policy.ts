import type { AreaActor } from "../identity/actor";
import type { RecordBase } from "../records/record";
import { canWrite } from "../records/record.policy";
import type { Handover } from "./handover";
import { type Action, actionsFor, isFor, roleOf } from "./handover.transitions";

/** Either side says that somebody leaves, of its own people or of the other's. */
export function canAnnounce(actor: Pick<AreaActor, "role">): true | string {
  return canWrite(actor);
}

/** Whether this member may take the action at some stage; what a stage refuses is a Problem, not a 403. */
export function isAllowed(actor: AreaActor, handover: Handover, action: Action): true | string {
  const write = canWrite(actor);
  return write === true ? isFor(action, roleOf(handover, actor.side)) : write;
}

/** Everything this member may do with the handover now. */
export function actionsOf(
  actor: AreaActor,
  record: Pick<RecordBase, "binned" | "voidedOn">,
  handover: Handover,
): Action[] {
  if (canWrite(actor) !== true || record.binned || record.voidedOn !== null) return [];
  return actionsFor(roleOf(handover, actor.side), handover);
}
