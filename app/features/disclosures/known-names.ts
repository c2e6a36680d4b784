import { type Folded, findPhrase, fold, type Span } from "./folded-text";

/**
 * Names the side knows. Of councillors and officers the name is shown, as they act in their post; of everybody else it is
 * left out unless somebody says otherwise.
 */
export type KnownNames = { officials: readonly string[]; others: readonly string[] };

const TITLES = new Set(
  "mr mrs ms miss mx dr prof sir dame lady lord rev cllr councillor the of and de la van von".split(" "),
);
const EMAIL = /[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const PHONE = /(?<![\p{L}\p{N}])(?:\+|\(?0)[\d\s().-]{7,16}\d/gu;

/** Part of a text that was found by itself, and what stands there. */
export type Found = Span & { what: string };

/** Names of people who hold no post of a council, e-mail addresses and telephone numbers, where they stand in a text. */
export function findKnown(text: string, known: KnownNames): Found[] {
  const folded = fold(text);
  const official = known.officials.flatMap((name) => findPhrase(folded, name, true));
  const others = known.others.flatMap((name) => findName(text, folded, name));
  const contacts = [EMAIL, PHONE].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ index, 0: match }) => ({ from: index, to: index + match.length })),
  );
  const named = others.filter(({ from, to }) => !official.some((one) => one.from <= from && to <= one.to));
  return [...named, ...contacts].map((span) => ({
    ...span,
    what: fold(text.slice(span.from, span.to)).folded,
  }));
}

/** The whole name however it is written, and each part of it that stands alone with a capital. */
function findName(text: string, folded: Folded, name: string): Span[] {
  const whole = findPhrase(folded, name, true);
  const parts = name
    .split(/\s+/)
    .filter((part) => part.length > 1 && !TITLES.has(fold(part).folded.replace(/\W/g, "")));
  const alone = parts.flatMap((part) => findPhrase(folded, part, true));
  const isCapital = ({ from }: Span) => {
    const first = text.slice(from, from + 1);
    return first !== first.toLowerCase();
  };
  return [...whole, ...alone.filter(isCapital)];
}
