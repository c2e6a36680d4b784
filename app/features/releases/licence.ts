import { dayOf } from "../../platform/calendar/day.ts";
import type { Published } from "./published.ts";
import { STATUS_WORDS, type Worded } from "./release-words.ts";
import { LEAST_AREAS, STATUSES, type Status } from "./suppression.ts";

/** Under which terms the figures may be used (docs/decisions/0043). */
export const LICENCE = {
  name: "Creative Commons Attribution 4.0 International (CC BY 4.0)",
  href: "https://creativecommons.org/licenses/by/4.0/",
  says: "You may copy, share and build on the figures, for any purpose. Say where they come from, link to the licence, and say what you changed.",
} as const;

/** What the form of the files has been, the newest first. A column is never given another meaning under its old name. */
export const FORMS = [
  {
    form: "1",
    what: "The first: figures, changes, codes, other judgements, parameters, and what is left out.",
  },
] as const;

/** The form that files are given in now. */
export const FORM: string = FORMS[0].form;

/** What a set of figures is called wherever it is named. */
export const TITLE = "Relationships between neighbourhoods and councils";

/** How many areas are in a release, where that may be told. */
export function areasTold({ areas }: Published): number | null {
  return areas !== null && areas >= LEAST_AREAS ? areas : null;
}

/** How a release is named in a text that uses it. */
export function citation({ id, method, publishedAt }: Published, address: string): string {
  const year = dayOf(publishedAt).slice(0, 4);
  return `Common Ground (${year}). ${TITLE}, release ${id}, method ${method}. CC BY 4.0. ${address}`;
}

/** What there is to know of a release before its figures, as names and values. */
export function aboutRelease(release: Published, address: string): [string, string][] {
  const { id, asOf, knownAt, publishedAt, method, parameterHash, note } = release;
  const areas = areasTold(release);
  return [
    ["Title", `${TITLE}, ${id}`],
    ["Figures of", asOf],
    ["Recorded before", knownAt],
    ["Published", dayOf(publishedAt)],
    ["Areas in it", areas === null ? STATUS_WORDS.areas.name : `About ${areas}, to the nearest 5`],
    ["Method", method],
    ["Hash of the parameters", parameterHash],
    ...(note === "" ? [] : [["What is new", note] as [string, string]]),
    ["Form of the files", FORM],
    ["Licence", `${LICENCE.name}, ${LICENCE.href}`],
    ["How to cite", citation(release, address)],
    ["Blank cells", "A blank is never 0. The status in its line says why it is blank."],
  ];
}

/** The status codes with their words, in their order. */
export function statusRows(): ({ status: Status } & Worded)[] {
  return STATUSES.map((status) => ({ status, ...STATUS_WORDS[status] }));
}
