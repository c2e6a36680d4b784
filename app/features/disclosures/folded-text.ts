/** Part of a text: from, up to and not including, to. */
export type Span = { from: number; to: number };

/** A text as words are looked for in it, with where each letter of it stands in the text itself. */
export type Folded = { folded: string; places: readonly Span[] };

const DROPPED = /[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/** A letter without case, accent or width: what looks like a word, is found as that word. */
function plainOf(letter: string): string {
  const plain = letter.normalize("NFKD").replace(DROPPED, "").toLowerCase();
  return plain
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/[\p{Pd}⁃−]/gu, "-")
    .replace(/\s/g, " ");
}

/** Folds a text: small letters without accents, one space between words. */
export function fold(text: string): Folded {
  let folded = "";
  const places: Span[] = [];
  let at = 0;
  for (const letter of text) {
    const place = { from: at, to: at + letter.length };
    const plain = plainOf(letter);
    const last = places.at(-1);
    // What adds nothing belongs to the letter before it: an accent apart, an unseen joiner, one more space.
    if (last && (plain === "" || (plain === " " && folded.endsWith(" "))))
      places[places.length - 1] = { ...last, to: place.to };
    else {
      folded += plain;
      for (let unit = 0; unit < plain.length; unit++) places.push(place);
    }
    at = place.to;
  }
  return { folded, places };
}

const WORD = /[\p{L}\p{N}]/u;

/** Every place where a phrase stands in a text; `whole`: as whole words alone. */
export function findPhrase(text: Folded, phrase: string, whole: boolean): Span[] {
  return findFolded(text, fold(phrase.trim()).folded, whole);
}

/** The same of a phrase that is folded already. */
export function findFolded({ folded, places }: Folded, wanted: string, whole: boolean): Span[] {
  const found: Span[] = [];
  if (wanted === "") return found;
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + 1)) {
    const end = at + wanted.length;
    const isWhole = !WORD.test(folded[at - 1] ?? " ") && !WORD.test(folded[end] ?? " ");
    if (isWhole || !whole) found.push(...spanOf(places, at, end));
  }
  return found;
}

/** Every place where something of this form stands in a text. The form is that of a folded text. */
export function findForm({ folded, places }: Folded, form: RegExp): Span[] {
  return [...folded.matchAll(form)].flatMap(({ index, 0: match }) =>
    spanOf(places, index, index + match.length),
  );
}

/** Where in the text itself a part of its folded form stands. */
function spanOf(places: readonly Span[], at: number, end: number): Span[] {
  const [first, last] = [places[at], places[end - 1]];
  return first && last ? [{ from: first.from, to: last.to }] : [];
}
