import type { Day } from "~/platform/calendar/day";
import { COMPONENTS, type Component, type FactOf, type Side } from "../scoring/facts";
import type { Voice } from "./results";

type Three = Voice["answers"][Component];

/** One person's answers in a released round, under the name that only the release can tell. */
export type ReleasedVoice = {
  who: string;
  roundId: string;
  on: Day;
  side: Side;
  answers: Record<Component, Three>;
};

/**
 * What every released round of a relationship says to the score: as many voices, with the same sum, as there were, and
 * nobody's answers. Answers are evened out among those whose voices count on the same days: those of one side who
 * answered in one round and next answered in the same other one, or not again. So every figure is the one that the
 * answers themselves give, on every day, and no fact is what somebody answered (docs/decisions/0023).
 */
export function checkInFacts(voices: readonly ReleasedVoice[]): FactOf<"check-in">[] {
  const groups = new Map<string, ReleasedVoice[]>();
  for (const voice of voices) {
    const key = [voice.roundId, voice.side, nextOf(voice, voices)?.roundId].join(" ");
    groups.set(key, [...(groups.get(key) ?? []), voice]);
  }
  const facts = [...groups.values()].flatMap((group) => {
    const members = group.toSorted((a, b) => (a.who < b.who ? -1 : 1));
    const evened = Object.fromEntries(
      COMPONENTS.map((component) => [component, even(members.map(({ answers }) => answers[component]))]),
    ) as Record<Component, Three[]>;
    return members.map(({ who, roundId, side, on }, at) => {
      const items = Object.fromEntries(
        COMPONENTS.map((component) => [component, evened[component][at] ?? [null, null, null]]),
      ) as Record<Component, Three>;
      return { type: "check-in" as const, id: `${roundId}.${who}`, who, side, date: on, items };
    });
  });
  return facts.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** The voice that takes this one's place: the same person's next one on their side; of one day, by the round's id. */
function nextOf(voice: ReleasedVoice, voices: readonly ReleasedVoice[]): ReleasedVoice | undefined {
  const own = voices.filter(({ who, side }) => who === voice.who && side === voice.side);
  const inOrder = own.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  return inOrder.find((one) => placeOf(one) > placeOf(voice));
}

const placeOf = ({ on, roundId }: ReleasedVoice) => `${on} ${roundId}`;

/**
 * The answers of some people about a component, as evenly spread as whole numbers allow, with the same sum of their
 * means. Somebody who answered two of three questions weighs each more: between them and the rest only what leaves that
 * sum as it is can be moved, twos from them for threes of the rest.
 */
export function even(answers: readonly Three[]): Three[] {
  const whole = answers.map((three) => three.filter((one) => one !== null));
  const sumOf = (size: number) =>
    whole
      .filter(({ length }) => length === size)
      .flat()
      .reduce((a, b) => a + b, 0);
  const [threes, twos] = [3, 2].map((size) => whole.filter(({ length }) => length === size).length);
  const [ofThrees, ofTwos] = [sumOf(3), sumOf(2)];
  const moved =
    threes && twos
      ? Math.trunc((ofTwos / (2 * twos) - ofThrees / (3 * threes)) / (1 / twos + 1 / threes))
      : 0;
  const spread = [...share(ofThrees + 3 * moved, threes ?? 0, 3), ...share(ofTwos - 2 * moved, twos ?? 0, 2)];
  return answers.map((_, at): Three => {
    const [a = null, b = null, c = null] = spread[at] ?? [];
    return [a, b, c];
  });
}

/** A sum over so many people with so many answers each. */
function share(sum: number, people: number, each: number): number[][] {
  const all = Array.from({ length: people * each }, (_, at) => Math.floor((sum + at) / (people * each)));
  return Array.from({ length: people }, (_, at) => all.slice(at * each, (at + 1) * each));
}
