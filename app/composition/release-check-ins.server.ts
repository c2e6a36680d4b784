import { randomUUID } from "node:crypto";
import type { AnswersInput } from "~/features/check-ins/check-in";
import { checkInFacts, type ReleasedVoice } from "~/features/check-ins/check-in.facts";
import { noteRelease } from "~/features/check-ins/check-ins.commands.server";
import { byComponent, isReleasable, oneEach, type Sent, seenOf } from "~/features/check-ins/release";
import { eventOfRound, holdForEnding } from "~/features/check-ins/round.server";
import { currentMethod } from "~/features/scoring/methods";
import { type Day, dateToDay, dayToDate } from "~/platform/calendar/day";
import { type Clock, todayBy } from "~/platform/clock";
import { writeEvent } from "~/platform/command-log.server";
import { inTransaction, type Tx } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { toJson } from "~/platform/json-column.server";
import { keepFacts } from "./after-write.server";

const PRINCIPAL = "release";

type Round = { id: string; areaId: string; relationshipId: string };
type Context = { tx: Tx; today: Day; now: Date; newId: () => string };

/**
 * Ends every round whose days are over: released, with what it says in the score; or with too few answers, of which none
 * is kept. Each in a transaction of its own, so that all of it is there or none. Twice is once. How many it ended.
 */
export async function closeDueCheckIns(clock: Clock): Promise<number> {
  const today = todayBy(clock);
  const due = await inTransaction(PRINCIPAL, today, (tx) =>
    tx.checkIn.findMany({
      where: { state: "open", closesOn: { lte: dayToDate(today) } },
      orderBy: [{ closesOn: "asc" }, { id: "asc" }],
      select: { id: true },
    }),
  );
  const outcomes: PromiseSettledResult<boolean>[] = [];
  for (const { id } of due) {
    const now = clock.now();
    const ending = inTransaction(PRINCIPAL, today, (tx) =>
      close({ tx, today, now, newId: () => newId(now) }, id),
    );
    outcomes.push(...(await Promise.allSettled([ending])));
  }
  await inTransaction(PRINCIPAL, today, forget);
  // One that cannot be ended keeps no other from ending; that it could not is told when all have been tried.
  const failed = outcomes.find((one) => one.status === "rejected");
  if (failed) throw failed.reason;
  return outcomes.filter((one) => one.status === "fulfilled" && one.value).length;
}

/** What was answered in a round that came to nothing, or begun and never sent, is nobody's to keep. */
async function forget(tx: Tx): Promise<void> {
  await tx.checkInAnswer.deleteMany({
    where: {
      OR: [
        { isDraft: true, seat: { checkIn: { state: { not: "open" } } } },
        { seat: { checkIn: { state: { in: ["too_few", "called_off"] } } } },
      ],
    },
  });
}

async function close(context: Context, id: string): Promise<boolean> {
  const { tx, today } = context;
  await holdForEnding(tx, id);
  const round = await tx.checkIn.findFirst({
    where: { id, state: "open", closesOn: { lte: dayToDate(today) } },
    select: { id: true, areaId: true, relationshipId: true },
  });
  if (!round) return false;
  const state = await settle(context, round);
  const { now: at } = context;
  const entry = eventOfRound(round, { organisationId: null, side: null }, "shared", { state });
  await writeEvent(
    tx,
    { principal: PRINCIPAL, actorId: null },
    { id: noteRelease.id, eventId: context.newId(), at },
    entry,
  );
  return true;
}

async function settle(context: Context, round: Round): Promise<"released" | "too_few" | "called_off"> {
  const { tx, today } = context;
  const endedOn = dayToDate(today);
  const end = async (state: "too_few" | "called_off") => {
    await tx.checkIn.updateMany({ where: { id: round.id }, data: { state, endedOn } });
    return state;
  };
  // Of an area that closed meanwhile nothing new is told.
  if (await isClosed(tx, round.areaId, today)) return end("called_off");
  const sent = oneEach(await findSent(tx, round.id));
  const voices = sent.map(({ side, answers }) => ({ side, answers: byComponent(answers) }));
  if (!isReleasable(voices, currentMethod)) return end("too_few");
  const result = toJson(seenOf(sent, today, currentMethod));
  await tx.checkIn.updateMany({ where: { id: round.id }, data: { state: "released", endedOn, result } });
  for (const one of sent) await nameVoice(tx, round.areaId, one);
  await keepFacts(context, await findSources(tx, round, today));
  return "released";
}

async function isClosed(tx: Tx, areaId: string, today: Day): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ closed: boolean }[]>`
    SELECT app.is_closed(${areaId}::uuid, ${today}::date) AS closed`;
  return row?.closed === true;
}

async function findSent(tx: Tx, roundId: string): Promise<Sent[]> {
  const answers = await tx.checkInAnswer.findMany({
    where: { isDraft: false, seat: { checkInId: roundId } },
    orderBy: { seatId: "asc" },
    select: { seatId: true, answers: true, seat: { select: { side: true } } },
  });
  const seated = await tx.$queryRaw<{ seat_id: string; user_id: string | null; person_id: string | null }[]>`
    SELECT * FROM app.seated(${roundId}::uuid)`;
  const who = new Map(seated.map((row) => [row.seat_id, row]));
  return answers.map(({ seatId, answers, seat: { side } }) => ({
    seatId,
    side,
    userId: who.get(seatId)?.user_id ?? null,
    personId: who.get(seatId)?.person_id ?? null,
    // Written by our own commands alone, through their schema.
    answers: answers as AnswersInput,
  }));
}

/** Gives somebody's answers the name they are scored under in this area: the one they had, or a new one. */
async function nameVoice(tx: Tx, areaId: string, { seatId, userId, personId }: Sent): Promise<void> {
  const names = [...(personId ? [{ personId }] : []), ...(userId ? [{ userId }] : [])];
  const known = await tx.checkInVoice.findFirst({
    where: { areaId, OR: names },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  // At random: an id that told when it was made would tell people apart.
  const id = known?.id ?? randomUUID();
  if (known) await tx.checkInVoice.updateMany({ where: { id }, data: Object.assign({}, ...names) });
  else await tx.checkInVoice.createMany({ data: [{ id, areaId, userId, personId }] });
  const where = { seatId_isDraft: { seatId, isDraft: false } };
  await tx.checkInAnswer.update({ where, data: { voiceId: id }, select: { seatId: true } });
}

/** Every released round that scores with this one: of its relationship, of what that took over, or of what took it over. */
async function findSources(tx: Tx, { areaId, relationshipId }: Round, today: Day) {
  const [row] = await tx.$queryRaw<{ parts: string[] }[]>`
    SELECT app.parts_of(COALESCE(app.held_by(${relationshipId}::uuid, ${today}::date), ${relationshipId}::uuid), ${today}::date) AS parts`;
  const rounds = await tx.checkIn.findMany({
    where: { relationshipId: { in: row?.parts ?? [] }, state: "released" },
    select: { id: true, relationshipId: true, endedOn: true },
  });
  const byRound = new Map(rounds.map((one) => [one.id, one]));
  const answers = await tx.checkInAnswer.findMany({
    where: { isDraft: false, voiceId: { not: null }, seat: { checkInId: { in: [...byRound.keys()] } } },
    select: { voiceId: true, answers: true, seat: { select: { side: true, checkInId: true } } },
  });
  const voices = answers.flatMap(({ voiceId, answers, seat }): ReleasedVoice[] => {
    const endedOn = byRound.get(seat.checkInId)?.endedOn;
    if (!voiceId || !endedOn) return [];
    const said = byComponent(answers as AnswersInput);
    return [
      { who: voiceId, roundId: seat.checkInId, on: dateToDay(endedOn), side: seat.side, answers: said },
    ];
  });
  const facts = checkInFacts(voices);
  return rounds.map(({ id, relationshipId: of }) => ({
    id,
    areaId,
    relationshipId: of,
    facts: facts.filter((fact) => fact.id.startsWith(id)),
  }));
}
