import { type AreaActor, mayWrite } from "../identity/actor";
import type { RecordBase } from "../records/record";
import { canEdit, canWrite } from "../records/record.policy";
import { type Action, actionsFor, isFor, type Situation } from "./commitment.transitions";

/** Either side records promises, its own and the other's. */
export function canRecord(actor: Pick<AreaActor, "role">): true | string {
  return canWrite(actor);
}

/** Whether the action is for this actor at all, whatever the state: a refusal here is a 403. */
export function canAct(
  action: Action,
  actor: AreaActor,
  record: RecordBase,
  situation: Pick<Situation, "role" | "recordedByYourSide">,
): true | string {
  if (action === "edit") return canEdit(actor, record);
  const write = canWrite(actor);
  if (write !== true) return write;
  const whose = isFor(action, situation.role);
  if (whose !== true) return whose;
  return (
    action !== "not-ours" ||
    !situation.recordedByYourSide ||
    "Your own side recorded this promise. You can ask the other side to void it."
  );
}

/** What this actor can do now: the buttons of the page. */
export function permittedActions(actor: AreaActor, record: RecordBase, situation: Situation): Action[] {
  if (!mayWrite(actor) || record.binned || record.voidedOn !== null) return [];
  return actionsFor(situation).filter((action) => canAct(action, actor, record, situation) === true);
}
