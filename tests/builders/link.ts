import { RouterContextProvider } from "react-router";
import type { z } from "zod";
import { answerByLink } from "~/composition/answer-by-link.server";
import { asksAhead, findAnsweringLink, findAnswerPage } from "~/composition/answer-page.server";
import type { Circumstances, SignedIn } from "~/composition/execution.server";
import { makeLink } from "~/composition/links.commands.server";
import { clockContext, visitContext } from "~/composition/visit.server";
import { hashToken, newToken } from "~/features/links/link-token.server";
import { type Clock, todayBy } from "~/platform/clock";
import { ReadScope } from "~/platform/read-scope.server";
import { buildRequest } from "./asked-request";
import { mustRun, type Place } from "./place";

/** A link to hand over, made by the user for that contact; its token is in nobody's hands but the test's. */
export async function buildLink(
  user: SignedIn,
  link: Pick<z.input<(typeof makeLink)["input"]>, "id" | "personId">,
  by: Circumstances,
): Promise<{ id: string; token: string }> {
  const token = newToken();
  const { id } = await mustRun(user, makeLink, { ...link, way: "hand", tokenHash: hashToken(token) }, by);
  return { id, token };
}

/** A link of the borough's, for a contact of the partnership to answer a request of the borough's own. */
export async function buildAnswerable(
  { area, council, by }: Place,
  author: SignedIn,
  personId: string,
): Promise<{ token: string }> {
  const request = { area: area.slug, council: council.slug, title: "When is the meeting?" };
  return buildLink(author, { id: await buildRequest(author, request, by), personId }, by);
}

function contextAt(clock: Clock): RouterContextProvider {
  const context = new RouterContextProvider();
  context.set(clockContext, clock);
  return context;
}

/** What the address of a token shows to a browser that is nobody's. */
export function openLink(token: string, clock: Clock) {
  return findAnswerPage(contextAt(clock), token);
}

/** The same in a browser in which somebody is signed in. */
export function openLinkSignedIn(token: string, user: SignedIn, clock: Clock) {
  const context = contextAt(clock);
  context.set(visitContext, { user, scope: new ReadScope(`user:${user.id}`, todayBy(clock)), clock });
  return findAnswerPage(context, token);
}

/** The same asked by a program, ahead of anybody who looks. */
export function askAhead(token: string, clock: Clock, init: RequestInit) {
  const request = new Request(`http://localhost/answer/${token}`, init);
  return findAnswerPage(contextAt(clock), token, asksAhead(request));
}

/** Sends an answer by a token: "done", what was said against it, or null where the link gives no such answer. */
export async function sendAnswer(token: string, clock: Clock, fields: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  const context = contextAt(clock);
  const link = await findAnsweringLink(context, token);
  if (link === null) return "no such link";
  try {
    const answer = await answerByLink(context, form, link, "/answer/again");
    return answer && "data" in answer ? (answer.data.lastResult.error ?? "refused") : null;
  } catch (thrown) {
    if (thrown instanceof Response && thrown.status === 302) return "done";
    throw thrown;
  }
}
