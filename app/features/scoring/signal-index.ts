import type {
  Agreement,
  Contact,
  Duty,
  DutyTopic,
  Outcome,
  OutcomeTopic,
  Promised,
  Recorded,
  Rhythm,
  Said,
  Signal,
  State,
  StateTopic,
  Voice,
} from "./signals.ts";

type Kind = Said["kind"];
type OfKind<K extends Kind> = Signal<Extract<Said, { kind: K }>>;

/** Signals sorted by record id and looked up by what they say, so that a rule reads only its own. */
export class SignalIndex {
  readonly #byKey = new Map<string, Signal[]>();
  /** Records the other side disputes. */
  readonly disputed: ReadonlySet<string>;

  /** The order of `signals` does not matter, but those of one record must stand in the order they were said. */
  constructor(signals: readonly Signal[]) {
    const disputed = new Set<string>();
    for (const signal of signals.toSorted(byRecord)) {
      if (signal.disputed) disputed.add(signal.record);
      const key = "topic" in signal ? `${signal.kind}:${signal.topic}` : signal.kind;
      const list = this.#byKey.get(key);
      if (list) list.push(signal);
      else this.#byKey.set(key, [signal]);
    }
    this.disputed = disputed;
  }

  #read<K extends Kind>(kind: K, topic?: string): readonly OfKind<K>[] {
    return (this.#byKey.get(topic === undefined ? kind : `${kind}:${topic}`) ?? []) as OfKind<K>[];
  }

  duties(topic: DutyTopic): readonly Signal<Duty>[] {
    return this.#read("duty", topic);
  }
  outcomes(topic: OutcomeTopic): readonly Signal<Outcome>[] {
    return this.#read("outcome", topic);
  }
  states(topic: StateTopic): readonly Signal<State>[] {
    return this.#read("state", topic);
  }
  get promises(): readonly Signal<Promised>[] {
    return this.#read("promise");
  }
  get agreements(): readonly Signal<Agreement>[] {
    return this.#read("agreement");
  }
  get rhythms(): readonly Signal<Rhythm>[] {
    return this.#read("rhythm");
  }
  get voices(): readonly Signal<Voice>[] {
    return this.#read("voice");
  }
  get contacts(): readonly Signal<Contact>[] {
    return this.#read("contact");
  }
  get recorded(): readonly Signal<Recorded>[] {
    return this.#read("recorded");
  }
}

/** Order by record id, by code unit: the same on every machine, whatever its language. */
export function byRecord(a: { readonly record: string }, b: { readonly record: string }): number {
  return a.record < b.record ? -1 : a.record > b.record ? 1 : 0;
}
