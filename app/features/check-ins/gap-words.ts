import type { Side } from "../scoring/facts.ts";
import { COMPONENT_WORDS } from "../scoring/words.ts";
import type { Gap, Views } from "./results.ts";

/** How each side is named in a sentence: "the partnership", "Wexcombe Borough". */
export type SideNames = Readonly<Record<Side, string>>;

/** A side's name at the beginning of a sentence. */
export function sentenceStart(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** A level or a gap as pages show it: whole points; halves up. */
export function pointsOf(value: number): number {
  return Math.round(value);
}

/** A gap without its direction: how far apart, and at least and at most how far that is likely to be. */
function widthOf({ points, lo, hi }: Gap) {
  const least = points < 0 ? -hi : lo;
  const most = points < 0 ? -lo : hi;
  return { points: pointsOf(Math.abs(points)), least: pointsOf(least), most: pointsOf(Math.min(100, most)) };
}

/** "29 points apart, likely between 8 and 50", or that it may be none at all. */
export function widthWords(gap: Gap): string {
  const { points, least, most } = widthOf(gap);
  const apart = points === 1 ? "1 point apart" : `${points} points apart`;
  if (least > 0) return `${apart}, likely between ${least} and ${most}`;
  return `${apart}, likely ${most} at the most, and it may be no difference at all`;
}

/** What both sides say of each other in a component: both levels, then the gap with its range; never the gap alone. */
export function gapWords(
  { component, by, gap }: { component: Views["component"]; by: Record<Side, number | null>; gap: Gap | null },
  names: SideNames,
): string {
  const name = COMPONENT_WORDS[component].name;
  const said = (side: Side, of: Side, level: number) =>
    `${names[side]} puts ${names[of]} at ${pointsOf(level)} out of 100`;
  const { council, community } = by;
  const both = [
    ...(community === null ? [] : [said("community", "council", community)]),
    ...(council === null ? [] : [said("council", "community", council)]),
  ];
  if (both.length === 0) return `${name}: too few have answered to say how the sides see it.`;
  const levels = `On ${name.toLowerCase()}, ${both.join(", and ")}.`;
  if (gap === null) return `${levels} Of the other side too few have answered.`;
  return `${levels} That is ${widthWords(gap)}.`;
}
