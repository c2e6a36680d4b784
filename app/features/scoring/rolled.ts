import type { Day } from "./day.ts";
import { firstDayIn, lastDayIn } from "./fact-days.ts";
import type { Fact } from "./facts.ts";
import type { Method } from "./method.ts";
import {
  type Basis,
  emptyState,
  fold,
  noteDays,
  ofRecord,
  type Rolled,
  rollForward,
} from "./rolled-state.ts";
import { onlyFades } from "./rule.ts";
import { type Figures, figures } from "./score.ts";
import { SignalIndex } from "./signal-index.ts";
import type { Emit, Signal } from "./signals.ts";
import { addItems, emptyTally, latestDay, ruledItems, weigh } from "./tally.ts";

export { type Rolled, rolledSchema } from "./rolled-state.ts";

/** One write: a new fact (`after`), a correction (both), or one that no longer counts (`before`). */
export type Change = { readonly before?: Fact; readonly after?: Fact };

type Place = { readonly slot: string; readonly on: Day };
type Look = {
  readonly signals: SignalIndex;
  /** Nothing in it can change but by a write: it may be rolled. */
  readonly finished: boolean;
  readonly place: Place | null;
};

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

function look(by: Basis, fact: Fact, day: Day): Look {
  const said = by.emit(fact, day);
  const signals = new SignalIndex(said);
  const ahead = (lastDayIn(fact) ?? day) > day;
  const fading = ruledItems(signals, by.method, day, ofRecord).every(({ item }) => onlyFades(item, day));
  const place = ahead ? null : slotOf(said);
  const finished = !ahead && fading && place === null && signals.agreements.length === 0;
  return { signals, finished, place };
}

// Puts a fact where it belongs: into the sums, among the live, or behind a later one of its slot.
function put(by: Basis, state: Rolled, fact: Fact): void {
  const seen = look(by, fact, state.day);
  if (seen.finished) {
    fold(by.method, state, seen.signals, 1);
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
}

// Whether the last days known stay true when `gone` leaves the sums and `come` enters them.
function keepsLastDays(state: Rolled, gone: SignalIndex, come: Look | null): boolean {
  const stays = (lost: Day | null, last: Day | null, found: Day | null) =>
    lost === null || last === null || lost < last || (found !== null && found >= last);
  const contact = (signals: SignalIndex) =>
    signals.contacts.reduce<Day | null>((last, { on }) => Math.max(last ?? on, on), null);
  const rolling = come?.finished ? come.signals : null;
  return (
    stays(latestDay(gone), state.lastRecord, rolling && latestDay(rolling)) &&
    stays(contact(gone), state.lastContact?.on ?? null, rolling && contact(rolling))
  );
}

function takeOut(by: Basis, state: Rolled, before: Fact, after: Fact | undefined): boolean {
  const come = after ? look(by, after, state.day) : null;
  const held = Object.hasOwn(state.live, before.id) ? state.live[before.id] : undefined;
  if (held) {
    delete state.live[before.id];
    if (held.slot === null || !state.replaced.includes(held.slot)) return true;
    // It had taken an older one's place; that one would be wanted back.
    const heir = come?.place;
    return heir?.slot === held.slot && heir.on >= (held.on ?? heir.on);
  }
  const seen = look(by, before, state.day);
  if (!seen.finished && seen.place === null) return false;
  if (!keepsLastDays(state, seen.signals, come)) return false;
  fold(by.method, state, seen.signals, -1);
  const contact = state.lastContact;
  // Its heir is at least as late and is noted when it is put in.
  if (contact?.record === before.id) state.lastContact = null;
  return true;
}

/** The state from every fact of a relationship: as costly as its history, for the first time and after "rebuild". */
function rebuild(by: Basis, facts: readonly Fact[], day: Day): Rolled {
  const state = emptyState(by.method, day);
  for (const fact of inIdOrder(facts)) put(by, state, fact);
  return state;
}

/**
 * The state after a write on `day`, rolled there. `before` must be exactly the version that counted until now.
 * Its cost does not depend on the history. "rebuild" = this cannot be told from the sums.
 */
function apply(by: Basis, state: Rolled, { before, after }: Change, day: Day): Rolled | "rebuild" {
  if (before && after && before.id !== after.id) throw new RangeError("a correction keeps the id");
  const next = rollForward(by.method, state, day);
  if (before && !takeOut(by, next, before, after)) return "rebuild";
  if (after) put(by, next, after);
  return next;
}

// The facts of a state's live ids, in id order; others given are left out, since they are in the sums.
function liveOf(state: Rolled, facts: readonly Fact[]): Fact[] {
  const found = inIdOrder(facts.filter((fact) => Object.hasOwn(state.live, fact.id)));
  if (found.length !== Object.keys(state.live).length) throw new RangeError("live facts are missing");
  return found;
}

/** Moves live facts that have finished by `day` into the sums, so that the live ones stay few. */
function settle(by: Basis, state: Rolled, liveFacts: readonly Fact[], day: Day): Rolled {
  const next = rollForward(by.method, state, day);
  const facts = liveOf(next, liveFacts);
  next.live = {};
  for (const fact of facts) put(by, next, fact);
  return next;
}

/** The figures of a day, on or after the state's, from the state and its live facts (at least those). */
function scoreRolled(by: Basis, state: Rolled, liveFacts: readonly Fact[], asOf: Day): Figures {
  const { emit, method } = by;
  const then = rollForward(method, state, asOf);
  const said = liveOf(then, liveFacts).flatMap((fact) => emit(fact, asOf));
  const { lastContact, lastRecord } = then;
  if (lastRecord !== null) said.push({ kind: "recorded", on: lastRecord, record: "", disputed: false });
  if (lastContact) said.push({ kind: "contact", ...lastContact, disputed: false });
  const signals = new SignalIndex(said);
  const tally = { ...emptyTally(latestDay(signals)), pairs: { ...then.pairs } };
  for (const [key, one] of Object.entries(then.streams)) tally.streams.set(key, { ...one });
  addItems(tally, weigh(ruledItems(signals, method, asOf), signals, method, asOf));
  return figures(tally, method, asOf);
}

/**
 * The figures of several days, the earliest first, from the facts as given: each looked at from its first day until it
 * has finished, and not once a day. As from scratch, but for rounding.
 */
function replay(by: Basis, facts: readonly Fact[], days: readonly Day[]): Figures[] {
  const [start] = days;
  if (start === undefined) return [];
  let state = emptyState(by.method, start);
  let open = inIdOrder(facts).map((fact) => ({ fact, from: firstDayIn(fact) ?? start }));
  return days.map((day) => {
    state = rollForward(by.method, state, day);
    state.live = {};
    for (const { fact, from } of open) if (from <= day) put(by, state, fact);
    open = open.filter(({ fact, from }) => from > day || Object.hasOwn(state.live, fact.id));
    return scoreRolled(
      by,
      state,
      open.filter(({ from }) => from <= day).map(({ fact }) => fact),
      day,
    );
  });
}

function inIdOrder(facts: readonly Fact[]): Fact[] {
  return facts.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** Binds the functions above to one way of emitting and one method. Pure: a state given is never changed. */
export function createRoller(emit: Emit, method: Method) {
  const by: Basis = { emit, method };
  return {
    empty: (day: Day) => emptyState(by.method, day),
    rebuild: (facts: readonly Fact[], day: Day) => rebuild(by, facts, day),
    rollForward: (state: Rolled, toDay: Day) => rollForward(by.method, state, toDay),
    apply: (state: Rolled, change: Change, day: Day) => apply(by, state, change, day),
    settle: (state: Rolled, liveFacts: readonly Fact[], day: Day) => settle(by, state, liveFacts, day),
    replay: (facts: readonly Fact[], days: readonly Day[]) => replay(by, facts, days),
    scoreRolled: (state: Rolled, liveFacts: readonly Fact[], asOf: Day) =>
      scoreRolled(by, state, liveFacts, asOf),
  };
}
