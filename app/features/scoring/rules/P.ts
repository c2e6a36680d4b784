import { COMPONENTS, type Component, otherSide, SIDES, type Side } from "../facts.ts";
import type { Parameters } from "../parameters.ts";
import type { Item, Rule } from "../rule.ts";
import type { SignalIndex } from "../signal-index.ts";
import type { Signal, Voice } from "../signals.ts";

/** Fewest of a component's three questions a person must answer. */
const MIN_ANSWERS = 2;

/** A person's mean answer on a component, 0..1; null = too few answered (docs/method.md 3.2). */
export function personScore(answers: readonly (number | null)[]): number | null {
  const given = answers.filter((answer) => answer !== null);
  if (given.length < MIN_ANSWERS) return null;
  return (given.reduce((sum, answer) => sum + answer, 0) / given.length - 1) / 4;
}

// One set of answers a person: the latest, of several on a day the one with the greatest id.
function latestOf(signals: SignalIndex, side: Side): Signal<Voice>[] {
  const byPerson = new Map<string, Signal<Voice>>();
  for (const voice of signals.voices) {
    const held = byPerson.get(voice.who);
    if (voice.side === side && !(held && held.on > voice.on)) byPerson.set(voice.who, voice);
  }
  return [...byPerson.values()];
}

function stream(voices: readonly Signal<Voice>[], component: Component, parameters: Parameters): Item[] {
  const items = voices.flatMap((voice): Item[] => {
    const s = personScore(voice.answers[component]);
    const side = otherSide(voice.side);
    const { record, on } = voice;
    return s === null ? [] : [{ record, side, s, size: 1, grows: null, fadesFrom: on, component }];
  });
  return items.length < parameters.min_resp ? [] : items;
}

/** The check-in (docs/method.md 3.2): what each side says about the other, filed under the other; from 3 people on. */
export const P: Rule = {
  id: "P",
  component: "every",
  anchor: false,
  split: "each side",
  halfLife: "mid",
  tau: null,
  scope: "area",
  name: "What the other side says",
  shows: "How the other side sees this one, by its answers to the check-in.",
  actions: [
    "C1.1",
    "C1.2",
    "C1.3",
    "C2.1",
    "C2.2",
    "C3.1",
    "C3.3",
    "C4.1",
    "C4.5",
    "C5.2",
    "C5.3",
    "P1.1",
    "P3.2",
    "P4.1",
  ],
  items: (signals, { parameters }) =>
    SIDES.flatMap((side) => {
      const voices = latestOf(signals, side);
      return COMPONENTS.flatMap((component) => stream(voices, component, parameters));
    }),
};
