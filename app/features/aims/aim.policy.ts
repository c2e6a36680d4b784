import type { AreaActor } from "../identity/actor";
import type { RecordBase } from "../records/record";
import { canEdit, canWrite } from "../records/record.policy";
import type { Aim } from "./aim";
import { ACTIONS, type Action, canTake, isFor } from "./aim.transitions";

/** Whether this member may take the action for their side at some stage; what a stage refuses is a Problem, not a 403. */
export function isAllowed(actor: AreaActor, record: RecordBase, aim: Aim, action: Action): true | string {
  const may = action === "edit" ? canEdit(actor, record) : canWrite(actor);
  return may === true ? isFor(action, aim, actor.side) : may;
}

/** Everything this member may do with the aim now. */
export function actionsOf(actor: AreaActor, record: RecordBase, aim: Aim): Action[] {
  if (canWrite(actor) !== true || record.binned || record.voidedOn !== null) return [];
  return ACTIONS.filter(
    (action) => isAllowed(actor, record, aim, action) === true && canTake(action, aim, actor.side) === true,
  );
}
