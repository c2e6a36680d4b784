import { describe, expect, test } from "vitest";
import { currentMethod } from "../scoring/methods/index.ts";
import { UNFAIR } from "./fairness.ts";
import { measuresOf } from "./measures.ts";
import {
  classesInOrder,
  classWords,
  DIMENSION_WORDS,
  measureChoices,
  measureWords,
  STATUS_WORDS,
  UNFAIR_WORDS,
} from "./release-words.ts";
import { DIMENSIONS, strataOf } from "./strata.ts";
import { STATUSES } from "./suppression.ts";

test("there are words for everything a release can say", () => {
  for (const id of UNFAIR) expect(UNFAIR_WORDS[id].says).toMatch(/\.$/);
  for (const id of STATUSES) expect(STATUS_WORDS[id].says).toMatch(/\.$/);
  for (const id of DIMENSIONS) expect(DIMENSION_WORDS[id].says).toMatch(/\.$/);
  for (const measure of measuresOf(currentMethod)) {
    const { name, says } = measureWords(measure, currentMethod);
    expect(name).not.toContain("undefined");
    expect(says, measure.id).not.toBe("");
  }
});

test("every class that an area can fall into has words", () => {
  const tiers = ["county", "district", "unitary", "metropolitan", "combined", null];
  const labels = ["Urban", "Urban with rural areas", "Largely rural", null];
  for (const [i, tier] of tiers.entries())
    for (const [j, ruralUrban] of labels.entries()) {
      const strata = strataOf({
        tier,
        ruralUrban,
        months: 9 * i,
        lifecycle: j === 0 ? "active" : "closed",
        quintile: j === 3 ? null : j + 1,
        region: null,
      });
      for (const dimension of DIMENSIONS)
        expect(classWords(dimension, strata[dimension])).toMatch(/^([A-Z]|12 to|24 months)/);
    }
});

test("names of measures differ", () => {
  const names = measuresOf(currentMethod).map((measure) => measureWords(measure, currentMethod).name);
  expect(new Set(names).size).toBe(names.length);
});

test.each([
  ["overall", "Overall"],
  ["trust", "Trust"],
  ["trust/council", "Trust: the council as a partner"],
  ["trust/T1/community", "Trust, T1 Promises kept: the partnership as a partner"],
  ["trust/P/council", "Trust, P Check-in: what the partnership says of the council"],
  ["dialogue/D1/joint", "Dialogue, D1 In touch: both sides together"],
])("%s is called %s", (id, name) => {
  const measure = measuresOf(currentMethod).find((one) => one.id === id);
  expect(measure && measureWords(measure, currentMethod).name).toBe(name);
});

test("the list to choose from holds every measure once, by component", () => {
  const choices = measureChoices(currentMethod);
  expect(choices.map(({ group }) => group)).toHaveLength(6);
  expect(choices.flatMap(({ measures }) => measures.map(({ id }) => id)).sort()).toEqual(
    measuresOf(currentMethod)
      .map(({ id }) => id)
      .sort(),
  );
});

describe("classes stand in a fixed order", () => {
  test.each([
    ["monthsRecorded", ["24 or more", "under 12", "12 to 23"], ["under 12", "12 to 23", "24 or more"]],
    ["councilType", ["not known", "unitary", "county"], ["county", "unitary", "not known"]],
    [
      "region",
      ["not known", "South West", "East of England", "East of England"],
      ["East of England", "South West", "not known"],
    ],
  ] as const)("%s", (dimension, given, expected) => {
    expect(classesInOrder(dimension, given)).toEqual(expected);
  });
});
