import type { RouterContextProvider } from "react-router";
import type { z } from "zod";
import { changeMou } from "~/features/agreements/change-mou.commands.server";
import { linkClause, unlinkClause } from "~/features/agreements/clause-links.commands.server";
import { reviseDraft } from "~/features/agreements/draft-mou.commands.server";
import { agreeEnd, askEnd, refuseEnd } from "~/features/agreements/end-mou.commands.server";
import { agreeMou, counterMou, dropMou, proposeMou } from "~/features/agreements/propose-mou.commands.server";
import {
  agreeReview,
  finishReview,
  reopenReview,
  startReview,
} from "~/features/agreements/review-mou.commands.server";
import { markSignedCopy, signMou } from "~/features/agreements/sign-mou.commands.server";
import type { Actor } from "~/features/identity/actor";
import type { Command } from "~/platform/command.server";
import { intentOf, submit } from "./request.server";

type Context = Readonly<RouterContextProvider>;
type Sent = { context: Context; form: FormData; id: string; to: string };
type Handler = (sent: Sent) => ReturnType<typeof submit>;

/** A form handed to one command, which leads back to the agreement with a word. */
const form =
  <S extends z.ZodType, T, R>(command: Command<Actor, S, T, R>, message: string): Handler =>
  ({ context, form, id, to }) =>
    submit(context, form, command, { id }, () => ({ to, message }));

/** What each form of an agreement's page does. */
const HANDLERS: Record<string, Handler> = {
  revise: form(reviseDraft, "The draft is saved."),
  propose: form(proposeMou, "It is on the table."),
  counter: form(counterMou, "Your words are on the table."),
  agree: form(agreeMou, "Agreed. Now it wants the signatures of both."),
  drop: form(dropMou, "The agreement is given up."),
  sign: form(signMou, "The signature is noted."),
  "signed-copy": form(markSignedCopy, "That file is the signed copy."),
  "start-review": form(startReview, "The review has begun."),
  "finish-review": form(finishReview, "Saved. It counts once the other side agrees."),
  "agree-review": form(agreeReview, "Agreed: the review is done."),
  "reopen-review": form(reopenReview, "Saved. The review goes on."),
  "ask-end": form(askEnd, "Asked. It holds until the other side agrees."),
  "agree-end": form(agreeEnd, "Agreed. The day is set."),
  "refuse-end": form(refuseEnd, "Saved. It goes on."),
  change: form(changeMou, "The change is put to the other side."),
  link: form(linkClause, "Linked."),
  unlink: form(unlinkClause, "The link is gone."),
};

/** Does what a form of an agreement's page asks; null: the intent is none of its own. */
export async function handleMouIntent(context: Context, sent: FormData, id: string, to: string) {
  const intent = intentOf(sent);
  const handler = Object.hasOwn(HANDLERS, intent) ? HANDLERS[intent] : undefined;
  return handler ? handler({ context, form: sent, id, to }) : null;
}
