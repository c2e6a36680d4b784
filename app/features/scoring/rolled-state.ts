import { z } from "zod";
import type { Day } from "./day.ts";
import { COMPONENTS } from "./facts.ts";
import { type Method, streamsOf } from "./method.ts";
import { decay, type Rule } from "./rule.ts";
import type { SignalIndex } from "./signal-index.ts";
import type { Emit } from "./signals.ts";
import { addItems, latestDay, perComponent, ruledItems, weigh } from "./tally.ts";

// A score after a write must not cost more the longer the history is. Most of a history is finished: its items
// will only ever fade, and fading by one half-life is one multiplication of a sum. So finished facts are kept as
// decayed sums per stream, and only the others are looked at again:
//   - an open duty, or one still growing to its full weight: its weight goes up, not down;
//   - a fact that names a day ahead: it has not all happened yet;
//   - an agreement in force, a person's latest check-in, the latest agreed rhythm: what they are worth depends on
//     what else there is (rules of scope "area"). A newer one of the same slot takes an older one's place for good.
// Being in touch needs only the last contact and the last lived day of what is finished. Sums lose who they came
// from, so a correction first takes out exactly what the old version had put in; where that cannot be done (the
// last contact goes, and which one is now last is not known) the answer is "rebuild".
// A cache: equal to the score from scratch within 1e-9. Replay and explanation always go from scratch.

const sums = z.strictObject({ items: z.int(), n: z.number(), S: z.number() });
const live = z.strictObject({ slot: z.string().nullable(), on: z.int().nullable() });

/** The stored form of a rolled score of one relationship by one method; JSON. Days are whole numbers (day.ts). */
export const rolledSchema = z.strictObject({
  method: z.string(),
  /** The day to which the sums have faded. */
  day: z.int(),
  streams: z.record(z.string(), sums),
  pairs: z.record(z.enum(COMPONENTS), z.int()),
  lastContact: z.strictObject({ on: z.int(), record: z.string() }).nullable(),
  lastRecord: z.int().nullable(),
  /** Facts to be looked at again, by id; `slot` and its day where only the latest of a slot counts. */
  live: z.record(z.string(), live),
  /** Slots in which an older fact was let go. */
  replaced: z.array(z.string()),
});
export type Rolled = z.infer<typeof rolledSchema>;

/** What rolled scores are made by: a way of emitting and one method. */
export type Basis = { readonly emit: Emit; readonly method: Method };

/** Rules whose items follow from one record alone: only those can be rolled. */
export const ofRecord = (rule: Rule): boolean => rule.scope === "record";

/** A state in which nothing has happened. */
export function emptyState(method: Method, day: Day): Rolled {
  return {
    method: method.id,
    day,
    streams: {},
    pairs: perComponent(() => 0),
    lastContact: null,
    lastRecord: null,
    live: {},
    replaced: [],
  };
}

/**
 * The state to a later day (or the same), as a copy: sums fade, nothing else. Throws RangeError for an earlier
 * day, or another method's state.
 */
export function rollForward(method: Method, state: Rolled, toDay: Day): Rolled {
  if (state.method !== method.id) throw new RangeError(`state of method ${state.method}`);
  if (toDay < state.day) throw new RangeError("a rolled score does not go back in time");
  const next = structuredClone(state);
  next.day = toDay;
  for (const { key, rule } of streamsOf(method)) {
    const sums = next.streams[key];
    if (!sums) continue;
    const kept = decay(toDay - state.day, method.parameters.half_lives[rule.halfLife]);
    sums.n *= kept;
    sums.S *= kept;
  }
  return next;
}

/** Adds a finished record's items to the sums of a state, or with −1 takes them out. Changes the state. */
export function fold(method: Method, state: Rolled, signals: SignalIndex, sign: 1 | -1): void {
  const items = weigh(ruledItems(signals, method, state.day, ofRecord), signals, method, state.day);
  const streams = new Map(Object.entries(state.streams));
  addItems({ streams, pairs: state.pairs, latest: null }, items, sign);
  // An emptied stream is dropped, or what rounding left of it would pass for evidence.
  state.streams = Object.fromEntries([...streams].filter(([, one]) => one.items > 0));
}

/** Notes a finished record's last lived day and contacts, if later than those known. Changes the state. */
export function noteDays(state: Rolled, signals: SignalIndex): void {
  const recorded = latestDay(signals);
  if (recorded !== null && recorded > (state.lastRecord ?? -Infinity)) state.lastRecord = recorded;
  for (const { on, record } of signals.contacts) {
    const held = state.lastContact;
    if (!held || on > held.on || (on === held.on && record > held.record)) {
      state.lastContact = { on, record };
    }
  }
}
