/** A piece of text that stayed, came in, or was taken out. */
export type Piece = { kind: "same" | "added" | "removed"; text: string };

/** Longest texts that are compared word by word, in words: beyond, the whole text counts as changed. */
const MOST_WORDS = 4_000;

/** The difference between two texts, word by word. Put together, what is not removed is the later text. */
export function differenceOf(before: string, after: string): Piece[] {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  const start = commonStart(a, b);
  const end = commonStart(a.slice(start).reverse(), b.slice(start).reverse());
  const [oldMiddle, newMiddle] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  return joined([
    ...a.slice(0, start).map(same),
    ...middle(oldMiddle, newMiddle),
    ...a.slice(a.length - end).map(same),
  ]);
}

const same = (text: string): Piece => ({ kind: "same", text });
const added = (text: string): Piece => ({ kind: "added", text });
const removed = (text: string): Piece => ({ kind: "removed", text });

/** Words, each with the space that follows it. */
function wordsOf(text: string): string[] {
  return text.match(/\S+\s*|^\s+/g) ?? [];
}

function commonStart(a: readonly string[], b: readonly string[]): number {
  const most = Math.min(a.length, b.length);
  let count = 0;
  while (count < most && a[count] === b[count]) count++;
  return count;
}

/** The longest run of words both have, in order, decides what stayed. */
function middle(a: readonly string[], b: readonly string[]): Piece[] {
  if (a.length * b.length > MOST_WORDS ** 2 || a.length === 0 || b.length === 0)
    return [...a.map(removed), ...b.map(added)];
  const lengths = longestCommon(a, b);
  const at = (i: number, j: number) => lengths[i * (b.length + 1) + j] ?? 0;
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [old, now] = [a[i], b[j]];
    if (old !== undefined && old === now) {
      pieces.push(same(old));
      i++;
      j++;
    } else if (now === undefined || (old !== undefined && at(i + 1, j) >= at(i, j + 1))) {
      pieces.push(removed(old ?? ""));
      i++;
    } else {
      pieces.push(added(now));
      j++;
    }
  }
  return pieces;
}

/** For each pair of places, how many words the rests have in common: a table by row. */
function longestCommon(a: readonly string[], b: readonly string[]): Uint16Array {
  const width = b.length + 1;
  const table = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const down = table[(i + 1) * width + j] ?? 0;
      const right = table[i * width + j + 1] ?? 0;
      const both = (table[(i + 1) * width + j + 1] ?? 0) + 1;
      table[i * width + j] = a[i] === b[j] ? both : Math.max(down, right);
    }
  }
  return table;
}

function joined(pieces: readonly Piece[]): Piece[] {
  const all: Piece[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    if (last?.kind === piece.kind) last.text += piece.text;
    else all.push({ ...piece });
  }
  return all;
}
