import { type Day, dateToDay } from "~/platform/calendar/day";
import { dayWords } from "~/platform/calendar/day-words";
import { type EventEntry, Problem } from "~/platform/command.server";
import type { Prisma, Tx } from "~/platform/db.server";
import type { AreaActor, Side } from "../identity/actor";
import type { Context } from "../records/recording.server";

const roundSelect = {
  id: true,
  areaId: true,
  relationshipId: true,
  organisationId: true,
  side: true,
  openedOn: true,
  closesOn: true,
  state: true,
} satisfies Prisma.CheckInSelect;

/** A round as commands read it. */
export type Round = Omit<
  Prisma.CheckInGetPayload<{ select: typeof roundSelect }>,
  "openedOn" | "closesOn"
> & {
  openedOn: Day;
  closesOn: Day;
};

/** A round the actor sees, with where they stand towards it; null: to them it is not there. */
export async function subjectRound(
  context: Context,
  id: string,
): Promise<{ actor: AreaActor; round: Round } | null> {
  const row = await context.tx.checkIn.findUnique({ where: { id }, select: roundSelect });
  const stand = context.actor.stands.find(({ areaId }) => areaId === row?.areaId);
  if (!row || !stand?.relationships.some((tie) => tie.id === row.relationshipId)) return null;
  const actor = { ...stand, userId: context.actor.userId, name: context.actor.name };
  return { actor, round: toRound(row) };
}

function toRound(row: Prisma.CheckInGetPayload<{ select: typeof roundSelect }>): Round {
  return { ...row, openedOn: dateToDay(row.openedOn), closesOn: dateToDay(row.closesOn) };
}

/** A seat as whoever sits on it answers from it. */
export type OwnSeat = { id: string; side: Side; organisationId: string; answered: boolean };

/** A seat of the actor's own, by account or by its link; null for anybody else's, and for none. */
export async function subjectSeat(context: Context, id: string) {
  const seat = await context.tx.checkInSeat.findUnique({
    where: { id },
    select: { id: true, side: true, organisationId: true, answered: true, userId: true, checkInId: true },
  });
  // A link sees one seat and no other; an account's lead sees those of their side, which are not theirs to answer from.
  const byLink = context.actor.contactId !== undefined;
  if (!seat || !(byLink || seat.userId === context.actor.userId)) return null;
  const found = await subjectRound(context, seat.checkInId);
  return found && { ...found, seat: seat satisfies OwnSeat };
}

/** Whether a round takes answers on a day. */
export function takesAnswers(round: Pick<Round, "state" | "closesOn">, today: Day): boolean {
  return round.state === "open" && today < round.closesOn;
}

/** Throws what to say of a round that takes no answers any more. */
export function requireOpen(round: Pick<Round, "state" | "closesOn">, today: Day): void {
  if (takesAnswers(round, today)) return;
  const why =
    round.state === "called_off"
      ? "This check-in was called off. Nothing in it was read by anybody."
      : `This check-in took answers until the day before ${dayWords(round.closesOn)}. Nothing can be changed in it now.`;
  throw new Problem({ "": why });
}

/** Holds a round for answers while this transaction lasts: its release waits for them, or they learn that it has run. */
export async function holdForAnswers(tx: Tx, id: string, today: Day): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtextextended(${id}, 23))`;
  const now = await tx.checkIn.findUniqueOrThrow({ where: { id }, select: roundSelect });
  requireOpen(toRound(now), today);
}

/** Holds a round against answers and other endings while this transaction lasts. */
export async function holdForEnding(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${id}, 23))`;
}

/** The event of a write to a round: to both sides, to one's own, or of one's own seat and nobody else's. */
export function eventOfRound(
  { id, areaId, relationshipId }: Pick<Round, "id" | "areaId" | "relationshipId">,
  { organisationId, side }: { organisationId: string | null; side: Side | null },
  level: EventEntry["level"],
  data: EventEntry["data"] = {},
): EventEntry {
  return { subjectId: id, areaId, relationshipId, organisationId, side, level, data };
}
