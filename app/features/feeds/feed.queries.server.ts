import { type Day, dateToDay, dayToDate } from "~/platform/calendar/day";
import { authClient, type Tx } from "~/platform/db.server";
import { FEED_KINDS, type FeedKind, MOST_ENTRIES } from "./feed";

/** The membership whose feed has this hash, where it is in force today; null: there is none. The day of reading is kept. */
export async function findFeed(tokenHash: string, today: Day): Promise<string | null> {
  const rows = await authClient().$queryRaw<
    { membership_id: string }[]
  >`SELECT * FROM app.find_feed(${tokenHash}, ${today}::date)`;
  return rows[0]?.membership_id ?? null;
}

type Row = {
  kind: string;
  id: string;
  area_slug: string;
  area_name: string;
  on_day: Date;
  starts_at: string | null;
  minutes: number | null;
  title: string | null;
  poll: string | null;
  notice_on: Date | null;
  changed_at: Date;
};

/** What the database tells the feed that has entered, between two days, both included; it reads nothing else. */
export async function readFeed(tx: Tx, { from, until }: { from: Day; until: Day }) {
  const rows = await tx.$queryRaw<
    Row[]
  >`SELECT * FROM app.feed_entries(${from}::date, ${until}::date, ${MOST_ENTRIES})`;
  return rows.flatMap((row) => {
    const kind = FEED_KINDS.find((one): one is FeedKind => one === row.kind);
    if (kind === undefined) return [];
    return [
      {
        kind,
        id: row.id,
        area: { slug: row.area_slug, name: row.area_name },
        day: dateToDay(row.on_day),
        startsAt: row.starts_at,
        minutes: row.minutes,
        title: row.title,
        poll: row.poll,
        noticeOn: row.notice_on && dateToDay(row.notice_on),
        changedAt: row.changed_at,
      },
    ];
  });
}

/** A membership on a side, with the feed it has, for the page of whose it is. */
export type FeedView = {
  membership: string;
  organisation: string;
  role: string;
  area: string | null;
  feed: { madeAt: Date; lastUsedOn: Day | null } | null;
};

/** One's own memberships that are in force, each with its feed. */
export async function findFeeds(tx: Tx, userId: string, today: Day): Promise<FeedView[]> {
  const day = dayToDate(today);
  const rows = await tx.membership.findMany({
    where: {
      userId,
      side: { not: null },
      startsOn: { lte: day },
      OR: [{ endsOn: null }, { endsOn: { gt: day } }],
    },
    orderBy: [{ startsOn: "asc" }, { id: "asc" }],
    select: {
      id: true,
      role: true,
      organisation: { select: { shortName: true } },
      area: { select: { name: true } },
      calendarFeed: { select: { madeAt: true, lastUsedOn: true, endedAt: true } },
    },
  });
  return rows.map(({ id, role, organisation, area, calendarFeed: feed }) => ({
    membership: id,
    organisation: organisation.shortName,
    role,
    area: area?.name ?? null,
    feed:
      feed && feed.endedAt === null
        ? { madeAt: feed.madeAt, lastUsedOn: feed.lastUsedOn && dateToDay(feed.lastUsedOn) }
        : null,
  }));
}
