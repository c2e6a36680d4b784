import { z } from "zod";
import { addDays, type Day, dateToDay, dayToDate, startOfDay } from "~/platform/calendar/day";
import { dayWords } from "~/platform/calendar/day-words";
import { defineCommand, Problem } from "~/platform/command.server";
import type { Tx } from "~/platform/db.server";
import { idSchema } from "~/platform/ids";
import { enqueue } from "~/platform/jobs.server";
import { type Actor, type AreaActor, ownOrganisations, partsOf } from "../identity/actor";
import { canWrite } from "../records/record.policy";
import { relationshipFor, standIn } from "../records/recording.server";
import { closingOf, MAIL_DAYS, nextOpening } from "./check-in";
import { eventOfRound, holdForEnding, requireOpen, subjectRound } from "./round.server";

const command = defineCommand<Actor>();

const HOUR_MS = 3_600_000;
/** Reminders are read in the morning. */
const MAIL_HOUR = 9;

/** Opens a round for both sides of a relationship, with a seat for every account of either. */
export const openCheckIn = command({
  id: "check-ins.open",
  input: z.strictObject({ area: z.string(), council: z.string().optional() }),
  async subject(context, { area }) {
    const actor = standIn(context, area);
    return actor && { actor };
  },
  allow: (_, { actor }) => canWrite(actor),
  async run(context, { actor }, { council }) {
    const { tx, today } = context;
    const relationshipId = relationshipFor(actor, council);
    if (relationshipId === null)
      throw new Problem({ council: "A check-in is with one council: choose which" });
    await requireMayOpen(tx, actor, relationshipId, today);
    const closesOn = closingOf(today);
    const round = { id: context.newId(), areaId: actor.areaId, relationshipId };
    await tx.checkIn.create({
      data: {
        ...round,
        openedById: actor.userId,
        organisationId: actor.organisationId,
        side: actor.side,
        openedOn: dayToDate(today),
        closesOn: dayToDate(closesOn),
        state: "open",
      },
      select: { id: true },
    });
    await tx.$executeRaw`SELECT app.seat_members(${round.id}::uuid, ${context.now}::timestamptz)`;
    await askInTime(tx, round.id, today);
    return { result: { id: round.id }, event: eventOfRound(round, actor, "shared", { closesOn }) };
  },
  says: () => "opened a check-in",
});

/** One at a time, and at most quarterly: what a relationship took over counts with it. */
async function requireMayOpen(tx: Tx, actor: AreaActor, relationshipId: string, today: Day): Promise<void> {
  // Two that open at once take turns.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${relationshipId}, 23))`;
  const rounds = await tx.checkIn.findMany({
    where: { relationshipId: { in: partsOf(actor, relationshipId) }, state: { not: "called_off" } },
    orderBy: [{ openedOn: "desc" }, { id: "desc" }],
    take: 20,
    select: { state: true, openedOn: true, closesOn: true },
  });
  const open = rounds.find(({ state }) => state === "open");
  if (open) {
    const last = addDays(dateToDay(open.closesOn), -1);
    throw new Problem({ "": `A check-in is open already. It takes answers until ${dayWords(last)}.` });
  }
  const from = nextOpening(
    rounds.map(({ openedOn }) => dateToDay(openedOn)),
    today,
  );
  if (from > today)
    throw new Problem({
      "": `A check-in is at most once a quarter. The next one can be opened from ${dayWords(from)}.`,
    });
}

/** Mail goes on its days to those who have not answered then, and the round ends on its own. */
async function askInTime(tx: Tx, round: string, openedOn: Day): Promise<void> {
  for (const [step, days] of MAIL_DAYS.entries()) {
    const morning = new Date(startOfDay(addDays(openedOn, days)).getTime() + MAIL_HOUR * HOUR_MS);
    await enqueue(tx, "send-check-in", { round, step }, days === 0 ? {} : { runAt: morning });
  }
  await enqueue(tx, "close-check-ins", {}, { runAt: startOfDay(closingOf(openedOn)) });
}

/** Ends a round before its time: nothing in it is read by anybody, and both sides see that it was called off. */
export const callOffCheckIn = command({
  id: "check-ins.call-off",
  input: z.strictObject({ id: idSchema }),
  subject: (context, { id }) => subjectRound(context, id),
  allow: (_, { actor, round }) => {
    const write = canWrite(actor);
    if (write !== true) return write;
    return (
      ownOrganisations(actor).includes(round.organisationId) ||
      "Only the side that opened it can call it off."
    );
  },
  async run({ tx, today }, { actor, round }) {
    await holdForEnding(tx, round.id);
    requireOpen(round, today);
    const { count } = await tx.checkIn.updateMany({
      where: { id: round.id, state: "open" },
      data: { state: "called_off", endedOn: dayToDate(today) },
    });
    if (count === 0) throw new Problem({ "": "It has ended already." });
    // What was answered goes with the release's own rights: nobody here can read it, or delete it.
    await enqueue(tx, "close-check-ins", {});
    return { result: { id: round.id }, event: eventOfRound(round, actor, "shared") };
  },
  says: () => "called the check-in off",
});

/** The entry of the release, for its wording: it writes it itself, and nobody runs this. */
export const noteRelease = command({
  id: "check-ins.release",
  input: z.strictObject({ id: idSchema }),
  subject: (context, { id }) => subjectRound(context, id),
  allow: () => "Only the tracker itself releases a check-in.",
  run: async (_, { actor, round }) => ({ result: null, event: eventOfRound(round, actor, "shared") }),
  says: ({ state }) => {
    if (state === "released") return "released the check-in to both sides";
    return state === "called_off"
      ? "ended the check-in, as the area had closed: nobody sees any of the answers"
      : "closed the check-in: there were too few answers to show any";
  },
});
