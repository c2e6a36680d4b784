import { listWords } from "../../platform/list-words.ts";
import type { VariantLine, VariantSays } from "../releases/published.ts";
import { STATUS_WORDS } from "../releases/release-words.ts";
import type { TableLine } from "../releases/tables.ts";
import { VARIANTS } from "../releases/variants.ts";
import { signed } from "./signed.ts";

/** A measure of a release with its lines, and those under every other judgement. */
export type Varied = {
  readonly measure: string;
  readonly name: string;
  readonly lines: readonly TableLine[];
  readonly variants: readonly VariantLine[];
};

/** How far one judgement moves the mean of all areas, by measure, in words; and what it does to the areas' order. */
export type MoveRow = {
  readonly id: string;
  readonly words: string;
  readonly moves: Readonly<Record<string, string>>;
  readonly crossed: string;
  readonly agreement: string;
};

/** Between which means a measure lies under all judgements. */
export type SpanRow = {
  readonly id: string;
  readonly name: string;
  readonly mean: number | null;
  readonly lo: number | null;
  readonly hi: number | null;
  /** Why there is no figure; null where there is one. */
  readonly why: string | null;
  /** The judgements that move it down most, and up most. */
  readonly lowest: string;
  readonly highest: string;
};

/** The judgements that a release was worked out under, in the order of the list; one that is no longer on it comes last. */
export function variantsIn(lines: readonly Pick<VariantLine, "variant">[]): { id: string; words: string }[] {
  const there = new Set(lines.map(({ variant }) => variant));
  const listed = VARIANTS.filter(({ id }) => there.has(id)).map(({ id, words }) => ({ id: `${id}`, words }));
  const others = [...there].filter((one) => !listed.some(({ id }) => id === one));
  return [...listed, ...others.map((id) => ({ id, words: id }))];
}

const ofAll = <L extends Pick<TableLine, "cut">>(lines: readonly L[]): L | undefined =>
  lines.find(({ cut }) => cut.length === 0);

/** A row a judgement: how far it moves the mean of all areas in each measure, and the areas among each other. */
export function moveRows(varied: readonly Varied[], says: readonly VariantSays[]): MoveRow[] {
  const all = variantsIn(varied.flatMap(({ variants }) => variants));
  return all.map(({ id, words }) => {
    const said = says.find(({ variant }) => variant === id);
    return {
      id,
      words,
      moves: Object.fromEntries(varied.map((one) => [one.measure, signed(moveOf(one, id))])),
      crossed: said?.crossed === null || said === undefined ? "not told" : crossedWords(said.crossed),
      agreement: said?.agreement === null || said === undefined ? "not told" : said.agreement.toFixed(2),
    };
  });
}

const crossedWords = (areas: number) => (areas === 0 ? "under 3" : `about ${areas}`);

function moveOf({ lines, variants }: Varied, variant: string): number | null {
  const base = ofAll(lines)?.mean ?? null;
  const moved = ofAll(variants.filter((line) => line.variant === variant))?.mean ?? null;
  return base === null || moved === null ? null : moved - base;
}

/** A row a measure: its mean by the method, and the lowest and the highest under the other judgements. */
export function spanRows(varied: readonly Varied[]): SpanRow[] {
  return varied.map((one) => {
    const base = ofAll(one.lines);
    const { measure: id, name } = one;
    if (base?.status !== "shown" || base.mean === null) {
      const why = base ? STATUS_WORDS[base.status].name : "Not in this release";
      return { id, name, mean: null, lo: null, hi: null, why, lowest: "–", highest: "–" };
    }
    const moved = variantsIn(one.variants).map(({ id: variant, words }) => ({
      words,
      by: moveOf(one, variant) ?? 0,
    }));
    const least = Math.min(0, ...moved.map(({ by }) => by));
    const most = Math.max(0, ...moved.map(({ by }) => by));
    const because = (by: number) =>
      by === 0
        ? "–"
        : moved
            .filter((other) => other.by === by)
            .map(({ words }) => words)
            .join("; ");
    return {
      ...{ id, name, mean: base.mean, lo: base.mean + least, hi: base.mean + most, why: null },
      lowest: because(least),
      highest: because(most),
    };
  });
}

/** What the spans say together, in a sentence or two. */
export function spansSay(rows: readonly SpanRow[]): string {
  const widths = rows.flatMap(({ lo, hi }) => (lo === null || hi === null ? [] : [hi - lo]));
  if (widths.length === 0) return "No mean of all areas can be told, so nothing moves. The table says why.";
  const widest = Math.max(...widths);
  const names = rows
    .filter(({ lo, hi }) => lo !== null && hi !== null && hi - lo === widest)
    .map(({ name }) => name);
  if (widest === 0) return "No judgement moves a mean of all areas by 2 points or more.";
  return `Under the other judgements, one at a time, the mean of all areas moves most in ${listWords(names)}: ${widest} points lie between the lowest and the highest.`;
}
