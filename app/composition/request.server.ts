import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data, type RouterContextProvider, redirect } from "react-router";
import type { z } from "zod";
import { type Actor, type AreaActor, actorIn, toActor } from "~/features/identity/actor";
import type { Day } from "~/platform/calendar/day";
import { todayBy } from "~/platform/clock";
import {
  type Command,
  type CommandResult,
  type Execution,
  execute,
  executeParsed,
} from "~/platform/command.server";
import type { Tx } from "~/platform/db.server";
import { flashCookie } from "~/platform/flash.server";
import { fieldsToSendAgain } from "~/platform/form-body.server";
import { idSchema } from "~/platform/ids";
import { toJson } from "~/platform/json-column.server";
import { orUnavailable } from "~/platform/unavailable.server";
import { executionFor } from "./execution.server";
import { circumstancesOf, type Visit, visitContext } from "./visit.server";

type Context = Readonly<RouterContextProvider>;

export { formOf } from "~/platform/form-body.server";

/** Not there, or not for you: the same answer, so that nothing is told apart. */
export function notFound(): never {
  throw data(null, { status: 404 });
}

/** In your own area, but not for your role. */
export function forbidden(why: string): never {
  throw data({ why }, { status: 403 });
}

export type Reading = { tx: Tx; today: Day; now: Date };

/** The signed-in user's visit; nobody is the same as nothing there. */
function visitOf(context: Context): Visit {
  return context.get(visitContext) ?? notFound();
}

/** Who is signed in, or null on an open page. */
export async function findActor(context: Context): Promise<Actor | null> {
  const visit = context.get(visitContext);
  return visit && toActor(visit.user, await visit.scope.look());
}

/** Runs a loader's reads in the request's read transaction, as the signed-in user. */
export function read<T>(context: Context, work: (actor: Actor, reading: Reading) => Promise<T>): Promise<T> {
  const { user, scope, clock } = visitOf(context);
  return scope.run((tx, stands) =>
    work(toActor(user, stands), { tx, today: todayBy(clock), now: clock.now() }),
  );
}

/** The same within one area: 404 for whoever does not stand there. */
export function readArea<T>(
  context: Context,
  areaSlug: string,
  work: (actor: AreaActor, reading: Reading) => Promise<T>,
): Promise<T> {
  return read(context, (actor, reading) => work(actorIn(actor, areaSlug) ?? notFound(), reading));
}

/** What a request's execution of a command carries. A write begins when this request's reads are over. */
export async function executionOf(context: Context, key: string | undefined): Promise<Execution<Actor>> {
  const visit = visitOf(context);
  const { user, scope, clock, principal } = visit;
  await scope.close();
  const { requestId, clientAddress, browser } = circumstancesOf(context);
  const from = { requestId: requestId ?? undefined, clientAddress: clientAddress ?? undefined, browser };
  const execution = executionFor(user, { clock, key, principal, ...from });
  return {
    ...execution,
    denied: (commandId, why) => {
      visit.isRefused = true;
      return execution.denied(commandId, why);
    },
  };
}

/** Runs a command as the signed-in user, on input that is not a form's. */
export async function run<S extends z.ZodType, T, R>(
  context: Context,
  command: Command<Actor, S, T, R>,
  input: unknown,
): Promise<CommandResult<R>> {
  return orUnavailable(execute(command, input, await executionOf(context, undefined)));
}

const KEY_FIELD = "idempotencyKey";
export const INTENT_FIELD = "intent";

/** Which of a page's forms was sent: its `intent` field, or '' where there is none. */
export function intentOf(form: FormData): string {
  const intent = form.get(INTENT_FIELD);
  return typeof intent === "string" ? intent : "";
}

/**
 * Hands a form to one command. Problems go back to the page beside their fields with what was typed (`lastResult` is
 * for conform's useForm, `intent` says which form); a refusal is 404 or 403; done redirects with a message.
 * `fixed` are values the address decides: a form cannot set them.
 */
export async function submit<S extends z.ZodType, T, R>(
  context: Context,
  form: FormData,
  command: Command<Actor, S, T, R>,
  fixed: Record<string, string>,
  done: (result: R) => { to: string; message: string },
) {
  const key = form.get(KEY_FIELD);
  const intent = intentOf(form);
  const sent = fieldsToSendAgain(form);
  form.delete(KEY_FIELD);
  form.delete(INTENT_FIELD);
  for (const [name, value] of Object.entries(fixed)) form.set(name, value);
  const submission = parseWithZod(form, { schema: command.input });
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply(), intent, conflict: null }, { status: 400 });
  }
  const execution = await executionOf(context, isId(key) ? key : undefined);
  const outcome = await orUnavailable(executeParsed(command, submission.value, execution), async () => sent);
  if (outcome.status !== "done") return sentBack(outcome, intent, (errors) => submission.reply(errors));
  const { to, message } = done(outcome.result);
  throw redirect(to, { headers: { "Set-Cookie": await flashCookie(message) } });
}

const CONFLICT =
  "Somebody else changed this while you were writing. Theirs is shown beside yours, which is not saved yet.";

/** What a form that was not done is answered: its problems beside it, or the page of a refusal. */
export function sentBack(
  outcome: Exclude<CommandResult<unknown>, { status: "done" }>,
  intent: string,
  reply: (errors: { formErrors: string[]; fieldErrors?: Record<string, string[]> }) => SubmissionResult,
) {
  switch (outcome.status) {
    case "invalid": {
      const { "": formErrors = [], ...fieldErrors } = outcome.fields;
      const lastResult = reply({ formErrors, fieldErrors });
      return data({ lastResult, intent, conflict: null }, { status: 400 });
    }
    case "conflict": {
      const lastResult = reply({ formErrors: [CONFLICT] });
      return data({ lastResult, intent, conflict: toJson(outcome.current) }, { status: 409 });
    }
    case "absent":
      return notFound();
    case "forbidden":
      return forbidden(outcome.why);
  }
}

function isId(value: FormDataEntryValue | null): value is string {
  return idSchema.safeParse(value).success;
}
