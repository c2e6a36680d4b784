import { Problem } from "~/platform/command.server";
import type { AreaActor } from "../identity/actor";
import type { RecordBase } from "../records/record";
import { type Context, subjectRecord } from "../records/recording.server";
import type { Request } from "./request";
import { findRequest } from "./request.queries.server";
import { type Action, canTake, roleOf, stageOf } from "./request.transitions";

export type Subject = { actor: AreaActor; record: RecordBase; request: Request };

/** The request a command is about, as the actor may see it; null: to them it is not there. */
export async function subjectRequest(context: Context, id: string): Promise<Subject | null> {
  const found = await subjectRecord(context, id);
  if (found?.record.kind !== "request") return null;
  const request = await findRequest(context.tx, id);
  return request && { ...found, request };
}

/** Refuses what the request's stage does not allow: a Problem, since it can come of two people acting at once. */
export function mustBeAble(action: Action, { actor, request }: Subject): void {
  const able = canTake(action, roleOf(request, actor.side), stageOf(request));
  if (able !== true) throw new Problem({ "": able });
}
