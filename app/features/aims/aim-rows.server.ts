import { dateToDay } from "~/platform/calendar/day";
import { Problem } from "~/platform/command.server";
import type { Prisma, Tx } from "~/platform/db.server";
import type { AreaActor } from "../identity/actor";
import type { RecordBase } from "../records/record";
import { type Context, subjectRecord } from "../records/recording.server";
import type { Aim } from "./aim";
import { type Action, canTake } from "./aim.transitions";

/** The columns of an aim's own part. */
export const aimSelect = {
  ownerSide: true,
  detail: true,
  acknowledgedOn: true,
  acknowledgedWords: true,
  answeredOn: true,
  answer: true,
  answerWords: true,
} satisfies Prisma.AimSelect;

type Row = Prisma.AimGetPayload<{ select: typeof aimSelect }>;

/** A row as the pure code takes it. */
export function toAim(row: Row, record: Pick<RecordBase, "side" | "recordedOn">): Aim {
  const day = (date: Date | null) => (date === null ? null : dateToDay(date));
  return {
    owner: row.ownerSide,
    statedBy: record.side,
    recordedOn: record.recordedOn,
    acknowledgedOn: day(row.acknowledgedOn),
    answeredOn: day(row.answeredOn),
    answer: row.answer,
  };
}

/** One aim's row; null: there is none. */
export async function findAimRow(tx: Tx, id: string): Promise<Row | null> {
  return tx.aim.findUnique({ where: { recordId: id }, select: aimSelect });
}

export type Subject = { actor: AreaActor; record: RecordBase; aim: Aim; detail: string | null };

/** The aim a command is about, as the actor may see it; null: to them it is not there. */
export async function subjectAim(context: Context, id: string): Promise<Subject | null> {
  const found = await subjectRecord(context, id);
  if (found?.record.kind !== "aim") return null;
  const row = await findAimRow(context.tx, id);
  return row && { ...found, aim: toAim(row, found.record), detail: row.detail };
}

/** Refuses what the aim's stage does not allow: a Problem, since it can come of two people acting at once. */
export function mustBeAble(action: Action, { actor, aim }: Subject): void {
  const able = canTake(action, aim, actor.side);
  if (able !== true) throw new Problem({ "": able });
}
