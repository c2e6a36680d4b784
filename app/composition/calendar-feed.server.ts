import { createHash } from "node:crypto";
import { href } from "react-router";
import { ELECTION_KINDS, type ElectionKind, preElectionPeriod } from "~/features/elections/election";
import { type FeedEntry, feedEvents, feedRange } from "~/features/feeds/feed";
import { findFeed, readFeed } from "~/features/feeds/feed.queries.server";
import { writeCalendar } from "~/features/feeds/feed-calendar";
import { hashToken, isToken } from "~/features/links/link-token.server";
import { holidaysOf } from "~/platform/calendar/known-holidays.server";
import { type Clock, todayBy } from "~/platform/clock";
import { inTransaction, type Tx } from "~/platform/db.server";
import { wholeAddress } from "./answer-address.server";
import { recordHref } from "./record-href";

const FILE = /^([\w-]{43})\.ics$/;

/** The address of a new feed, for whoever made it. */
export function feedAddress(token: string): string {
  return wholeAddress(href("/calendar/:file", { file: `${token}.ics` }));
}

/** The calendar that a file's name opens, with what tells one state of it from another; null: it opens nothing. */
export async function findCalendar(
  file: string,
  clock: Clock,
): Promise<{ body: string; etag: string } | null> {
  const token = FILE.exec(file)?.[1];
  if (token === undefined || !isToken(token)) return null;
  const today = todayBy(clock);
  const membership = await findFeed(hashToken(token), today);
  if (membership === null) return null;
  const entries = await inTransaction(`feed:${membership}`, today, async (tx) => {
    const found = await readFeed(tx, feedRange(today));
    return found.map((one) => withPeriod(tx, one));
  });
  const body = writeCalendar(feedEvents(entries, hrefOf), wholeAddress("/"));
  return { body, etag: `"${createHash("sha256").update(body).digest("base64url")}"` };
}

function hrefOf({ kind, id, area }: FeedEntry): string {
  if (kind === "election") return href("/areas/:area/elections", { area: area.slug });
  return recordHref(kind, area.slug, id);
}

type Found = Awaited<ReturnType<typeof readFeed>>[number];

function withPeriod(tx: Tx, { poll, noticeOn, ...entry }: Found): FeedEntry {
  const kind = (Object.keys(ELECTION_KINDS) as ElectionKind[]).find((one) => one === poll);
  if (kind === undefined) return entry;
  const { from, to } = preElectionPeriod({ kind, pollOn: entry.day, noticeOn }, holidaysOf(tx));
  return { ...entry, period: { from, to, poll: ELECTION_KINDS[kind] } };
}
