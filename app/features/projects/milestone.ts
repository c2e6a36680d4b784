import { type Day, daysBetween } from "~/platform/calendar/day";
import { otherSide, type Side } from "../identity/actor";
import { agreedDay, type DayMove, waitingMove } from "./day-move";
import type { Bearer } from "./project";

/** A step by a day, as its days tell it. `doneOn` is its owner's word; what its parts come to is in `standings`. */
export type Milestone = {
  id: string;
  parentId: string | null;
  owner: Bearer;
  setOn: Day;
  /** The day first set. */
  dueOn: Day;
  moves: readonly DayMove[];
  doneOn: Day | null;
  acknowledgedOn: Day | null;
  droppedOn: Day | null;
  letGoAskedBySide: Side | null;
  withdrawnOn: Day | null;
};

/** The states, worked out from days. Ids are for ever. */
export const STATES = ["planned", "done", "dropped", "withdrawn"] as const;
export type State = (typeof STATES)[number];
export const STATE_WORDS: Record<State, string> = {
  planned: "Planned",
  done: "Done",
  dropped: "Given up",
  withdrawn: "Let go by both",
};

/** How a milestone stands once its parts are counted in. */
export type Standing = {
  state: State;
  doneOn: Day | null;
  /** Parts that were not let go, and how many of them are done, and how many still wait. */
  parts: number;
  partsDone: number;
  partsWaiting: number;
  /** It is done because its parts are. */
  rolledUp: boolean;
};

/**
 * How each milestone stands. One with parts is done on the day its last part was; while a part waits, it waits. Where
 * some parts were given up, its owner says whether it is done. Parts that were let go do not count.
 */
export function standings(milestones: readonly Milestone[]): Map<string, Standing> {
  const partsOf = new Map<string, Milestone[]>();
  for (const one of milestones) {
    if (one.parentId !== null) partsOf.set(one.parentId, [...(partsOf.get(one.parentId) ?? []), one]);
  }
  const found = new Map<string, Standing>();
  const stand = (one: Milestone, above: readonly string[]): Standing => {
    const known = found.get(one.id);
    if (known) return known;
    // A circle cannot be recorded; were there one, it would end here.
    const parts = above.includes(one.id) ? [] : (partsOf.get(one.id) ?? []);
    const standing = standingOf(
      one,
      parts.map((part) => stand(part, [...above, one.id])),
    );
    found.set(one.id, standing);
    return standing;
  };
  for (const one of milestones) stand(one, []);
  return found;
}

/** How one milestone stands, given how its parts do. */
export function standingOf(one: Milestone, allParts: readonly Standing[]): Standing {
  const parts = allParts.filter(({ state }) => state !== "withdrawn");
  const done = parts.flatMap(({ doneOn }) => doneOn ?? []).sort();
  const waiting = parts.filter(({ state }) => state === "planned").length;
  const rolledUp = parts.length > 0 && done.length === parts.length;
  const own = waiting > 0 ? null : one.doneOn;
  const doneOn = rolledUp ? (done.at(-1) ?? null) : own;
  const counts = { parts: parts.length, partsDone: done.length, partsWaiting: waiting };
  if (one.withdrawnOn !== null) return { state: "withdrawn", doneOn: null, ...counts, rolledUp: false };
  if (one.droppedOn !== null) return { state: "dropped", doneOn: null, ...counts, rolledUp: false };
  return { state: doneOn === null ? "planned" : "done", doneOn, ...counts, rolledUp };
}

/** Days since the day both sides look to; 0 on the day, before it, and once it is no longer planned. */
export function daysPast(one: Milestone, { state }: Pick<Standing, "state">, today: Day): number {
  return state === "planned" ? Math.max(0, daysBetween(agreedDay(one), today)) : 0;
}

/** Whether a milestone is this side's to do: its own, or a joint one. */
export function isOwner(owner: Bearer, side: Side): boolean {
  return owner === "joint" || owner === side;
}

/** The sides whose move it is: to do it, to answer a proposal, or to acknowledge that it is done. */
export function actsNext(one: Milestone, { state }: Pick<Standing, "state">): Side[] {
  if (state === "done") {
    return one.owner === "joint" || one.acknowledgedOn !== null ? [] : [otherSide(one.owner)];
  }
  if (state !== "planned") return [];
  const proposal = waitingMove(one);
  if (proposal) return [otherSide(proposal.proposedBySide)];
  if (one.letGoAskedBySide !== null) return [otherSide(one.letGoAskedBySide)];
  return one.owner === "joint" ? ["council", "community"] : [one.owner];
}

/** Whether hanging `id` under a parent would make a circle. `above`: the parent, its parent, and so on up. */
export function wouldCircle(id: string | null, above: readonly string[]): boolean {
  return id !== null && above.includes(id);
}
