import type { AreaActor } from "../identity/actor";
import type { RecordBase } from "../records/record";
import { canEdit, canWrite } from "../records/record.policy";
import { ACTIONS, type Action, canTake, isFor, type Situation } from "./milestone.transitions";

/** Either side sets milestones, its own and the other's. */
export function canRecord(actor: Pick<AreaActor, "role">): true | string {
  return canWrite(actor);
}

/** Whether the action is for this actor at all, whatever the state: a refusal here is a 403. */
export function canAct(
  action: Action,
  actor: AreaActor,
  record: RecordBase,
  { role }: Pick<Situation, "role">,
): true | string {
  if (action === "edit") return canEdit(actor, record);
  const write = canWrite(actor);
  return write === true ? isFor(action, role) : write;
}

/** What this actor can do now: the forms of the page. */
export function permittedActions(actor: AreaActor, record: RecordBase, situation: Situation): Action[] {
  if (record.binned || record.voidedOn !== null) return [];
  return ACTIONS.filter(
    (action) => canAct(action, actor, record, situation) === true && canTake(action, situation) === true,
  );
}
