import type { AreaActor } from "../identity/actor";
import type { RecordBase } from "../records/record";
import { canWrite } from "../records/record.policy";
import type { Request } from "./request";
import { ACTIONS, type Action, canTake, isFor, roleOf, stageOf } from "./request.transitions";

/** Whether this member may take the action for their side at some stage; what a stage refuses is a Problem, not a 403. */
export function isAllowed(actor: AreaActor, request: Request, action: Action): true | string {
  const write = canWrite(actor);
  return write === true ? isFor(action, roleOf(request, actor.side)) : write;
}

/** Everything this member may do with the request now. */
export function actionsOf(
  actor: AreaActor,
  record: Pick<RecordBase, "binned" | "voidedOn">,
  request: Request,
): Action[] {
  if (canWrite(actor) !== true || record.binned || record.voidedOn !== null) return [];
  const role = roleOf(request, actor.side);
  return ACTIONS.filter((action) => canTake(action, role, stageOf(request)) === true);
}
