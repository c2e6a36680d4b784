import { on } from "../scoring/facts.ts";
import { emitter } from "../scoring/signals.ts";

/** One person's released answers about the other side (docs/method.md 3.2, 8). Not contact. */
export const checkInSignals = emitter("check-in", (fact) => {
  const released = on(fact.date);
  if (released === null) return [];
  const { recognition, trust, dialogue, flexibility, ownership } = fact.items;
  const answers = {
    recognition: recognition ?? [],
    trust: trust ?? [],
    dialogue: dialogue ?? [],
    flexibility: flexibility ?? [],
    ownership: ownership ?? [],
  };
  return [{ kind: "voice", who: fact.who, side: fact.side, on: released, answers }];
});
