import { type Folded, findFolded, findForm, fold, type Span } from "./folded-text";

/**
 * Names the side knows. Of councillors and officers the name is shown, as they act in their post; of everybody else it is
 * left out unless somebody says otherwise.
 */
export type KnownNames = { officials: readonly string[]; others: readonly string[] };

const TITLES = new Set(
  "mr mrs ms miss mx dr prof sir dame lady lord rev cllr councillor the of and de la van von".split(" "),
);
const EMAIL = /[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
// A letter before it is no reason to think it is none: "Tel01632 …".
const PHONE = /(?<!\p{N})(?:\+|\(?0)[\d\s().-]{7,16}\d/gu;

/** Part of a text that was found by itself, and what stands there. */
export type Found = Span & { what: string };

/** Names of people who hold no post of a council, e-mail addresses and telephone numbers, where they stand in a text. */
export function findKnown(text: string, known: KnownNames): Found[] {
  const folded = fold(text);
  const { officials, others: names } = sought(known);
  const official = officials.flatMap((name) => findFolded(folded, name, true));
  const others = names.flatMap((name) => findName(text, folded, name));
  const contacts = [EMAIL, PHONE].flatMap((form) => findForm(folded, form));
  const named = others.filter(({ from, to }) => !official.some((one) => one.from <= from && to <= one.to));
  return [...named, ...contacts].map((span) => ({
    ...span,
    what: fold(text.slice(span.from, span.to)).folded,
  }));
}

type Sought = { officials: readonly string[]; others: readonly { name: string; parts: readonly string[] }[] };
const soughtOf = new WeakMap<KnownNames, Sought>();

/** The names as they are looked for, folded once for all the texts of a bundle. */
function sought(known: KnownNames): Sought {
  const before = soughtOf.get(known);
  if (before) return before;
  const plain = (name: string) => fold(name.trim()).folded;
  const partsOf = (name: string) =>
    name
      .split(/\s+/)
      .filter((part) => part.length > 1 && !TITLES.has(plain(part).replace(/\W/g, "")))
      .map(plain);
  const others = known.others.map((name) => ({ name: plain(name), parts: partsOf(name) }));
  const made = { officials: known.officials.map(plain), others };
  soughtOf.set(known, made);
  return made;
}

/** The whole name however it is written, and each part of it that stands alone with a capital. */
function findName(text: string, folded: Folded, { name, parts }: Sought["others"][number]): Span[] {
  const whole = findFolded(folded, name, true);
  const alone = parts.flatMap((part) => findFolded(folded, part, true));
  const isCapital = ({ from }: Span) => {
    const first = text.slice(from, from + 1);
    return first !== first.toLowerCase();
  };
  return [...whole, ...alone.filter(isCapital)];
}
