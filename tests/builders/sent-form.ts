import { RouterContextProvider } from "react-router";
import type { SignedIn } from "~/composition/execution.server";
import { clockContext, closeReads, visitContext } from "~/composition/visit.server";
import { type Clock, todayBy } from "~/platform/clock";
import { ReadScope } from "~/platform/read-scope.server";

/** What an action answers to somebody signed in, on a day; their request's transaction is over then, as in the root. */
export async function answerTo(user: SignedIn, clock: Clock, act: Act) {
  const context = requestOf(user, clock);
  const answer = await answerOf(act(context));
  await closeReads(context);
  return answer;
}

type Act = (context: RouterContextProvider) => Promise<unknown>;

function requestOf(user: SignedIn, clock: Clock): RouterContextProvider {
  const context = new RouterContextProvider();
  const scope = new ReadScope(`user:${user.id}`, todayBy(clock));
  context.set(clockContext, clock);
  context.set(visitContext, { user, scope, clock });
  return context;
}

/** A form as a browser sends it. */
export function sentForm(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

type Answered = { data: unknown; init: ResponseInit | null };

/** What an action answers or throws, as the page gets it: its status with its data. */
export async function answerOf(acting: Promise<unknown>): Promise<{ status: number; data: unknown }> {
  const answer = await acting.catch((thrown: unknown) => thrown);
  if (answer instanceof Error) throw answer;
  if (answer instanceof Response) return { status: answer.status, data: answer.headers.get("Location") };
  const { data, init } = answer as Answered;
  return { status: init?.status ?? 200, data };
}
