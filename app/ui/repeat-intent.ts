/** What a button of a repeating group asks for. */
export type RepeatIntent = { kind: "add"; name: string } | { kind: "remove"; name: string; index: number };

/** The value of a button named "intent" that adds an empty group, or takes the nth out. */
export function repeatIntent(intent: RepeatIntent): string {
  return intent.kind === "add" ? `add:${intent.name}` : `remove:${intent.name}:${intent.index}`;
}

/** Reads a form's intent; null when it is about something else, such as saving. */
export function readRepeatIntent(value: unknown): RepeatIntent | null {
  if (typeof value !== "string") return null;
  const [kind, name, index] = value.split(":");
  if (!name) return null;
  if (kind === "add") return { kind, name };
  if (kind === "remove" && index && /^\d+$/.test(index)) return { kind, name, index: Number(index) };
  return null;
}

/** The groups after the intent was followed: what was typed stays, one is added at the end or taken out. */
export function followRepeatIntent<Item>(items: readonly Item[], intent: RepeatIntent, empty: Item): Item[] {
  if (intent.kind === "add") return [...items, empty];
  return items.filter((_, index) => index !== intent.index);
}
