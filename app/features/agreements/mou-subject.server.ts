import { Problem } from "~/platform/command.server";
import type { Tx } from "~/platform/db.server";
import type { AreaActor } from "../identity/actor";
import type { RecordBase } from "../records/record";
import { type Context, eventOf, reviseBase, subjectRecord } from "../records/recording.server";
import type { Mou } from "./mou";
import { type Action, canTake, roleOf, stageOf } from "./mou.transitions";
import { type MouRow, mouSelect, toMou, toVersion, versionSelect } from "./mou-rows.server";
import type { Version } from "./mou-version";

export type Subject = { actor: AreaActor; record: RecordBase; mou: Mou; row: MouRow };

/** The agreement a command is about, as the actor may see it; null: to them it is not there. */
export async function subjectMou(context: Context, id: string): Promise<Subject | null> {
  const found = await subjectRecord(context, id);
  if (found?.record.kind !== "mou") return null;
  const row = await context.tx.mou.findUnique({ where: { recordId: id }, select: mouSelect });
  return row && { ...found, row, mou: toMou(row) };
}

/** Refuses what the stage does not allow: a Problem, since it can come of two people acting at once. */
export function mustBeAble(context: Context, action: Action, { actor, mou }: Subject): void {
  const able = canTake(action, roleOf(mou, actor.side, context.today), stageOf(mou, context.today));
  if (able !== true) throw new Problem({ "": able });
}

/** The versions of an agreement with their words, the first first. */
export async function findVersions(tx: Tx, mouId: string): Promise<Version[]> {
  const rows = await tx.mouVersion.findMany({
    where: { mouId },
    orderBy: { number: "asc" },
    select: versionSelect,
  });
  return rows.map(toVersion);
}

/** Counts the revision up and words the event of a step that leaves title and level as they are. */
export async function stepTaken(
  context: Context,
  { actor, record, row }: Subject,
  data: Record<string, unknown> = {},
) {
  await reviseBase(context, record, {});
  const event = eventOf(record, actor, { kind: "mou", title: record.title, ...data });
  // One that takes another's place changes what that one says to the score.
  const touched = row.replacesId === null ? {} : { alsoTouched: [row.replacesId] };
  return { result: { id: record.id }, event: { ...event, ...touched } };
}

/** The column of a version that says when the actor's side agreed. */
export function agreedColumn(actor: Pick<AreaActor, "side">) {
  return actor.side === "community" ? "agreedByCommunityOn" : "agreedByOtherOn";
}
