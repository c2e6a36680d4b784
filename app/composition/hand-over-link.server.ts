import { parseWithZod } from "@conform-to/zod/v4";
import { data, type RouterContextProvider } from "react-router";
import type { AreaActor } from "~/features/identity/actor";
import type { MadeLink } from "~/features/links/link";
import { hashToken, newToken } from "~/features/links/link-token.server";
import { findContacts, findLinksOf } from "~/features/links/links.queries.server";
import { canWrite } from "~/features/records/record.policy";
import { findBase } from "~/features/records/record.queries.server";
import { mailIsOn } from "~/platform/mailer.server";
import { answerAddress, codeOf } from "./answer-address.server";
import { makeLink } from "./links.commands.server";
import { findOutsideAsk } from "./outside-ask.server";
import { recordHref } from "./record-href";
import { forbidden, notFound, type Reading, run, sentBack } from "./request.server";

type Context = Readonly<RouterContextProvider>;

/** The page on which what waits on the other side is handed over, or sent, to somebody there without an account. */
export async function findLinksPage(actor: AreaActor, { tx, today }: Reading, id: string) {
  const record = (await findBase(tx, actor, id)) ?? notFound();
  const may = canWrite(actor);
  if (may !== true) return forbidden(may);
  const ask = await findOutsideAsk(tx, actor, record, today);
  const contacts = ask ? await findContacts(tx, actor, ask, today) : [];
  return {
    id,
    title: record.title,
    backTo: recordHref(record.kind, actor.areaSlug, id),
    purpose: ask?.purpose ?? null,
    contacts: contacts.map(({ organisationId: _, ...contact }) => contact),
    mail: mailIsOn(),
    links: await findLinksOf(tx, actor, id, today),
  };
}

/**
 * Makes a link to hand over and gives its address and code, this once: neither is kept, and no other page can show them.
 */
export async function handOver(context: Context, form: FormData, id: string) {
  const token = newToken();
  const intent = "hand";
  const submission = parseWithZod(withFixed(form, { id, way: intent, tokenHash: hashToken(token) }), {
    schema: makeLink.input,
  });
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply(), intent, conflict: null }, { status: 400 });
  }
  const outcome = await run(context, makeLink, submission.value);
  if (outcome.status !== "done") return sentBack(outcome, intent, (errors) => submission.reply(errors));
  const address = answerAddress(token);
  return { made: { linkId: outcome.result.id, address, code: await codeOf(address) } satisfies MadeLink };
}

function withFixed(form: FormData, fixed: Record<string, string>): FormData {
  for (const name of ["intent", "idempotencyKey"]) form.delete(name);
  for (const [name, value] of Object.entries(fixed)) form.set(name, value);
  return form;
}
