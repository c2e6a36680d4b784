import type { AreaActor } from "../identity/actor";
import { canLead } from "../records/record.policy";
import { type Consent, type ConsentScope, hasSaid } from "./consent";

type Speaker = Pick<AreaActor, "role" | "side" | "closed">;

const CLOSED = "This area is closed: it is in no later release, and there is nothing to say yes or no to.";

/** Leads speak for their side, and for no other. */
export function canSpeak(actor: Speaker): true | string {
  return actor.closed ? CLOSED : canLead(actor);
}

/** Whether a side can say yes to it as things stand: once, and to the figures before the studies. */
export function mayGive(side: Speaker["side"], scope: ConsentScope, said: readonly Consent[]): true | string {
  if (hasSaid(said, side, scope)) return "Your side has said yes already.";
  return (
    scope === "figures" ||
    hasSaid(said, side, "figures") ||
    "Say yes to figures of kinds of areas first: a row in a study rests on them."
  );
}

/** Whether a side has anything to take back. */
export function mayWithdraw(
  side: Speaker["side"],
  scope: ConsentScope,
  said: readonly Consent[],
): true | string {
  return hasSaid(said, side, scope) || "Your side has not said yes to this, or has taken it back already.";
}

/** What a member is offered, of each scope. */
export function offers(
  actor: Speaker,
  scope: ConsentScope,
  said: readonly Consent[],
): "give" | "withdraw" | null {
  if (canSpeak(actor) !== true) return null;
  if (mayWithdraw(actor.side, scope, said) === true) return "withdraw";
  return mayGive(actor.side, scope, said) === true ? "give" : null;
}
