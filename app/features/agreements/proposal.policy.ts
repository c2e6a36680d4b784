import type { AreaActor } from "../identity/actor";
import type { RecordBase } from "../records/record";
import { canLead, canWrite } from "../records/record.policy";
import type { Proposal } from "./proposal";
import { ACTIONS, type Action, canTake, isFor, roleOf } from "./proposal.transitions";

/** Whether this member may take the action for their side at some state. Leads alone agree to agreements. */
export function isAllowed(actor: AreaActor, proposal: Proposal, action: Action): true | string {
  const write = canWrite(actor);
  if (write !== true) return write;
  const mine = isFor(action, roleOf(proposal, actor.side), proposal.about);
  return mine === true && proposal.about === "agreement" ? canLead(actor) : mine;
}

/** Everything this member may do with the proposal now. */
export function actionsOf(
  actor: AreaActor,
  record: Pick<RecordBase, "binned" | "voidedOn">,
  proposal: Proposal,
): Action[] {
  if (record.binned || record.voidedOn !== null) return [];
  return ACTIONS.filter(
    (action) =>
      isAllowed(actor, proposal, action) === true &&
      canTake(action, roleOf(proposal, actor.side), proposal) === true,
  );
}
