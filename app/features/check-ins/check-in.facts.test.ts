import { describe, expect, it } from "vitest";
import { addDays, toDay } from "~/platform/calendar/day";
import { dayOf } from "../scoring/day";
import { COMPONENTS, type Component, type Fact, factSchema, SIDES } from "../scoring/facts";
import { currentMethod } from "../scoring/methods";
import { score } from "../scoring/score";
import { joinEmitters } from "../scoring/signals";
import { checkInFacts, even, type ReleasedVoice } from "./check-in.facts";
import { checkInSignals } from "./check-in.signals";

type Three = ReleasedVoice["answers"][Component];

/** Numbers that come out the same every time. */
function dice(seed: number) {
  let state = seed;
  return (sides: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

const FIRST = toDay("2026-01-10");

/** Some rounds with people who come, stay away, come back, and leave questions out. */
function someVoices(seed: number): ReleasedVoice[] {
  const roll = dice(seed);
  const rounds = Array.from({ length: 1 + roll(4) }, (_, at) => ({
    id: `round-${at}`,
    on: addDays(FIRST, 90 * at),
  }));
  const people = SIDES.flatMap((side) =>
    Array.from({ length: 3 + roll(4) }, (_, at) => ({ side, who: `${side}-${at}` })),
  );
  const answer = () => (roll(5) === 0 ? null : 1 + roll(5));
  return rounds.flatMap(({ id, on }) =>
    people
      .filter(() => roll(4) > 0)
      .map(({ side, who }) => {
        const answers = Object.fromEntries(
          COMPONENTS.map((component): [Component, Three] => [component, [answer(), answer(), answer()]]),
        ) as Record<Component, Three>;
        return { who, roundId: id, on, side, answers };
      }),
  );
}

const asSent = ({ who, roundId, on, side, answers }: ReleasedVoice): Fact => ({
  type: "check-in",
  id: `${roundId}.${who}`,
  who,
  side,
  date: on,
  items: answers,
});

const emit = joinEmitters([checkInSignals]);

function figuresOf(facts: readonly Fact[], day: string) {
  const on = dayOf(day);
  const { components } = score(
    facts.flatMap((fact) => emit(fact, on)),
    currentMethod,
    on,
  );
  return COMPONENTS.map((component) => {
    const { value, se, gap, gapSe, streams } = components[component];
    return [value, se, gap, gapSe, ...streams.flatMap(({ n, x }) => [n, x])].map((one) =>
      typeof one === "number" ? Math.round(one * 1e9) / 1e9 + 0 : one,
    );
  });
}

describe("what a released check-in says to the score", () => {
  it.each(Array.from({ length: 60 }, (_, seed) => seed))(
    "gives every figure the answers give, on every day (%i)",
    (seed) => {
      const voices = someVoices(seed);
      const facts = checkInFacts(voices);
      for (const fact of facts) expect(factSchema.safeParse(fact).success).toBe(true);
      for (const after of [0, 45, 89, 90, 91, 180, 270, 400]) {
        const day = addDays(FIRST, after);
        expect(figuresOf(facts, day), day).toEqual(figuresOf(voices.map(asSent), day));
      }
    },
  );

  it("is the same in whatever order answers are read", () => {
    const voices = someVoices(7);
    expect(checkInFacts(voices.toReversed())).toEqual(checkInFacts(voices));
  });

  it("is not what somebody answered", () => {
    const same = (a: number, b: number, c: number) =>
      Object.fromEntries(COMPONENTS.map((one) => [one, [a, b, c]])) as Record<Component, Three>;
    const of = (who: string, answers: Record<Component, Three>): ReleasedVoice => ({
      who,
      answers,
      roundId: "round-1",
      on: FIRST,
      side: "council",
    });
    const facts = checkInFacts([of("a", same(1, 1, 1)), of("b", same(5, 5, 5)), of("c", same(3, 5, 1))]);
    expect(facts.map(({ items }) => items.trust)).toEqual([
      [3, 3, 3],
      [3, 3, 3],
      [3, 3, 3],
    ]);
  });
});

describe("evening out", () => {
  it.each([
    ["nobody", [], []],
    ["one who said nothing", [[null, 2, null]], [[null, null, null]]],
    [
      "whole answers",
      [
        [1, 1, 1],
        [2, 2, 2],
      ],
      [
        [1, 1, 1],
        [2, 2, 2],
      ],
    ],
    [
      "a rest to share",
      [
        [5, 5, 5],
        [1, 1, 2],
      ],
      [
        [3, 3, 3],
        [3, 3, 4],
      ],
    ],
    // 12 of 3 and 2 of 2, each a mean of 1 to 5, come to 4 + 1 = 5: two twos are moved for one three.
    [
      "two of three among the rest",
      [
        [4, 4, 4],
        [1, 1, null],
      ],
      [
        [3, 3, 3],
        [2, 2, null],
      ],
    ],
  ] as [string, Three[], Three[]][])("%s", (_, answers, evened) => {
    expect(even(answers)).toEqual(evened);
  });
});
