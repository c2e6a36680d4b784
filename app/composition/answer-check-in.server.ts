import type { z } from "zod";
import { answerOf, unansweredIn, wholeAnswers } from "~/features/check-ins/answer-words";
import {
  answerCheckIn,
  saveCheckInDraft,
  takeBackAnswers,
} from "~/features/check-ins/answers.commands.server";
import type { Answer, DraftAnswers, SeatForm } from "~/features/check-ins/check-in";
import { type QuestionId, questionsOf } from "~/features/check-ins/question-list";
import { CHECK, type Step, stepAfter, stepNamed } from "~/features/check-ins/steps";
import type { Actor } from "~/features/identity/actor";
import type { Command, CommandResult } from "~/platform/command.server";
import { intentOf, notFound } from "./request.server";

/** Runs a command as whoever sits on the seat: by their account, or by their link. */
type SeatRunner = <S extends z.ZodType, T, R>(
  command: Command<Actor, S, T, R>,
  input: z.input<S>,
) => Promise<CommandResult<R>>;

/** Where a form of the check-in leads, or what stood in its way; null: the seat is there no more. */
type Sent = { to: Step | typeof CHECK | null; message: string } | { error: Record<string, string[]> } | null;

const CHOOSE = "Choose how far you agree, or “Don’t know”";

/** What one form of the answering pages sends: a step to keep, everything to count, or all of it taken back. */
export async function answerSeat(form: FormData, seat: SeatForm, run: SeatRunner): Promise<Sent> {
  const { seatId } = seat;
  switch (intentOf(form)) {
    case "save":
      return saveStep(form, seat, run);
    case "send": {
      const begun = seat.draft ?? seat.answers ?? {};
      const answers = wholeAnswers(begun);
      if (answers === null) return missing(unansweredIn(begun));
      return toSent(await run(answerCheckIn, { seatId, answers }), null, "Your answers are sent. Thank you.");
    }
    case "take-back":
      return toSent(
        await run(takeBackAnswers, { seatId }),
        null,
        "Your answers are taken back. None of them counts.",
      );
    default:
      return notFound();
  }
}

async function saveStep(form: FormData, seat: SeatForm, run: SeatRunner): Promise<Sent> {
  const step = stepNamed(textOf(form.get("step")));
  if (step === null || step === CHECK) return notFound();
  const ids = questionsOf(step.component).map(({ id }) => id);
  const chosen = ids.flatMap((id): [QuestionId, Answer][] => {
    const answer = answerOf(form.get(id));
    return answer === undefined ? [] : [[id, answer]];
  });
  const given: DraftAnswers = Object.fromEntries(chosen);
  const begun = { ...(seat.draft ?? seat.answers), ...given };
  const saved = await run(saveCheckInDraft, { seatId: seat.seatId, answers: given });
  const open = ids.filter((id) => begun[id] === undefined);
  const sent = toSent(saved, stepAfter(step, begun), "Saved.");
  // What was chosen is kept all the same.
  return saved.status === "done" && open.length > 0 ? missing(open) : sent;
}

function missing(ids: readonly QuestionId[]) {
  return { error: Object.fromEntries(ids.map((id) => [id, [CHOOSE]])) };
}

function toSent(outcome: CommandResult<unknown>, to: Step | typeof CHECK | null, message: string): Sent {
  if (outcome.status === "done") return { to, message };
  return outcome.status === "invalid" ? { error: { "": Object.values(outcome.fields).flat() } } : null;
}

function textOf(value: FormDataEntryValue | null): string | null {
  return typeof value === "string" ? value : null;
}
