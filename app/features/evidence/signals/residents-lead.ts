import { on } from "../../scoring/facts.ts";
import { emitter } from "../../scoring/signals.ts";

/** Residents lead a piece of joint work (docs/method.md 3: A7), from the day the council agreed; before, nothing. */
export const residentsLeadSignals = emitter("residents-lead", (fact) => {
  const agreed = on(fact.agreed);
  if (agreed === null) return [];
  return [{ kind: "outcome", topic: "residents decide", side: "council", on: agreed, worth: 1 }];
});
