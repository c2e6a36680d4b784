import { runByCheckInLink } from "~/composition/check-in-links.server";
import type { Circumstances, SignedIn } from "~/composition/execution.server";
import { answerCheckIn } from "~/features/check-ins/answers.commands.server";
import type { Answer, AnswersInput } from "~/features/check-ins/check-in";
import { findCheckInLink } from "~/features/check-ins/check-in-links.queries.server";
import { openCheckIn } from "~/features/check-ins/check-ins.commands.server";
import { findRound } from "~/features/check-ins/check-ins.queries.server";
import { inviteToCheckIn } from "~/features/check-ins/invite.commands.server";
import { QUESTIONS } from "~/features/check-ins/questions";
import { hashToken, newToken } from "~/features/links/link-token.server";
import { type Clock, todayBy } from "~/platform/clock";
import { inTransaction } from "~/platform/db.server";
import { mustRun, type Place } from "./place";
import { readAs } from "./reading";

/** The same answer to every question, but for those given. */
export function allAnswers(answer: Answer, instead: Partial<AnswersInput> = {}): AnswersInput {
  return { ...(Object.fromEntries(QUESTIONS.map(({ id }) => [id, answer])) as AnswersInput), ...instead };
}

/** A round of Oakfield's with the borough, opened by the user at that time; its id. */
export async function buildRound(
  { area, council }: Place,
  user: SignedIn,
  by: Circumstances,
): Promise<string> {
  return (await mustRun(user, openCheckIn, { area: area.slug, council: council.slug }, by)).id;
}

/** The user's own seat in a round; throws where they were not asked. */
export async function seatOf(user: SignedIn, area: string, round: string, clock: Clock): Promise<string> {
  const found = await readAs(user, area, clock, (tx, actor) => findRound(tx, actor, round, todayBy(clock)));
  if (!found?.mine) throw new Error(`${user.name} has no seat`);
  return found.mine.seatId;
}

/** Answers by account. */
export async function answerAs(
  user: SignedIn,
  { area, round }: { area: string; round: string },
  answers: AnswersInput,
  by: Circumstances,
): Promise<void> {
  const seatId = await seatOf(user, area, round, by.clock);
  await mustRun(user, answerCheckIn, { seatId, answers }, by);
}

/** Somebody of the lead's register, asked by a link to hand over: their seat, the link and its token. */
export async function inviteByLink(lead: SignedIn, round: string, personId: string, by: Circumstances) {
  const token = newToken();
  const input = { id: round, inviteeId: personId, way: "hand" as const, tokenHash: hashToken(token) };
  const { seatId } = await mustRun(lead, inviteToCheckIn, input, by);
  return { seatId, token, linkId: (await findToken(token, by.clock))?.id ?? "" };
}

/** The link of a token, as whoever opens its address finds it. */
export function findToken(token: string, clock: Clock) {
  const today = todayBy(clock);
  return inTransaction("auth", today, (tx) => findCheckInLink(tx, hashToken(token), today));
}

/** Answers by link; how it ended. */
export async function answerByLink(
  { linkId, seatId }: { linkId: string; seatId: string },
  answers: AnswersInput,
  by: Circumstances,
): Promise<string> {
  return (await runByCheckInLink(linkId, answerCheckIn, { seatId, answers }, { clock: by.clock })).status;
}
