import { otherSide } from "../facts.ts";
import type { Says, Told, ToldItem } from "../told.ts";
import { daysWords, monthWords } from "./day-words.ts";

/** Records from which a share is shown; under it the count alone says it (docs/method.md 3). */
const SHARE_FROM = 3;

/** Words for one thing and for several. */
export type Words = readonly [one: string, many: string];

/** Some of a stream's items, and what is said of them. The first group an item belongs to has it. */
export type Group = {
  readonly has: (item: ToldItem, told: Told) => boolean;
  readonly words: Words;
  /** Says how long past its day the oldest is. */
  readonly oldest?: boolean;
};

const wordsFor = ([one, many]: Words, count: number) => (count === 1 ? one : many);

/** Puts the sides' names where words leave room for them: {whose} and {other}. */
export function named(words: string, { side, names }: Told): string {
  const whose = side === "joint" ? "both together" : names[side];
  const other = side === "joint" ? "both together" : names[otherSide(side)];
  return words.replaceAll("{whose}", whose).replaceAll("{other}", other);
}

function oldestWords(items: readonly ToldItem[], { asOf }: Told): string {
  const days = daysWords(Math.max(...items.map((item) => asOf - item.on)));
  return items.length === 1 ? `, by ${days}` : `, the oldest by ${days}`;
}

function split(told: Told, groups: readonly Group[]) {
  const left = new Set(told.items);
  return groups.flatMap((group) => {
    const items = [...left].filter((item) => group.has(item, told));
    for (const item of items) left.delete(item);
    return items.length === 0 ? [] : [{ group, items }];
  });
}

function disputedWords({ items }: Told): string {
  const disputed = items.filter((item) => item.disputed).length;
  if (disputed === 0) return "";
  if (items.length === 1) return " It is disputed and counts half.";
  return ` ${disputed} of them ${disputed === 1 ? "is disputed and counts" : "are disputed and count"} half.`;
}

/**
 * A sentence that counts: "2 of 3 promises by the council since June 2026 are past their day (67%), the oldest by 122
 * days; 1 was kept by its day." Every item is in exactly one count.
 */
export function counts(noun: Words, groups: readonly Group[]): Says {
  return (told) => {
    const [first, ...others] = split(told, groups);
    if (!first) return "";
    const all = told.items.length;
    const many = first.items.length;
    const since = monthWords(Math.min(...told.items.map((item) => item.on)));
    const records = new Set(told.items.map((item) => item.record)).size;
    const share = records < SHARE_FROM ? "" : ` (${Math.round((100 * many) / all)}%)`;
    const of = all === 1 ? "1" : `${many} of ${all}`;
    const age = ({ group, items }: typeof first) => (group.oldest ? oldestWords(items, told) : "");
    const head = `${of} ${wordsFor(noun, all)} since ${since} ${wordsFor(first.group.words, many)}${share}${age(first)}`;
    const rest = others.map(
      (one) => `; ${one.items.length} ${wordsFor(one.group.words, one.items.length)}${age(one)}`,
    );
    return named(`${head}${rest.join("")}.${disputedWords(told)}`, told);
  };
}

/** Open, and past the day it was to be done by. */
export const open = (words: Words): Group => ({ has: (item) => item.open, words, oldest: true });

/** Worth all it could be. */
export const whole = (words: Words): Group => ({ has: ({ s }) => s === 1, words });

/** Worth nothing, and over. */
export const none = (words: Words): Group => ({ has: ({ s }) => s === 0, words });

/** Worth some of what it could be. */
export const some = (words: Words): Group => ({ has: ({ s }) => s > 0 && s < 1, words });

const PAST: Words = ["is past its day", "are past their day"];

type DutyWords = { done: Words; after: Words; dropped?: Words; past?: Words };

/** The sentence of a duty: past its day, given up, done after its day, done in time. */
export function duties(noun: Words, { done, after, dropped, past = PAST }: DutyWords): Says {
  return counts(noun, [
    open(past),
    none(dropped ?? ["was given up", "were given up"]),
    some(after),
    whole(done),
  ]);
}
