import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tellPlain, tellSteady } from "../builders/neutral-area";
import { type Ground, inCopyOf, layGround, periodsShown, tellIn } from "../builders/story-ground";
import { checkInStories } from "./check-ins";
import { dialogueStories } from "./dialogue";
import { eitherSideStories } from "./either-side";
import { flexibilityStories } from "./flexibility";
import { oneSidedStories } from "./one-sided";
import { ownershipStories } from "./ownership";
import { recognitionStories } from "./recognition";
import type { GroundName } from "./story";
import { readUntold, tellStory } from "./telling";
import { trustStories } from "./trust";

const stories = [
  ...recognitionStories,
  ...trustStories,
  ...dialogueStories,
  ...flexibilityStories,
  ...ownershipStories,
  ...checkInStories,
  ...eitherSideStories,
  ...oneSidedStories,
];

const grounds = new Map<GroundName, Ground>();
const LONG_AGO = 570;

beforeAll(async () => {
  grounds.set("steady", await layGround(tellSteady));
  grounds.set("plain", await layGround(tellPlain));
  grounds.set("long ago", await layGround(tellSteady, LONG_AGO));
}, 600_000);
afterAll(async () => {
  for (const { database } of grounds.values()) await database.drop();
});

function groundOf(name: GroundName = "steady"): Ground {
  const ground = grounds.get(name);
  if (!ground) throw new Error(`There is no ground ${name}`);
  return ground;
}

test("the steady area has evidence of everything, and asks nothing of either side", async () => {
  const both = await readUntold(groundOf("steady"));
  expect(both.council.mine.map(({ id, because }) => `${id} ${because}`)).toEqual([]);
  expect(both.community.mine.map(({ id, because }) => `${id} ${because}`)).toEqual([]);
  expect(both.council.figures.status).toBe("scored");
});

describe("stories", () => {
  test.each(stories.map((story) => [story.id, story] as const))("%s", async (_, story) => {
    await tellStory(story, groundOf(story.in));
  });
});

test("S26: the period before the election is shown to the areas of that council alone", async () => {
  const story = trustStories.find(({ id }) => id === "S26");
  await inCopyOf(groundOf(), async (place) => {
    for (const { tell } of story?.chapters ?? []) await tellIn(place, tell);
    expect(await periodsShown(place)).toEqual({ here: [1, 1], elsewhere: [0, 0] });
  });
});
