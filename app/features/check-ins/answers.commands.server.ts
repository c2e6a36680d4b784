import { z } from "zod";
import { defineCommand, Problem } from "~/platform/command.server";
import type { Tx } from "~/platform/db.server";
import { idSchema } from "~/platform/ids";
import { CLOSED_WORDS } from "../areas/lifecycle";
import type { Actor } from "../identity/actor";
import type { Context } from "../records/recording.server";
import type { Answer } from "./check-in";
import { questionSchema } from "./questions";
import { eventOfRound, holdForAnswers, type OwnSeat, requireOpen, subjectSeat } from "./round.server";

const command = defineCommand<Actor>();

const answer = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.null()], {
  error: "Choose how far you agree, or “Don’t know”",
}) satisfies z.ZodType<Answer>;

const allow = (_: Actor, { actor }: { actor: { closed?: true } }) => (actor.closed ? CLOSED_WORDS : true);

/** Keeps what somebody has chosen so far, on top of what they had: nobody but they ever see it, and it is no answer. */
export const saveCheckInDraft = command({
  id: "check-ins.save-draft",
  input: z.strictObject({ seatId: idSchema, answers: z.partialRecord(questionSchema, answer) }),
  subject: (context, { seatId }) => subjectSeat(context, seatId),
  allow,
  async run({ tx, today }, { actor, round, seat }, { answers }) {
    await holdForAnswers(tx, round.id, today);
    const sent = await tx.checkInAnswer.findUnique({
      where: { seatId_isDraft: { seatId: seat.id, isDraft: false } },
      select: { answers: true },
    });
    const begun = { ...(typeof sent?.answers === "object" ? sent.answers : {}), ...answers };
    await tx.$executeRaw`
      INSERT INTO check_in_answer (seat_id, is_draft, answers)
      VALUES (${seat.id}::uuid, true, ${JSON.stringify(begun)}::jsonb)
      ON CONFLICT (seat_id, is_draft) DO UPDATE SET answers = check_in_answer.answers || ${JSON.stringify(answers)}::jsonb`;
    // Not even the leads of one's own side are told that somebody began.
    const own = { organisationId: null, side: actor.side };
    return { result: { seatId: seat.id }, event: eventOfRound(round, own, "personal") };
  },
  says: () => "kept answers to a check-in, not sent yet",
});

/** Sends one's answers, or others in place of those sent before. One answer a person, however often they come. */
export const answerCheckIn = command({
  id: "check-ins.answer",
  input: z.strictObject({
    seatId: idSchema,
    answers: z.record(questionSchema, answer, { error: "Answer every question" }),
  }),
  subject: (context, { seatId }) => subjectSeat(context, seatId),
  allow,
  async run(context, { round, seat }, { answers }) {
    const { tx, today } = context;
    await holdForAnswers(tx, round.id, today);
    await requireFirstSeat(context, seat);
    await tx.$executeRaw`
      INSERT INTO check_in_answer (seat_id, is_draft, answers)
      VALUES (${seat.id}::uuid, false, ${JSON.stringify(answers)}::jsonb)
      ON CONFLICT (seat_id, is_draft) DO UPDATE SET answers = excluded.answers`;
    await tx.checkInAnswer.deleteMany({ where: { seatId: seat.id, isDraft: true } });
    await markAnswered(tx, seat.id, true);
    return { result: { seatId: seat.id }, event: eventOfRound(round, seat, "personal") };
  },
  says: () => "answered a check-in",
});

/** Takes back what one sent and what one began: as if one had never answered. */
export const takeBackAnswers = command({
  id: "check-ins.take-back",
  input: z.strictObject({ seatId: idSchema }),
  subject: (context, { seatId }) => subjectSeat(context, seatId),
  allow,
  async run({ tx, today }, { round, seat }) {
    requireOpen(round, today);
    await holdForAnswers(tx, round.id, today);
    if (!seat.answered) throw new Problem({ "": "You have not sent any answers." });
    await tx.checkInAnswer.deleteMany({ where: { seatId: seat.id } });
    await markAnswered(tx, seat.id, false);
    return { result: { seatId: seat.id }, event: eventOfRound(round, seat, "personal") };
  },
  says: () => "took their answers to a check-in back",
});

async function markAnswered(tx: Tx, id: string, answered: boolean): Promise<void> {
  await tx.checkInSeat.updateMany({ where: { id }, data: { answered } });
}

/** A person with an account and a link, or asked by both sides, answers once. */
async function requireFirstSeat({ tx }: Context, seat: OwnSeat): Promise<void> {
  const [row] = await tx.$queryRaw<{ elsewhere: boolean }[]>`
    SELECT app.answered_elsewhere(${seat.id}::uuid) AS elsewhere`;
  if (row?.elsewhere)
    throw new Problem({
      "": "You have answered this check-in already, by your account or another link. One answer a person counts: change it there.",
    });
}
