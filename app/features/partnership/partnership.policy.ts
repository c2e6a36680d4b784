import type { AreaActor } from "../identity/actor";
import { canLead, canWrite } from "../records/record.policy";

/** Whose all of it is: the partnership's own, its representative's accounts included. To a council there is none of it. */
export function isPartnerships(actor: Pick<AreaActor, "side">): boolean {
  return actor.side === "community";
}

/** Editors and leads keep the partnership's own papers. */
export const canKeep = canWrite;

/** The yearly review goes out in the partnership's name: a lead, as its representative is, hands it in. */
export const canHandIn = canLead;
