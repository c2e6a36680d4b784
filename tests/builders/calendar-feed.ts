import ICAL from "ical.js";
import { RouterContextProvider } from "react-router";
import type { Circumstances, SignedIn } from "~/composition/execution.server";
import { clockContext } from "~/composition/visit.server";
import { findFeeds } from "~/features/feeds/feed.queries.server";
import { makeFeed } from "~/features/feeds/feeds.commands.server";
import { hashToken, newToken } from "~/features/links/link-token.server";
import { type Clock, todayBy } from "~/platform/clock";
import { inTransaction } from "~/platform/db.server";
import { loader } from "~/routes/calendar-file";
import { mustRun } from "./place";

/** Somebody's first role on a side, which a calendar can be of; null: they stand on none. */
export async function findMembership(user: SignedIn, { clock }: Circumstances): Promise<string | null> {
  const today = todayBy(clock);
  const feeds = await inTransaction(`user:${user.id}`, today, (tx) => findFeeds(tx, user.id, today));
  return feeds[0]?.membership ?? null;
}

/** A new calendar of that role, by its secret. */
export async function buildFeed(user: SignedIn, by: Circumstances): Promise<string> {
  const membership = await findMembership(user, by);
  if (membership === null) throw new Error(`${user.name} stands on no side`);
  const token = newToken();
  await mustRun(user, makeFeed, { membership, tokenHash: hashToken(token) }, by);
  return token;
}

/** What a calendar program gets by that secret, without a web server between. */
export async function askFeed(
  token: string,
  { clock, headers = {} }: { clock?: Clock; headers?: Record<string, string> },
) {
  const context = new RouterContextProvider();
  if (clock) context.set(clockContext, clock);
  const file = `${token}.ics`;
  const request = new Request(`http://localhost/calendar/${file}`, { headers });
  const asked = { request, context, params: { file } } as unknown as Parameters<typeof loader>[0];
  const response = await loader(asked).catch(
    (thrown: { init?: ResponseInit }) => new Response(null, thrown.init ?? {}),
  );
  return { status: response.status, headers: response.headers, body: await response.text() };
}

/** When each event of a calendar begins, and what it says, as another program reads it. */
export function eventsIn(body: string): string[] {
  const calendar = new ICAL.Component(ICAL.parse(body));
  return calendar
    .getAllSubcomponents("vevent")
    .map((one) => `${one.getFirstPropertyValue("dtstart")} ${one.getFirstPropertyValue("summary")}`);
}
