import { expect } from "vitest";
import { otherSide, type Side } from "~/features/identity/actor";
import { COMPONENTS, type Component } from "~/features/scoring/facts";
import type { Place } from "../builders/place";
import {
  type BothSides,
  explainedTo,
  type Ground,
  inCopyOf,
  readBothSides,
  tellIn,
} from "../builders/story-ground";
import type { Asked, Holds, Move, Story } from "./story";

const SIDES = ["council", "community"] as const;

/** Two ways of adding the same numbers up may differ by this much. */
const SAME = 1e-9;

const untold = new Map<Ground, Promise<BothSides>>();

/** The area without any story, read once. */
export function readUntold(ground: Ground): Promise<BothSides> {
  const known = untold.get(ground) ?? inCopyOf(ground, readBothSides);
  untold.set(ground, known);
  return known;
}

async function readAgainst(story: Story, ground: Ground): Promise<BothSides> {
  const { against } = story;
  if (!against) return readUntold(ground);
  return inCopyOf(ground, async (place) => {
    await tellIn(place, against);
    return readBothSides(place);
  });
}

/** Tells a story in a copy of its ground, and looks after each chapter whether what it says holds. */
export async function tellStory(story: Story, ground: Ground): Promise<void> {
  const before = await readAgainst(story, ground);
  await inCopyOf(ground, async (place) => {
    for (const { tell, holds } of story.chapters) {
      await tellIn(place, tell);
      await expectHolds(place, holds, before, await readBothSides(place));
    }
  });
}

async function expectHolds(place: Place, holds: Holds, before: BothSides, now: BothSides): Promise<void> {
  // The figures are nobody's own.
  expect(now.council.figures).toEqual(now.community.figures);
  expectMoves(holds, before, now);
  if (holds.gap) expectGap(holds.gap, before, now);
  for (const asked of holds.asks ?? []) expectAsked(asked, now);
  for (const { action, to, was } of holds.asksNot ?? []) {
    if (was) expect(idsOf(before, to), `${action} was asked without the story`).toContain(action);
    expect(idsOf(now, to), `${action} is not asked of the ${to}`).not.toContain(action);
    expect(now[otherSide(to)].theirs.map(({ id }) => id)).not.toContain(action);
  }
  for (const component of COMPONENTS) {
    const names = holds.names?.[component];
    if (names) await expectNamed(place, component, names, now);
  }
}

function expectMoves({ moves = {}, conduct = {} }: Holds, before: BothSides, now: BothSides): void {
  for (const component of COMPONENTS) {
    const [then, after] = [before.council, now.council].map(({ figures }) => figures.components[component]);
    if (!then || !after) continue;
    if (moves[component] || conduct[component])
      expect(after.status, `${component} has evidence`).not.toBe("not enough evidence");
    expectMove(moves[component], component, then.value, after.value);
    for (const side of SIDES)
      expectMove(
        conduct[component]?.[side],
        `${component}, the conduct of the ${side}`,
        then[side].value,
        after[side].value,
      );
  }
}

/** What the two sides say of each other is shown with its distance, which the story made wider. */
function expectGap(component: Component, before: BothSides, now: BothSides): void {
  const [then, after] = [before, now].map(({ council }) => council.figures.components[component].gap ?? null);
  expect(then).not.toBeNull();
  expect(after).toBeGreaterThan(then ?? 0);
}

function expectMove(move: Move | undefined, what: string, before: number, now: number): void {
  if (move === "up") expect(now, `${what} goes up`).toBeGreaterThan(before);
  if (move === "down") expect(now, `${what} goes down`).toBeLessThan(before);
  if (move === "not down") expect(now, `${what} does not go down`).toBeGreaterThanOrEqual(before - SAME);
  if (move === "same") expect(now, `${what} stays`).toBe(before);
}

/** The side is asked, in those words and with those links; the other sees the same on its list of what is waited for. */
function expectAsked({ action, to, says, links = [], own }: Asked, now: BothSides): void {
  expect(idsOf(now, to), `${action} is asked of the ${to}`).toContain(action);
  const card = now[to].mine.find(({ id }) => id === action);
  if (says !== undefined) expect(card?.because).toContain(says);
  expect(titlesOf(card?.records ?? [], links), `links of ${action}`).toEqual(links);
  const across = now[otherSide(to)].theirs.find(({ id }) => id === action);
  expect(card?.ownOnly).toBe(own === true);
  if (own) expect(across?.because).not.toBe(card?.because);
  else expect(across?.because).toBe(card?.because);
}

/** Those of the titles that are linked; a meeting's link has its day behind the title. */
function titlesOf(records: readonly { title: string }[], wanted: readonly string[]): string[] {
  return wanted.filter((title) =>
    records.some((one) => one.title === title || one.title.startsWith(`${title}, `)),
  );
}

async function expectNamed(place: Place, component: Component, names: readonly string[], now: BothSides) {
  for (const side of SIDES) {
    const { value, titles } = await explainedTo(place, side, component);
    expect(value).toBeCloseTo(now[side].figures.components[component].value, 9);
    const missing = names.filter((name) => !titles.some((title) => title.includes(name)));
    expect(missing, `named by the explanation of ${component} to the ${side}`).toEqual([]);
  }
}

function idsOf(both: BothSides, side: Side): string[] {
  return both[side].mine.map(({ id }) => id);
}
