import { type Day, parseDay } from "./day.ts";
import type { Fact } from "./facts.ts";

const NOT_DAYS = new Set(["id", "type", "who"]);
/** Days that are planned, not lived: they may lie ahead, and are no sign of life (docs/method.md 3.1). */
const PLANNED = new Set(["due", "target", "review_due"]);
/** A dispute is about a record and adds nothing to it, so that a settled one equals one never disputed. */
const DISPUTE = new Set(["contested", "settled"]);

function visitDays(value: unknown, key: string, visit: (day: Day, key: string) => void): void {
  if (typeof value === "string") {
    const found = NOT_DAYS.has(key) ? null : parseDay(value);
    if (found !== null) visit(found, key);
  } else if (Array.isArray(value)) {
    for (const one of value) visitDays(one, key, visit);
  } else if (typeof value === "object" && value !== null) {
    for (const [name, one] of Object.entries(value)) visitDays(one, name, visit);
  }
}

function blankAfter(value: unknown, key: string, asOf: Day): unknown {
  if (typeof value === "string") {
    const found = NOT_DAYS.has(key) || PLANNED.has(key) ? null : parseDay(value);
    return found !== null && found > asOf ? null : value;
  }
  if (Array.isArray(value)) return value.map((one) => blankAfter(one, key, asOf));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, blankAfter(one, name, asOf)]));
}

/** The last day named anywhere in a fact (inclusive), planned days apart; null if it names none. */
export function lastDayIn(fact: Fact): Day | null {
  let last: Day | null = null;
  visitDays(fact, "", (found, key) => {
    if (!PLANNED.has(key)) last = last === null || found > last ? found : last;
  });
  return last;
}

/** The first day named anywhere in a fact, planned days included; before it, it says nothing. Null if it names none. */
export function firstDayIn(fact: Fact): Day | null {
  let first: Day | null = null;
  visitDays(fact, "", (found) => {
    first = first === null || found < first ? found : first;
  });
  return first;
}

/** The last day on which something in a fact happened: as `lastDayIn`, disputes apart (docs/method.md 3.1, `latest`). */
export function lastLivedDayIn(fact: Fact): Day | null {
  let last: Day | null = null;
  visitDays(fact, "", (found, key) => {
    if (!DISPUTE.has(key) && !PLANNED.has(key)) last = last === null || found > last ? found : last;
  });
  return last;
}

/**
 * A fact as it stood at the end of `asOf`: a lived day after it has not happened and becomes null
 * (docs/method.md 2); planned days stay. The same object comes back where nothing lies ahead.
 */
export function factOn<F extends Fact>(fact: F, asOf: Day): F {
  const last = lastDayIn(fact);
  return last !== null && last > asOf ? (blankAfter(fact, "", asOf) as F) : fact;
}
