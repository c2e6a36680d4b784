import type { AreaActor } from "../identity/actor";
import type { RecordBase } from "../records/record";
import { canEdit, canWrite } from "../records/record.policy";
import { ACTIONS, type Action, canTake, type Situation } from "./project.transitions";

/** Either side records joint work. */
export function canRecord(actor: Pick<AreaActor, "role">): true | string {
  return canWrite(actor);
}

/** Whether the action is for this actor at all, whatever the stage: a refusal here is a 403. */
export function canAct(action: Action, actor: AreaActor, record: RecordBase): true | string {
  return action === "edit" ? canEdit(actor, record) : canWrite(actor);
}

/** What this actor can do now: the forms of the page. */
export function permittedActions(actor: AreaActor, record: RecordBase, situation: Situation): Action[] {
  if (record.binned || record.voidedOn !== null) return [];
  return ACTIONS.filter(
    (action) => canAct(action, actor, record) === true && canTake(action, situation) === true,
  );
}
