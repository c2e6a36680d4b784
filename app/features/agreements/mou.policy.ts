import type { Day } from "~/platform/calendar/day";
import type { AreaActor } from "../identity/actor";
import type { RecordBase } from "../records/record";
import { canLead, canWrite } from "../records/record.policy";
import type { Mou } from "./mou";
import { ACTIONS, type Action, canTake, roleOf, stageOf, TRANSITIONS } from "./mou.transitions";

/** Whether this member's role may take the action at all; what a stage refuses is a Problem, not a 403. */
export function isAllowed(actor: AreaActor, action: Action): true | string {
  const write = canWrite(actor);
  return write === true && TRANSITIONS[action].lead ? canLead(actor) : write;
}

/** Everything this member may do with the agreement now; `waiting`: a change of it waits for an answer. */
export function actionsOf(
  actor: AreaActor,
  record: Pick<RecordBase, "binned" | "voidedOn">,
  mou: Mou,
  { today, waiting }: { today: Day; waiting: boolean },
): Action[] {
  if (record.binned || record.voidedOn !== null) return [];
  const [role, stage] = [roleOf(mou, actor.side, today), stageOf(mou, today)];
  return ACTIONS.filter(
    (action) =>
      isAllowed(actor, action) === true &&
      canTake(action, role, stage) === true &&
      !(waiting && action === "change"),
  );
}
