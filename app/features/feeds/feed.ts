import { addDays, type Day } from "~/platform/calendar/day";

/** Days shown behind and ahead of today, and the most there is in one feed: more than any account has. */
export const DAYS_BEHIND = 31;
export const DAYS_AHEAD = 400;
export const MOST_ENTRIES = 2_000;

/** The days a feed reaches over, both included. */
export function feedRange(today: Day): { from: Day; until: Day } {
  return { from: addDays(today, -DAYS_BEHIND), until: addDays(today, DAYS_AHEAD) };
}

export const FEED_KINDS = ["meeting", "commitment", "milestone", "project", "mou", "election"] as const;
export type FeedKind = (typeof FEED_KINDS)[number];

/** One thing with a day, as the database tells it to a feed. `title` null: a side's own, or somebody's. */
export type FeedEntry = {
  kind: FeedKind;
  id: string;
  area: { slug: string; name: string };
  day: Day;
  /** A time of day in London, "HH:MM"; null: the whole day. */
  startsAt: string | null;
  minutes: number | null;
  title: string | null;
  changedAt: Date;
  /** Of an election: the first and last day of its pre-election period, and what is voted for. */
  period?: { from: Day; to: Day; poll: string };
};

/** An entry as a calendar shows it. */
export type FeedEvent = {
  uid: string;
  summary: string;
  from: Day;
  /** The last day, included. */
  to: Day;
  at: { time: string; minutes: number } | null;
  /** Takes the time of who has it in their calendar; a day something is due on does not. */
  busy: boolean;
  link: string | null;
  changedAt: Date;
};

/** How long a meeting is drawn where nobody said. */
const USUAL_MINUTES = 60;

const BEFORE: Record<Exclude<FeedKind, "election">, string> = {
  meeting: "",
  commitment: "Promise due: ",
  milestone: "Milestone: ",
  project: "Project ends: ",
  mou: "Agreement ends: ",
};

/** What a calendar shows of an entry; what a side or somebody keeps to themselves is a time that is taken, and no more. */
export function feedEvents(entries: readonly FeedEntry[], hrefOf: (entry: FeedEntry) => string): FeedEvent[] {
  const severalAreas = new Set(entries.map(({ area }) => area.slug)).size > 1;
  return entries.flatMap((entry) => {
    const { kind, id, day, startsAt, minutes, title, changedAt, period } = entry;
    const at = startsAt === null ? null : { time: startsAt, minutes: minutes ?? USUAL_MINUTES };
    const common = { from: day, to: day, at, changedAt };
    if (kind === "election") return period ? pollEvents(entry, period, hrefOf(entry)) : [];
    if (title === null)
      return [{ ...common, uid: id, summary: "Busy", busy: kind === "meeting", link: null }];
    const where = severalAreas ? ` (${entry.area.name})` : "";
    const summary = `${BEFORE[kind]}${title}${where}`;
    return [{ ...common, uid: id, summary, busy: kind === "meeting", link: hrefOf(entry) }];
  });
}

// A council's polls are the same for all its areas: no area is named.
function pollEvents(
  { id, title, changedAt }: FeedEntry,
  { from, to, poll }: { from: Day; to: Day; poll: string },
  link: string,
): FeedEvent[] {
  const council = title ?? "";
  const common = { at: null, busy: false, link, changedAt, to };
  return [
    { ...common, uid: `${id}-period`, summary: `Pre-election period: ${council}`, from },
    { ...common, uid: id, summary: `${poll}: ${council}`, from: to },
  ];
}
