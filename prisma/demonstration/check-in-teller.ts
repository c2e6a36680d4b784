import { runByCheckInLink } from "~/composition/check-in-links.server";
import type { SignedIn } from "~/composition/execution.server";
import { closeDueCheckIns } from "~/composition/release-check-ins.server";
import { answerOf } from "~/features/check-ins/answer-words";
import { answerCheckIn } from "~/features/check-ins/answers.commands.server";
import { type AnswersInput, CHECK_IN_DAYS } from "~/features/check-ins/check-in";
import { findCheckInLink } from "~/features/check-ins/check-in-links.queries.server";
import { openCheckIn } from "~/features/check-ins/check-ins.commands.server";
import { inviteToCheckIn } from "~/features/check-ins/invite.commands.server";
import { findInvitees } from "~/features/check-ins/invitees.queries.server";
import { QUESTIONS } from "~/features/check-ins/question-list";
import { actorIn, toActor } from "~/features/identity/actor";
import { hashToken, newToken } from "~/features/links/link-token.server";
import { type Day, startOfDay } from "~/platform/calendar/day";
import { clockAt } from "~/platform/clock";
import { inTransaction } from "~/platform/db.server";
import { History } from "./history";

/** Who answers, and what: by account; or by the link somebody of their side hands them. Null: they have not, yet. */
type Answered =
  | readonly [who: SignedIn, says: string]
  | readonly [name: string, says: string | null, askedBy: SignedIn];

/** Tells rounds of the check-in, through the same commands and the same release as anybody's. */
export class CheckInTeller extends History {
  /** A round opened on a day and closed when its days are over; one whose days are not over stays open. */
  round(offset: number, by: SignedIn, answered: readonly Answered[]): void {
    const name = `check-in ${offset}`;
    this.at(offset, async (on) => {
      const { id } = await this.run(on, by, openCheckIn, { area: this.area, council: this.council });
      this.keep(name, id);
    });
    answered.forEach((one, index) => {
      this.at(offset + 1 + (index % 4), (on) => this.#answer(on, this.idOf(name), one));
    });
    if (offset + CHECK_IN_DAYS > 0) return;
    this.at(offset + CHECK_IN_DAYS, async (on) => {
      await closeDueCheckIns(clockAt(startOfDay(on)));
    });
  }

  async #answer(on: Day, roundId: string, answered: Answered): Promise<void> {
    if (answered.length === 2) {
      const [who, says] = answered;
      const seatId = await findOwnSeat(on, who, roundId);
      await this.run(on, who, answerCheckIn, { seatId, answers: answersIn(says) });
      return;
    }
    const [name, says, askedBy] = answered;
    const token = newToken();
    const { seatId } = await this.run(on, askedBy, inviteToCheckIn, {
      id: roundId,
      inviteeId: await this.#findInvitee(on, askedBy, roundId, name),
      way: "hand",
      tokenHash: hashToken(token),
    });
    if (says !== null) await answerByLink(on, token, { seatId, answers: answersIn(says) });
  }

  #findInvitee(on: Day, by: SignedIn, roundId: string, name: string): Promise<string> {
    return inTransaction(`user:${by.id}`, on, async (tx, stands) => {
      const actor = actorIn(toActor(by, stands), this.area);
      const invitees = actor ? await findInvitees(tx, actor, roundId, on) : [];
      const invitee = invitees.find((one) => one.name === name);
      if (!invitee) throw new Error(`Nobody can ask ${name} in the check-in of ${on}`);
      return invitee.id;
    });
  }
}

function findOwnSeat(on: Day, { id: userId }: SignedIn, checkInId: string): Promise<string> {
  return inTransaction(`user:${userId}`, on, async (tx) => {
    const seat = await tx.checkInSeat.findFirstOrThrow({
      where: { checkInId, userId },
      select: { id: true },
    });
    return seat.id;
  });
}

async function answerByLink(
  on: Day,
  token: string,
  input: { seatId: string; answers: AnswersInput },
): Promise<void> {
  const link = await inTransaction("auth", on, (tx) => findCheckInLink(tx, hashToken(token), on));
  const clock = clockAt(startOfDay(on));
  const outcome = link && (await runByCheckInLink(link.id, answerCheckIn, input, { clock }));
  if (outcome?.status !== "done") throw new Error(`No answer by link on ${on}: ${JSON.stringify(outcome)}`);
}

/** Answers from a line of figures, in the order of the questions. */
function answersIn(says: string): AnswersInput {
  const figures = says.replaceAll(" ", "");
  const entries = QUESTIONS.map(({ id }, index) => {
    const figure = figures.charAt(index);
    const answer = answerOf(figure === "-" ? "unknown" : figure);
    if (answer === undefined) throw new Error(`"${says}" does not answer ${id}`);
    return [id, answer];
  });
  return Object.fromEntries(entries) as AnswersInput;
}
