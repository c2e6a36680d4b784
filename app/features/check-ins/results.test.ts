import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf } from "../scoring/day.ts";
import { COMPONENTS, type Component, type Side } from "../scoring/facts.ts";
import { currentMethod } from "../scoring/methods/index.ts";
import { gapWords, widthWords } from "./gap-words.ts";
import { QUESTIONS, questionsOf } from "./questions.ts";
import { hasEnough, type Level, resultsOf, type Views, type Voice, viewsOf } from "./results.ts";

const ON = dayOf("2026-10-01");
const NAMES = { community: "the partnership", council: "Barley Borough" };
const same = (value: number | null) => [value, value, value] as [number | null, number | null, number | null];

/** People of a side, each of whom says the same to every question. */
const people = (side: Side, ...says: (number | null)[]): Voice[] =>
  says.map((one) => ({
    side,
    answers: {
      recognition: same(one),
      trust: same(one),
      dialogue: same(one),
      flexibility: same(one),
      ownership: same(one),
    },
  }));
const results = (...voices: Voice[][]) => resultsOf(voices.flat(), ON, currentMethod);
const trustIn = (views: ReturnType<typeof results>) => {
  const found = views.find(({ component }) => component === "trust");
  if (!found) throw new Error("no trust");
  return found;
};

/** A round's gaps again, from its levels. */
const fromLevels = (views: readonly Views[]) => {
  const by = (side: Side) =>
    Object.fromEntries(views.map((one) => [one.component, one.by[side]])) as Record<Component, Level | null>;
  return viewsOf({ components: { council: by("council"), community: by("community") } }, currentMethod);
};

describe("the questions", () => {
  it("are three a component, with ids that are for ever", () => {
    expect(QUESTIONS.map(({ id }) => id)).toEqual(
      COMPONENTS.flatMap((component) => [1, 2, 3].map((number) => `${component}.${number}`)),
    );
    for (const component of COMPONENTS)
      expect(questionsOf(component).map(({ id }) => id.split(".")[0])).toEqual(Array(3).fill(component));
  });
});

describe("what a round says", () => {
  it("gives each side's level of the other, how far its people are apart, and the gap with its range", () => {
    const trust = trustIn(results(people("community", 1, 2, 3), people("council", 5, 4, 4, 3)));
    expect(trust.by).toEqual({
      community: { value: 25, people: 3, spread: "mixed" },
      council: { value: 75, people: 4, spread: "mixed" },
    });
    // By hand: v = x̃(1−x̃)/(n+3), x̃ = (S+1)/(n+2); (0.75+1)/5 = .35 and (3+1)/6 = .6667.
    const se = 100 * Math.sqrt((0.35 * 0.65) / 6 + ((2 / 3) * (1 / 3)) / 7);
    expect(trust.gap?.points).toBeCloseTo(-50, 9);
    expect(trust.gap?.lo).toBeCloseTo(-50 - 1.645 * se, 9);
    expect(trust.gap?.hi).toBeCloseTo(-50 + 1.645 * se, 9);
    expect(trust.gap?.flagged).toBe(true);
  });

  it.each([
    { says: "none answered", community: [], council: [4, 4, 4], levels: [false, true] },
    { says: "two answered", community: [4, 4], council: [4, 4, 4], levels: [false, true] },
    { says: "the third knew nothing", community: [4, 4, null], council: [4, 4, 4], levels: [false, true] },
    { says: "both are few", community: [4, 4], council: [2, 2], levels: [false, false] },
    { says: "both are three", community: [4, 4, 4], council: [4, 4, 4], levels: [true, true] },
  ])("withholds a side of under three, and the gap with it: $says", ({ community, council, levels }) => {
    const { by, gap } = trustIn(results(people("community", ...community), people("council", ...council)));
    expect([by.community !== null, by.council !== null]).toEqual(levels);
    expect(gap !== null).toBe(levels.every(Boolean));
  });

  it("counts a person who answered two of a component's three questions, and not one who answered one", () => {
    const some = (answers: Voice["answers"]["trust"]): Voice[] =>
      people("community", 4).map((one) => ({ ...one, answers: { ...one.answers, trust: answers } }));
    const council = people("council", 3, 3, 3);
    const withTwo = results(people("community", 4, 4), some([2, null, 2]), council);
    expect(trustIn(withTwo).by.community).toMatchObject({ people: 3 });
    const withOne = results(people("community", 4, 4), some([2, null, null]), council);
    expect(trustIn(withOne).by.community).toBeNull();
  });

  it.each([
    [[4, 4, 4, 4], "close"],
    [[3, 4, 4, 4], "close"],
    [[2, 3, 4], "mixed"],
    [[1, 5, 3], "apart"],
  ] as const)("says how far a side's people are apart: %j", (says, spread) => {
    const { by } = trustIn(results(people("community", ...says), people("council", 3, 3, 3)));
    expect(by.community?.spread).toBe(spread);
  });

  it.each([
    { community: [3, 3, 3], council: [3, 3, 4], flagged: false, why: "under 20 points" },
    { community: [3, 2, 3], council: [4, 3, 4], flagged: false, why: "25 points, within its error" },
    { community: Array(12).fill(2), council: Array(12).fill(4), flagged: true, why: "both" },
  ])("flags a gap from 20 points that is over its error: $why", ({ community, council, flagged }) => {
    const { gap } = trustIn(results(people("community", ...community), people("council", ...council)));
    expect(gap?.flagged).toBe(flagged);
  });

  it("says no more and no less when the answers come in another order, or the sides are swapped", () => {
    const answer = fc.option(fc.integer({ min: 1, max: 5 }), { nil: null });
    const side = fc.constantFrom<Side>("council", "community");
    const three = fc.tuple(answer, answer, answer);
    const answers = fc.record({
      recognition: three,
      trust: three,
      dialogue: three,
      flexibility: three,
      ownership: three,
    });
    const voices = fc.array(fc.record({ side, answers }), { maxLength: 12 });
    const swap = (one: Voice): Voice => ({ ...one, side: one.side === "council" ? "community" : "council" });
    fc.assert(
      fc.property(voices, (all) => {
        const [there, back] = [results(all), results(all.toReversed())];
        const swapped = results(all.map(swap));
        there.forEach(({ component, by, gap }, index) => {
          const [reversed, other] = [back[index], swapped[index]];
          expect(reversed?.component).toBe(component);
          for (const one of ["council", "community"] as const) {
            const level = by[one];
            const opposite = other?.by[one === "council" ? "community" : "council"];
            expect(reversed?.by[one]?.value ?? -1).toBeCloseTo(level?.value ?? -1, 9);
            expect(opposite?.value ?? -1).toBeCloseTo(level?.value ?? -1, 9);
            if (level) expect(level.value).toBeGreaterThanOrEqual(0);
            if (level) expect(level.value).toBeLessThanOrEqual(100);
          }
          expect(-(other?.gap?.points ?? 0)).toBeCloseTo(gap?.points ?? 0, 9);
          // From its levels alone, as it is kept once released, a round says the same.
          expect(fromLevels(there)[index]?.gap?.lo ?? -1).toBeCloseTo(gap?.lo ?? -1, 9);
          expect(fromLevels(there)[index]?.gap?.flagged).toBe(gap?.flagged);
          expect(gap === null).toBe(by.council === null || by.community === null);
          expect(other?.gap?.flagged).toBe(gap?.flagged);
        });
      }),
      { numRuns: 200 },
    );
  });

  it("is shown only where each side has three who answered", () => {
    expect(hasEnough([...people("council", 3, 3, 3), ...people("community", 3, 3)], currentMethod)).toBe(
      false,
    );
    expect(hasEnough([...people("council", 3, 3, 3), ...people("community", 3, 3, 3)], currentMethod)).toBe(
      true,
    );
  });
});

describe("a gap in words", () => {
  const gap = (points: number, lo: number, hi: number) => ({ points, lo, hi, flagged: true });
  it.each([
    [gap(-50, -76.4, -23.6), "50 points apart, likely between 24 and 76"],
    [gap(50, 23.6, 76.4), "50 points apart, likely between 24 and 76"],
    [gap(-8, -30, 14), "8 points apart, likely 30 at the most, and it may be no difference at all"],
    [gap(1.2, -20, 22.4), "1 point apart, likely 22 at the most, and it may be no difference at all"],
    [gap(80, 50, 110), "80 points apart, likely between 50 and 100"],
  ])("%j", (one, words) => expect(widthWords(one)).toBe(words));

  it("names both levels first; without one it names no gap", () => {
    const by = { community: 24.6, council: 75 };
    expect(gapWords({ component: "trust", by, gap: gap(-50.4, -77, -24) }, NAMES)).toBe(
      "On trust, the partnership puts Barley Borough at 25 out of 100, and Barley Borough puts the partnership at 75 out of 100. That is 50 points apart, likely between 24 and 77.",
    );
    expect(gapWords({ component: "ownership", by: { ...by, council: null }, gap: null }, NAMES)).toBe(
      "On shared ownership, the partnership puts Barley Borough at 25 out of 100. Of the other side too few have answered.",
    );
    expect(
      gapWords({ component: "trust", by: { community: null, council: null }, gap: null }, NAMES),
    ).toContain("too few have answered");
  });
});
