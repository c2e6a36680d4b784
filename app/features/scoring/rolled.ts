import { z } from "zod";
import type { Day } from "./day.ts";
import { COMPONENTS, type Fact, lastDayIn } from "./facts.ts";
import { type Method, streamsOf } from "./method.ts";
import { decay, onlyFades, type Rule } from "./rule.ts";
import { type Figures, figures } from "./score.ts";
import { SignalIndex } from "./signal-index.ts";
import type { Emit, Signal } from "./signals.ts";
import { addItems, emptyTally, latestDay, perComponent, ruledItems, weigh } from "./tally.ts";

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

/** One write: a new fact (`after`), a correction (both), or one that no longer counts (`before`). */
export type Change = { readonly before?: Fact; readonly after?: Fact };

type Place = { readonly slot: string; readonly on: Day };
type Look = {
  readonly signals: SignalIndex;
  /** Nothing in it can change but by a write: it may be rolled. */
  readonly finished: boolean;
  readonly place: Place | null;
};

const ofRecord = (rule: Rule) => rule.scope === "record";

function slotOf(signals: readonly Signal[]): Place | null {
  for (const one of signals) {
    if (one.kind === "voice") return { slot: JSON.stringify(["voice", one.side, one.who]), on: one.on };
    if (one.kind === "rhythm") return { slot: "rhythm", on: one.agreed };
  }
  return null;
}

function isLater(a: Place, idA: string, b: { on: Day | null }, idB: string): boolean {
  return b.on === null || a.on > b.on || (a.on === b.on && idA > idB);
}

/** Rolled scores for one way of emitting and one method. Pure: a state given is never changed. */
export type Roller = ReturnType<typeof createRoller>;

export function createRoller(emit: Emit, method: Method) {
  const halfLives = new Map(
    streamsOf(method).map(({ key, rule }) => [key, method.parameters.half_lives[rule.halfLife]]),
  );

  const look = (fact: Fact, day: Day): Look => {
    const said = emit(fact, day);
    const signals = new SignalIndex(said);
    const ahead = (lastDayIn(fact) ?? day) > day;
    const fading = ruledItems(signals, method, day, ofRecord).every(({ item }) => onlyFades(item, day));
    const place = ahead ? null : slotOf(said);
    const finished = !ahead && fading && place === null && signals.agreements.length === 0;
    return { signals, finished, place };
  };

  const copy = (state: Rolled): Rolled => structuredClone(state);

  const fold = (state: Rolled, signals: SignalIndex, sign: 1 | -1): void => {
    const items = weigh(ruledItems(signals, method, state.day, ofRecord), signals, method, state.day);
    const streams = new Map(Object.entries(state.streams));
    addItems({ streams, pairs: state.pairs, latest: null }, items, sign);
    // An emptied stream is dropped, or what rounding left of it would pass for evidence.
    state.streams = Object.fromEntries([...streams].filter(([, one]) => one.items > 0));
  };

  const noteDays = (state: Rolled, signals: SignalIndex): void => {
    const recorded = latestDay(signals);
    if (recorded !== null && recorded > (state.lastRecord ?? -Infinity)) state.lastRecord = recorded;
    for (const { on, record } of signals.contacts) {
      const held = state.lastContact;
      if (!held || on > held.on || (on === held.on && record > held.record)) {
        state.lastContact = { on, record };
      }
    }
  };

  // Puts a fact where it belongs: into the sums, among the live, or behind a later one of its slot.
  const put = (state: Rolled, fact: Fact): void => {
    const seen = look(fact, state.day);
    if (seen.finished) {
      fold(state, seen.signals, 1);
      noteDays(state, seen.signals);
      return;
    }
    const { place } = seen;
    const rival = place && Object.entries(state.live).find(([, one]) => one.slot === place.slot);
    if (place && rival) {
      const [id, held] = rival;
      if (!state.replaced.includes(place.slot)) state.replaced.push(place.slot);
      const wins = isLater(place, fact.id, held, id);
      const lost = wins ? (held.on ?? place.on) : place.on;
      state.lastRecord = Math.max(state.lastRecord ?? lost, lost);
      if (!wins) return;
      delete state.live[id];
    }
    state.live[fact.id] = { slot: place?.slot ?? null, on: place?.on ?? null };
  };

  // Whether the last days known stay true when `gone` leaves the sums and `come` enters them.
  const keepsLastDays = (state: Rolled, gone: SignalIndex, come: Look | null): boolean => {
    const stays = (lost: Day | null, last: Day | null, found: Day | null) =>
      lost === null || last === null || lost < last || (found !== null && found >= last);
    const contact = (signals: SignalIndex) =>
      signals.contacts.reduce<Day | null>((last, { on }) => Math.max(last ?? on, on), null);
    const rolling = come?.finished ? come.signals : null;
    return (
      stays(latestDay(gone), state.lastRecord, rolling && latestDay(rolling)) &&
      stays(contact(gone), state.lastContact?.on ?? null, rolling && contact(rolling))
    );
  };

  const takeOut = (state: Rolled, before: Fact, after: Fact | undefined): boolean => {
    const come = after ? look(after, state.day) : null;
    const held = state.live[before.id];
    if (held) {
      delete state.live[before.id];
      if (held.slot === null || !state.replaced.includes(held.slot)) return true;
      // It had taken an older one's place; that one would be wanted back.
      const heir = come?.place;
      return heir?.slot === held.slot && heir.on >= (held.on ?? heir.on);
    }
    const seen = look(before, state.day);
    if (!seen.finished && seen.place === null) return false;
    if (!keepsLastDays(state, seen.signals, come)) return false;
    fold(state, seen.signals, -1);
    const contact = state.lastContact;
    // Its heir is at least as late and is noted when it is put in.
    if (contact?.record === before.id) state.lastContact = null;
    return true;
  };

  /** A state in which nothing has happened. */
  const empty = (day: Day): Rolled => ({
    method: method.id,
    day,
    streams: {},
    pairs: perComponent(() => 0),
    lastContact: null,
    lastRecord: null,
    live: {},
    replaced: [],
  });

  /** The state to a later day (or the same): sums fade, nothing else. Throws RangeError for an earlier day, or another method's state. */
  const rollForward = (state: Rolled, toDay: Day): Rolled => {
    if (state.method !== method.id) throw new RangeError(`state of method ${state.method}`);
    if (toDay < state.day) throw new RangeError("a rolled score does not go back in time");
    const next = copy(state);
    next.day = toDay;
    for (const [key, one] of Object.entries(next.streams)) {
      const kept = decay(toDay - state.day, halfLives.get(key) ?? Number.NaN);
      one.n *= kept;
      one.S *= kept;
    }
    return next;
  };

  /** The state from every fact of a relationship: as costly as its history, for the first time and after "rebuild". */
  const rebuild = (facts: readonly Fact[], day: Day): Rolled => {
    const state = empty(day);
    for (const fact of inIdOrder(facts)) put(state, fact);
    return state;
  };

  /**
   * The state after a write on `day`, rolled there. `before` must be exactly the version that counted until now.
   * Its cost does not depend on the history. "rebuild" = this cannot be told from the sums.
   */
  const apply = (state: Rolled, { before, after }: Change, day: Day): Rolled | "rebuild" => {
    if (before && after && before.id !== after.id) throw new RangeError("a correction keeps the id");
    const next = rollForward(state, day);
    if (before && !takeOut(next, before, after)) return "rebuild";
    if (after) put(next, after);
    return next;
  };

  // The facts of a state's live ids, in id order; others given are left out, since they are in the sums.
  const liveOf = (state: Rolled, facts: readonly Fact[]): Fact[] => {
    const found = inIdOrder(facts.filter((fact) => state.live[fact.id] !== undefined));
    if (found.length !== Object.keys(state.live).length) throw new RangeError("live facts are missing");
    return found;
  };

  /** Moves live facts that have finished by `day` into the sums, so that the live ones stay few. */
  const settle = (state: Rolled, liveFacts: readonly Fact[], day: Day): Rolled => {
    const next = rollForward(state, day);
    const facts = liveOf(next, liveFacts);
    next.live = {};
    for (const fact of facts) put(next, fact);
    return next;
  };

  /** The figures of a day, on or after the state's, from the state and its live facts (at least those). */
  const scoreRolled = (state: Rolled, liveFacts: readonly Fact[], asOf: Day): Figures => {
    const then = rollForward(state, asOf);
    const said = liveOf(then, liveFacts).flatMap((fact) => emit(fact, asOf));
    const { lastContact, lastRecord } = then;
    if (lastRecord !== null) said.push({ kind: "recorded", on: lastRecord, record: "", disputed: false });
    if (lastContact) said.push({ kind: "contact", ...lastContact, disputed: false });
    const signals = new SignalIndex(said);
    const tally = { ...emptyTally(latestDay(signals)), pairs: { ...then.pairs } };
    for (const [key, one] of Object.entries(then.streams)) tally.streams.set(key, { ...one });
    addItems(tally, weigh(ruledItems(signals, method, asOf), signals, method, asOf));
    return figures(tally, method, asOf);
  };

  return { empty, rebuild, rollForward, apply, settle, scoreRolled };
}

function inIdOrder(facts: readonly Fact[]): Fact[] {
  return facts.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}
