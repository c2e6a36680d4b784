import type { Cut } from "../releases/cells.ts";
import { type Measure, measuresOf, OVERALL } from "../releases/measures.ts";
import type { ChangeLine, Published } from "../releases/published.ts";
import { measureChoices, STATUS_WORDS } from "../releases/release-words.ts";
import type { TableLine } from "../releases/tables.ts";
import type { Method } from "../scoring/method.ts";
import {
  type Compared,
  changePanel,
  compareHref,
  cutId,
  cutsIn,
  cutWords,
  differencePanels,
} from "./compare-view.ts";
import type { Panel } from "./mean-rows.ts";
import { FAIR_RULES, NOT_COMPARED, SAFETY_RULES } from "./release-rules.ts";
import { comparableWith, hasEnough, type ReleaseView, releaseView } from "./release-view.ts";

type Choice = { value: string; label: string };

/** What the page of a comparison shows. */
export type ComparePage = {
  release: ReleaseView;
  choices: {
    release: string;
    releases: Choice[];
    measure: string;
    measures: { group: string; options: Choice[] }[];
    by: string;
    bys: Choice[];
    since: string;
    sinces: Choice[];
  };
  /** What was asked for and is not there, in words. */
  notes: string[];
  change: Panel | null;
  /** Why there is no change to show. */
  changeWhy: string | null;
  differences: Panel[];
  /** Why there is no figure at all; empty where there is one. */
  nothing: string[];
  byWords: string;
  rules: { fair: readonly string[]; safe: readonly string[]; notCompared: { key: string; value: string }[] };
  /** The address that shows the same again. */
  href: string;
};

/** What was read for a comparison. */
export type Found = {
  asked: { measure?: string | undefined; by?: string | undefined; since?: string | undefined };
  releases: readonly Published[];
  release: Published;
  method: Method;
  measure: Measure;
  lines: readonly (readonly [Measure, readonly TableLine[]])[];
  changes: readonly ChangeLine[];
};

/** The measure that an address names, or the overall figure. */
export function measureAsked(asked: string | undefined, method: Method): Measure {
  return measuresOf(method).find(({ id }) => id === asked) ?? OVERALL;
}

/** The measures to choose from, as a select takes them. */
export function measureOptions(method: Method) {
  return measureChoices(method).map(({ group, measures }) => ({
    group,
    options: measures.map(({ id, name }) => ({ value: id, label: name })),
  }));
}

/** Releases to choose from, newest first. */
export function releaseOptions(releases: readonly Published[]): Choice[] {
  return releases.map(({ id }) => ({ value: id, label: id }));
}

/** The page of a comparison from what was read: everything in words, blanks with their reasons. */
export function comparePage(found: Found): ComparePage {
  const { asked, releases, release, method, measure, lines, changes } = found;
  const cuts = cutsIn(lines[0]?.[1] ?? []);
  const cut = cutAsked(asked.by, cuts);
  const sinces = [...new Set(changes.map(({ since }) => since))];
  const since = sinces.find((one) => one === asked.since) ?? sinces[0] ?? null;
  const compared: Compared = { release: release.id, method, measure, cut, lines, since, changes };
  const panels = differencePanels(compared);
  const hasFigure = panels.some(({ rows }) => rows.some(({ mean }) => mean !== null));
  const change = changePanel(compared);
  return {
    release: releaseView(release),
    choices: {
      release: release.id,
      releases: releaseOptions(releases),
      measure: measure.id,
      measures: measureOptions(method),
      by: cutId(cut),
      bys: cuts.map((one) => ({ value: cutId(one), label: cutWords(one) })),
      since: since ?? "",
      sinces: sinces.map((one) => ({ value: one, label: one })),
    },
    notes: notesOf(found, cut, since),
    change,
    changeWhy: change ? null : changeWhy(release, releases),
    differences: hasFigure ? panels : [],
    nothing: hasFigure ? [] : nothingWhy(panels, release),
    byWords: cutWords(cut),
    rules: { fair: FAIR_RULES, safe: SAFETY_RULES, notCompared: NOT_COMPARED },
    href: compareHref({ release: release.id, measure: measure.id, by: cutId(cut), since }),
  };
}

/** The table asked for; else the first that tells areas apart; else all areas together. */
function cutAsked(by: string | undefined, cuts: readonly Cut[]): Cut {
  return cuts.find((one) => cutId(one) === by) ?? cuts.find(({ length }) => length === 1) ?? [];
}

function notesOf({ asked, measure }: Found, cut: Cut, since: string | null): string[] {
  const notes: string[] = [];
  if (asked.measure && asked.measure !== measure.id)
    notes.push("That measure is not in the method of this release. The overall figure is shown.");
  if (asked.by && asked.by !== cutId(cut))
    notes.push(
      "This release has no table by what you asked for. The more areas are in a release, the more ways to tell them apart it has.",
    );
  if (asked.since && asked.since !== since)
    notes.push("No change since the release you asked for is told. What there is, is shown.");
  return notes;
}

/** Why no change of the same areas is told. */
export function changeWhy(release: Published, releases: readonly Published[]): string {
  if (comparableWith(release, releases).length > 0)
    return "Too few of the same areas are in an earlier release, so no change is told.";
  return releases.some(({ asOf }) => asOf < release.asOf)
    ? "The earlier releases were worked out by another method, so no change is told: it could be the method’s."
    : "This is the first release, so there is no earlier one to set it beside.";
}

function nothingWhy(panels: readonly Panel[], { areas }: Published): string[] {
  const reasons = [...new Set(panels.flatMap(({ blanks }) => blanks))];
  if (reasons.length > 0) return reasons;
  return [hasEnough(areas) ? "This release has no figures of what you chose." : STATUS_WORDS.areas.says];
}
