import { dayToDate } from "~/platform/calendar/day";
import { Problem } from "~/platform/command.server";
import type { AreaActor } from "../identity/actor";
import type { Context } from "../records/recording.server";

/** Makes two answers of one organisation about one action take turns: the second sees what the first left. */
export async function lockAction(
  { tx }: Context,
  actor: AreaActor,
  relationshipId: string,
  actionId: string,
): Promise<void> {
  const key = `${relationshipId} ${actor.organisationId} ${actionId}`;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 11))`;
}

export type NewAnswer = {
  relationshipId: string;
  actionId: string;
  answer: "accepted" | "dismissed" | "done";
  reason: string | null;
  evidenceKey: string;
  commitmentId: string | null;
  componentBefore: number | null;
  componentLo: number | null;
  componentHi: number | null;
};

/** Keeps an answer; the one before it ends. Gives its id. */
export async function keepAnswer(context: Context, actor: AreaActor, answer: NewAnswer): Promise<string> {
  const { tx, today } = context;
  const id = context.newId();
  const { relationshipId, actionId } = answer;
  await tx.actionState.updateMany({
    where: { relationshipId, actionId, organisationId: actor.organisationId, endedOn: null },
    data: { endedOn: dayToDate(today) },
  });
  await tx.actionState.create({
    data: {
      ...answer,
      id,
      areaId: actor.areaId,
      organisationId: actor.organisationId,
      side: actor.side,
      byUserId: actor.userId,
      answeredOn: dayToDate(today),
    },
    select: { id: true },
  });
  return id;
}

/** Ends an answer that stands; throws Problem where it has ended already. */
export async function endAnswer({ tx, today }: Context, id: string): Promise<void> {
  const { count } = await tx.actionState.updateMany({
    where: { id, endedOn: null },
    data: { endedOn: dayToDate(today), takenBackOn: dayToDate(today) },
  });
  if (count === 0) throw new Problem({ "": "This was taken back already." });
}
