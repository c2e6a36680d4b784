import type { CodeCount } from "../releases/codes";
import { classesInOrder, classWords, DIMENSION_WORDS } from "../releases/release-words";
import { DIMENSIONS, type Dimension } from "../releases/strata";
import { byTheme } from "./code";
import type { CountedRow, Told } from "./code-told";

/** What one release says of codes. */
export type ReleasedCounts = {
  readonly id: string;
  readonly codes: readonly { readonly slug: string }[];
  readonly lines: readonly CodeCount[];
};

/** Of which areas counts are shown: all, or those of one class. */
export type Among = { readonly by: Dimension; readonly of: string } | null;

/** A class to choose from, as an address names it. */
export type AmongChoice = { readonly value: string; readonly label: string };

/** The classes that any of the releases tells counts of, by dimension, in their fixed order. */
export function amongChoices(
  releases: readonly ReleasedCounts[],
): { group: string; options: AmongChoice[] }[] {
  const lines = releases.flatMap((release) => release.lines);
  return DIMENSIONS.flatMap((by) => {
    const classes = lines.filter(({ cut }) => cut[0] === by).map((line) => line.classes[0] ?? "");
    if (classes.length === 0) return [];
    const options = classesInOrder(by, classes).map((of) => ({
      value: `${by}:${of}`,
      label: classWords(by, of),
    }));
    return [{ group: DIMENSION_WORDS[by].name, options }];
  });
}

/** The class an address asks for; anything else is all areas. */
export function readAmong(asked: string | null): Among {
  const [by = "", ...of] = (asked ?? "").split(":");
  const dimension = DIMENSIONS.find((one) => one === by);
  return dimension && of.length > 0 ? { by: dimension, of: of.join(":") } : null;
}

/** The words for which areas these are. */
export function amongWords(among: Among): string {
  if (among === null) return "all areas in the release";
  return `${DIMENSION_WORDS[among.by].name.toLowerCase()}: ${classWords(among.by, among.of).toLowerCase()}`;
}

/** What a release says of one code among these areas. A blank is never 0. */
export function toldOf(release: ReleasedCounts, slug: string, among: Among): Told {
  if (!release.codes.some((code) => code.slug === slug)) return "not there yet";
  const line = release.lines.find(
    ({ code, cut, classes }) =>
      code === slug &&
      (among === null
        ? cut.length === 0
        : cut.length === 1 && cut[0] === among.by && classes[0] === among.of),
  );
  if (line?.status !== "shown" || line.records === null || line.areas === null) return "not told";
  return { records: line.records, areas: line.areas };
}

/** The code book by theme with its counts. */
export function countedByTheme<C extends { readonly slug: string; readonly theme: string }>(
  codes: readonly C[],
  releases: readonly ReleasedCounts[],
  among: Among,
): [string, CountedRow<C>[]][] {
  return byTheme(
    codes.map((code) => ({ ...code, told: releases.map((one) => toldOf(one, code.slug, among)) })),
  );
}
