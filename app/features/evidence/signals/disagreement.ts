import { on, otherSide } from "../../scoring/facts.ts";
import { contacts, duty, emitter, type Said } from "../../scoring/signals.ts";

const WORTH = { settled: 1, adapted: 1, "reasoned no": 0.5 } as const;

/** A disagreement: for the side that did not open it to work through (docs/method.md 3: F6; closing is contact). */
export const disagreementSignals = emitter("disagreement", (fact) => {
  const [opened, closed] = [on(fact.opened), on(fact.closed)];
  const said: Said[] = contacts(closed);
  if (opened === null) return said;
  const worth = fact.outcome == null ? null : WORTH[fact.outcome];
  const side = otherSide(fact.by);
  said.push(duty({ topic: "disagreement worked through", side, from: opened, done: closed, worth }));
  return said;
});
