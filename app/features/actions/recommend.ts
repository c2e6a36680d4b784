import type { Day } from "~/platform/calendar/day";
import type { Side } from "../identity/actor";
import { type ActionRule, evidenceKey, rolesFor, type Sighting } from "./action";
import { type Evidence, sharedOnly } from "./evidence";
import { sightingOf } from "./pulse";
import { actionRules } from "./rules";

/** An action that comes up for a side today. */
export type Recommendation = {
  rule: ActionRule;
  sighting: Sighting;
  key: string;
  /** Shared evidence alone would not say this: for the side that reads it, and nobody else. */
  ownOnly: boolean;
};

function seenBy(rule: ActionRule, evidence: Evidence, today: Day, side: Side) {
  if (rolesFor(rule, side) === null) return null;
  const sighting = sightingOf(rule, evidence, today, side);
  return sighting && { rule, sighting, key: evidenceKey(rule, sighting) };
}

/** What comes up for a side, from all that it may see. In the order of the rules. */
export function recommend(evidence: Evidence, today: Day, side: Side): Recommendation[] {
  const shared = sharedOnly(evidence);
  return actionRules.flatMap((rule) => {
    const seen = seenBy(rule, evidence, today, side);
    if (!seen) return [];
    return [{ ...seen, ownOnly: seenBy(rule, shared, today, side)?.key !== seen.key }];
  });
}

/** What comes up for the side across the table, from what both may see alone. */
export function recommendToOther(evidence: Evidence, today: Day, side: Side): Recommendation[] {
  return recommend(sharedOnly(evidence), today, side === "council" ? "community" : "council");
}
