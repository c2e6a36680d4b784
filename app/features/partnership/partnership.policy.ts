import type { AreaActor } from "../identity/actor";
import { canWrite } from "../records/record.policy";

/** Whose all of it is: the partnership's own, its representative's accounts included. To a council there is none of it. */
export function isPartnerships(actor: Pick<AreaActor, "side" | "glass">): boolean {
  return actor.side === "community" && !actor.glass;
}

/** Editors and leads keep the partnership's own papers; the representative, who hands in the yearly review, is one of them. */
export const canKeep = canWrite;
