import type { AreaActor } from "../identity/actor";
import type { Level, RecordBase } from "./record";
import { canEdit, canLead } from "./record.policy";

/** What a note can be widened to, one step at a time. */
export type Wider = Exclude<Level, "personal">;

const WIDER: Record<Level, Wider | null> = { personal: "side", side: "shared", shared: null };
const LEVELS: readonly Level[] = ["personal", "side", "shared"];

/**
 * The level a note can be widened to next; null: no further. What it is about sets the limit: `about` is the level of that
 * record, null where the note is on a person.
 */
export function widerLevel(level: Level, about: Level | null): Wider | null {
  const next = WIDER[level];
  const within = next !== null && LEVELS.indexOf(next) <= LEVELS.indexOf(about ?? "shared");
  return within ? next : null;
}

/** Whoever may change a note may show it to their side; a lead speaks to the other. */
export function canWiden(actor: AreaActor, note: RecordBase, to: Wider): true | string {
  const edit = canEdit(actor, note);
  if (edit !== true) return edit;
  return to === "side" || canLead(actor);
}
