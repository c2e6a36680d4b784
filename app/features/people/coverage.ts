import { addDays, type Day } from "~/platform/calendar/day";
import type { Side } from "../identity/actor";
import { POST_LEVELS, type PostLevel } from "./person";

/** Six months, in days: how long a meeting keeps somebody a live contact (as the recommended steps count it). */
const LIVE_DAYS = 183;
/** The share of a side's open promises beyond which one person holds too many. */
const MOST_HELD = 0.4;
/** Fewer open promises than this say nothing about who holds them. */
const FEW_PROMISES = 3;
/** Levels of a council that should have a live contact (guide, P1.2). */
export const LEVELS_WANTED = 3;
/** The levels of a council; a community has none. */
const COUNCIL_LEVELS = (Object.keys(POST_LEVELS) as PostLevel[]).filter((one) => one !== "community");

/** A post held now, with the last contact with its holder. */
export type HeldPost = {
  personId: string;
  name: string;
  organisationId: string;
  level: PostLevel;
  lastOn: Day | null;
};
export type Contact = { id: string; name: string; lastOn: Day };
export type LevelCover = { level: PostLevel; known: number; live: Contact[] };

/** Whether a contact keeps somebody live on that day, the day six months ago included. */
export function isLive(lastOn: Day | null, today: Day): lastOn is Day {
  return lastOn !== null && lastOn >= addDays(today, -LIVE_DAYS);
}

/** The people of one organisation who are live contacts, the latest first. */
export function liveContacts(posts: readonly HeldPost[], organisationId: string, today: Day): Contact[] {
  const live = new Map<string, Contact>();
  for (const { personId, name, organisationId: of, lastOn } of posts)
    if (of === organisationId && isLive(lastOn, today)) live.set(personId, { id: personId, name, lastOn });
  return [...live.values()].sort((a, b) =>
    a.lastOn === b.lastOn ? a.name.localeCompare(b.name, "en-GB") : a.lastOn < b.lastOn ? 1 : -1,
  );
}

/** How far each level of a council is covered: who holds a post there, and who of them is a live contact. */
export function coverOf(posts: readonly HeldPost[], organisationId: string, today: Day): LevelCover[] {
  return COUNCIL_LEVELS.map((level) => {
    const held = posts.filter((post) => post.organisationId === organisationId && post.level === level);
    const known = new Set(held.map(({ personId }) => personId)).size;
    return { level, known, live: liveContacts(held, organisationId, today) };
  });
}

export type OpenPromise = { bySide: Side; personId: string | null; name: string | null };
export type Holder = { side: Side; name: string; held: number; of: number };

/** Who holds more than four in ten of the open promises of their side: what stops if they leave. */
export function holdersOfMost(open: readonly OpenPromise[]): Holder[] {
  return (["community", "council"] as const).flatMap((side) => {
    const theirs = open.filter(({ bySide }) => bySide === side);
    if (theirs.length < FEW_PROMISES) return [];
    const counts = new Map<string, Holder>();
    for (const { personId, name } of theirs) {
      if (personId === null || name === null) continue;
      const held = (counts.get(personId)?.held ?? 0) + 1;
      counts.set(personId, { side, name, held, of: theirs.length });
    }
    return [...counts.values()].filter(({ held }) => held / theirs.length > MOST_HELD);
  });
}
