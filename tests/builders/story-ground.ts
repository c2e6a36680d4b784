import { findActions } from "~/composition/actions.server";
import type { SignedIn } from "~/composition/execution.server";
import { explain } from "~/composition/explanation.server";
import { findGrounds } from "~/composition/health-grounds.server";
import { findFigures } from "~/composition/score-store.server";
import { findPeriodsNear } from "~/features/elections/elections.queries.server";
import type { Side } from "~/features/identity/actor";
import type { Component } from "~/features/scoring/facts";
import { addDays, type Day, startOfDay, toDay } from "~/platform/calendar/day";
import { clockAt } from "~/platform/clock";
import { setConnection } from "~/platform/database/connection.server";
import { closeDatabase, inTransaction } from "~/platform/db.server";
import { tell } from "../../prisma/demonstration/history";
import { createTestDatabase, type TestDatabase } from "../setup/database";
import type { Tell } from "../stories/story";
import { buildPlace, type Place } from "./place";
import { readAs } from "./reading";
import { historiesOf, storyTellers } from "./story-teller";

/** The day all stories are read on, in the evening. */
export const STORY_DAY = toDay("2026-10-01");
const EVENING_MS = 21 * 3_600_000;
const BEGAN_DAYS = 1500;

/** An area with its history, kept for stories to begin from. */
export type Ground = { database: TestDatabase; place: Place };

/** Lays an area's history in a database of its own, told as if `ago` days before the day of the stories. */
export async function layGround(history: Tell, ago = 0): Promise<Ground> {
  const database = await createTestDatabase();
  const began = new Date(startOfDay(addDays(STORY_DAY, -BEGAN_DAYS)));
  const place = await buildPlace(database, { clock: clockAt(began) });
  await tellIn(place, history, addDays(STORY_DAY, -ago));
  await closeDatabase();
  return { database, place };
}

/** Runs in a copy of the ground, which nobody else sees. */
export async function inCopyOf<T>(
  { database, place }: Ground,
  work: (place: Place) => Promise<T>,
): Promise<T> {
  const copy = await createTestDatabase({ like: database });
  setConnection(copy.appUrl);
  try {
    return await work(place);
  } finally {
    await closeDatabase();
    await copy.drop();
  }
}

/** Tells a story through the commands, its days counted from `today`. */
export async function tellIn(place: Place, story: Tell, today: Day = STORY_DAY): Promise<void> {
  const tellers = storyTellers(today, place, await knownIn(place, today));
  story(tellers);
  await tell(today, historiesOf(tellers));
}

/** What an area holds already, by title; its people, by name. */
async function knownIn({ area, community }: Place, today: Day): Promise<Map<string, string>> {
  return inTransaction(`user:${community.lead.id}`, today, async (tx) => {
    const where = { area: { slug: area.slug } };
    const records = await tx.record.findMany({ where, select: { id: true, title: true } });
    const select = { id: true, personId: true, person: { select: { name: true } } };
    const posts = await tx.appointment.findMany({ where, select, orderBy: { id: "desc" } });
    return new Map([
      ...records.map(({ id, title }) => [title, id] as const),
      ...posts.map(({ personId, person }) => [person.name, personId] as const),
      ...posts.map(({ id, person }) => [`post of ${person.name}`, id] as const),
    ]);
  });
}

/** What somebody reads of an area on the day of the stories: the figures, and what is asked of whom. */
async function readBy(place: Place, user: SignedIn) {
  const { area, council } = place;
  return readAs(user, area.slug, storyClock, async (tx, actor) => {
    const figures = await findFigures(tx, council.relationshipId, STORY_DAY);
    const actions = await findActions(tx, actor, council.relationshipId, STORY_DAY);
    if (!actions) throw new Error(`${user.name} does not see the relationship`);
    return { figures, ...actions };
  });
}

const storyClock = clockAt(new Date(startOfDay(STORY_DAY).getTime() + EVENING_MS));

/** What both sides read. */
export async function readBothSides(place: Place) {
  return {
    council: await readBy(place, place.councilSide.lead),
    community: await readBy(place, place.community.lead),
  };
}

export type BothSides = Awaited<ReturnType<typeof readBothSides>>;

/** What the explanation of a component names, as a reader of a side sees it: the figure and the titles of its records. */
export async function explainedTo(place: Place, side: Side, component: Component) {
  const reader = side === "council" ? place.councilSide.reader : place.community.reader;
  const asked = { council: place.council.slug, on: null, known: null, method: null };
  return readAs(reader, place.area.slug, storyClock, async (tx, actor) => {
    const grounds = await findGrounds(tx, actor, asked, STORY_DAY);
    if (!grounds) throw new Error(`${reader.name} does not see the relationship`);
    const { figures, streams } = await explain(tx, actor, grounds, component);
    const titles = streams.flatMap(({ records }) => records.map(({ title }) => title));
    return { value: figures.components[component].value, titles };
  });
}

/** How many pre-election periods are shown to both sides of the area, and to both sides of another. */
export async function periodsShown({ area, community, councilSide, outside }: Place) {
  const shown = (user: SignedIn, slug: string) =>
    readAs(user, slug, storyClock, async (tx, actor) => (await findPeriodsNear(tx, actor, STORY_DAY)).length);
  return {
    here: [await shown(community.reader, area.slug), await shown(councilSide.reader, area.slug)],
    elsewhere: [
      await shown(outside.communityLead, outside.area.slug),
      await shown(outside.councilLead, outside.area.slug),
    ],
  };
}
