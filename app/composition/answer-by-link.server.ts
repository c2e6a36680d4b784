import { parseWithZod } from "@conform-to/zod/v4";
import { data, type RouterContextProvider, redirect } from "react-router";
import type { z } from "zod";
import {
  agreeNewDay,
  declineNewDay,
  proposeNewDay,
} from "~/features/commitments/commitment-days.commands.server";
import { disownCommitment } from "~/features/commitments/commitment-endings.commands.server";
import {
  confirmCommitment,
  refuseToConfirm,
} from "~/features/commitments/commitment-outcomes.commands.server";
import type { Actor } from "~/features/identity/actor";
import { allowedAnswer, type LinkAnswer } from "~/features/links/link";
import type { OwnLink } from "~/features/links/links.queries.server";
import { agreeMinutes, dissentFromMinutes } from "~/features/meetings/minutes.commands.server";
import { answerRequest, holdRequest } from "~/features/requests/answer-request.commands.server";
import { type Command, executeParsed, Problem } from "~/platform/command.server";
import { executionByLink } from "./link-actor.server";
import { intentOf, sentBack } from "./request.server";
import { circumstancesOf } from "./visit.server";

type Context = Readonly<RouterContextProvider>;
type Answered = Promise<ReturnType<typeof sentBack>>;
type Send = <S extends z.ZodType, T, R>(
  command: Command<Actor, S, T, R>,
  fixed?: Record<string, string>,
) => Answered;

/** The commands behind the answers: the very ones a member runs. */
const COMMANDS: Record<LinkAnswer, (send: Send) => Answered> = {
  "commitments.confirm": (send) => send(confirmCommitment),
  "commitments.refuse": (send) => send(refuseToConfirm),
  "commitments.agree-day": (send) => send(agreeNewDay),
  "commitments.decline-day": (send) => send(declineNewDay),
  "commitments.not-ours": (send) => send(disownCommitment),
  "commitments.propose-day": (send) => send(proposeNewDay),
  // It is answered now: a contact is asked for no day.
  "requests.answer": (send) => send(answerRequest, { "on.quick": "today" }),
  "requests.hold": (send) => send(holdRequest, { "on.quick": "today" }),
  "meetings.agree-minutes": (send) => send(agreeMinutes),
  "meetings.dissent-from-minutes": (send) => send(dissentFromMinutes),
};

/**
 * Gives a contact's answer through the command a member would run, on the link's own record and no other; null: the
 * link gives no such answer. Done leads back to the link's page, which then says what was answered.
 */
export async function answerByLink(
  context: Context,
  form: FormData,
  link: OwnLink,
  backTo: string,
): Promise<ReturnType<typeof sentBack> | null> {
  const intent = intentOf(form);
  const answer = allowedAnswer(link.purpose, intent);
  if (answer === null) return null;
  const send: Send = async (command, fixed = {}) => {
    form.delete("intent");
    for (const [name, value] of Object.entries({ ...fixed, id: link.recordId })) form.set(name, value);
    const submission = parseWithZod(form, { schema: command.input });
    if (submission.status !== "success") {
      return data({ lastResult: submission.reply(), intent, conflict: null }, { status: 400 });
    }
    const execution = executionByLink(link, circumstancesOf(context));
    const outcome = await executeParsed(throughLink(command, link.id), submission.value, execution);
    if (outcome.status === "invalid" || outcome.status === "conflict")
      return sentBack(outcome, intent, (errors) => submission.reply(errors));
    // Done; or it opens nothing any more, which the page says as it says it to whoever opens it.
    throw redirect(backTo);
  };
  return COMMANDS[answer](send);
}

/** The same command, which uses the link up in its own transaction: of two answers at once, one is given. */
export function throughLink<S extends z.ZodType, T, R>(
  command: Command<Actor, S, T, R>,
  linkId: string,
): Command<Actor, S, T, R> {
  return {
    ...command,
    async run(context, subject, input) {
      const unused = { id: linkId, usedAt: null, revokedAt: null };
      const used = { usedAt: context.now, answer: command.id };
      const { count } = await context.tx.link.updateMany({ where: unused, data: used });
      if (count === 0) throw new Problem({ "": "This link has been used already." });
      return command.run(context, subject, input);
    },
  };
}
