import { EXEMPTIONS, type Exemption } from "./exemption";
import { findPhrase, fold, type Span } from "./folded-text";
import { type Found, findKnown, type KnownNames } from "./known-names";

/** One text of a record, by a key that stays: what it is, and whether the other side wrote it. */
export type RecordText = { key: string; label: string; text: string; ofOther: boolean };

/** What is left out of a record: whole texts, words wherever they stand; and of what was found by itself, what is shown. */
export type Redactions = {
  whole: readonly { key: string; reason: Exemption }[];
  words: readonly { text: string; reason: Exemption }[];
  shown: readonly string[];
};

export const NO_REDACTIONS: Redactions = { whole: [], words: [], shown: [] };

/** A text as it goes out, and why anything is missing from it. */
export type Redacted = { label: string; text: string; reasons: readonly Exemption[] };

type Mark = Span & { reason: Exemption };

/** A text with what is left out gone from it: nothing of it, not even its length, is told. */
export function redact(one: RecordText, redactions: Redactions, known: KnownNames): Redacted {
  const { label, text } = one;
  const whole = redactions.whole.find(({ key }) => key === one.key);
  if (whole) return { label, text: leftOut(whole.reason), reasons: [whole.reason] };
  const folded = fold(text);
  const typed = redactions.words.flatMap(({ text: words, reason }) =>
    findPhrase(folded, words, false).map((span) => ({ ...span, reason })),
  );
  const found = stillFound(text, redactions, known).map((span) => ({ ...span, reason: "personal" as const }));
  const all: Mark[] = [...typed, ...found];
  let [out, from] = ["", 0];
  for (const mark of joined(all)) {
    out += text.slice(from, mark.from) + leftOut(mark.reason);
    from = mark.to;
  }
  return { label, text: out + text.slice(from), reasons: [...new Set(all.map(({ reason }) => reason))] };
}

/** What was found by itself and nobody said to show. */
function stillFound(text: string, { shown }: Redactions, known: KnownNames): Found[] {
  return findKnown(text, known).filter(({ what }) => !shown.includes(what));
}

/** Where in a record's texts something was found by itself: once this changes, what was decided is looked at again. */
export function foundIn(texts: readonly RecordText[], known: KnownNames): Found[][] {
  return texts.map(({ text }) => findKnown(text, known));
}

/** What was found by itself in a record's texts, each once: what can be said to be shown. */
export function knownIn(texts: readonly RecordText[], known: KnownNames): string[] {
  return [...new Set(foundIn(texts, known).flatMap((found) => found.map(({ what }) => what)))].sort();
}

/** Which of these words stand in none of the texts. */
export function notThere(texts: readonly RecordText[], words: readonly string[]): string[] {
  const all = texts.map(({ text }) => fold(text));
  return words.filter((word) => !all.some((folded) => findPhrase(folded, word, false).length > 0));
}

function leftOut(reason: Exemption): string {
  return `[left out: ${EXEMPTIONS[reason].words}]`;
}

/** Marks in their order; those that touch or overlap are one, for the reason of the first. */
function joined(marks: readonly Mark[]): Mark[] {
  const done: Mark[] = [];
  for (const mark of marks.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    const last = done.at(-1);
    if (last && mark.from <= last.to) done[done.length - 1] = { ...last, to: Math.max(last.to, mark.to) };
    else done.push(mark);
  }
  return done;
}
