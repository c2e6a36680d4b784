import { on, otherSide } from "../scoring/facts.ts";
import { contacts, duty, emitter, movesOf, type Said } from "../scoring/signals.ts";

/**
 * A milestone (docs/method.md 3: A1, R4; contact when acknowledged). A joint one falls half to each side and is
 * nobody's to acknowledge. Dropped = given up; withdrawn by both = nothing owed.
 */
export const milestoneSignals = emitter("milestone", (fact) => {
  const [due, done, acknowledged] = [on(fact.due), on(fact.done), on(fact.acknowledged)];
  const said: Said[] = contacts(acknowledged);
  if (on(fact.withdrawn) !== null) return said;
  if (due !== null) {
    const owed = { from: due, done, givenUp: on(fact.dropped), moves: movesOf(fact.redated, on) };
    const sides = fact.owner === "joint" ? (["council", "community"] as const) : [fact.owner];
    for (const side of sides) {
      said.push(duty({ ...owed, topic: "milestone delivered", side, share: 1 / sides.length }));
    }
  }
  if (done !== null && fact.owner !== "joint") {
    const side = otherSide(fact.owner);
    said.push(duty({ topic: "milestone acknowledged", side, from: done, done: acknowledged }));
  }
  return said;
});
