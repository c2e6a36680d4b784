import { Problem } from "~/platform/command.server";
import type { AreaActor } from "../identity/actor";
import type { RecordBase } from "../records/record";
import { type Context, subjectRecord } from "../records/recording.server";
import type { Entry } from "./evidence";
import { type Action, canTake } from "./evidence.transitions";
import { findEntry } from "./evidence-rows.server";

export type Subject = { actor: AreaActor; record: RecordBase; entry: Entry };

/** The entry a command is about, as the actor may see it; null: to them it is not there. */
export async function subjectEvidence(context: Context, id: string): Promise<Subject | null> {
  const found = await subjectRecord(context, id);
  if (found?.record.kind !== "evidence") return null;
  const entry = await findEntry(context.tx, id, found.record);
  return entry && { ...found, entry };
}

/** Refuses what the entry's stage does not allow: a Problem, since it can come of two people acting at once. */
export function mustBeAble(action: Action, { actor, entry }: Subject): void {
  const able = canTake(action, entry, actor.side);
  if (able !== true) throw new Problem({ "": able });
}
