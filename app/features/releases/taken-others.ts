import type { ChangeLine, CodeLine, ReleasedCode, VariantLine, VariantSays } from "./published.ts";
import { STATUSES, type Status } from "./suppression.ts";
import type { ColumnOf, TableForm } from "./take-away.ts";
import { AREAS, BY_ONE, MEASURE, ranged, STATUS } from "./taken-figures.ts";
import { VARIANTS } from "./variants.ts";

/** How the same areas changed from an earlier release to this one. */
export const CHANGES: TableForm<ChangeLine> = {
  name: "changes",
  title: "Changes",
  says: "How much the areas that are in both releases changed from an earlier one to this one.",
  columns: [
    {
      name: "since",
      title: "Since",
      type: "string",
      says: "The earlier release that the change is counted from.",
      of: ({ since }) => since,
    },
    MEASURE,
    ...BY_ONE,
    STATUS,
    AREAS,
    ...ranged({
      mean: "The mean of the areas’ own changes, in points, −100 to 100, to the nearest 2; of fewer than ten areas to the nearest 4. Below 0: they went down.",
      lower: "Where that mean likely lies, nine times in ten: the lower end.",
      upper: "The upper end.",
    }),
  ],
  key: ["since", "measure", "by_1", "class_1"],
};

const CODE: ColumnOf<{ readonly code: string }> = {
  name: "code",
  title: "Code",
  type: "string",
  says: "The code’s word, the same in every release.",
  of: ({ code }) => code,
};

const word = (name: "theme" | "label" | "says", title: string, says: string): ColumnOf<ReleasedCode> => ({
  ...{ name, title, type: "string", says },
  of: (code) => code[name],
});

/** The code book as it was when the release was made. */
export const CODES: TableForm<ReleasedCode> = {
  name: "codes",
  title: "Code book",
  says: "The codes that areas put on their shared records, as they were when the release was made.",
  columns: [
    { ...CODE, of: ({ slug }) => slug },
    word("theme", "Theme", "What the code belongs to."),
    word("label", "Label", "What it is called."),
    word("says", "Meaning", "When it is put on a record."),
  ],
  key: ["code"],
};

/** How often each code is used. */
export const CODE_COUNTS: TableForm<CodeLine> = {
  name: "code-counts",
  title: "Uses of codes",
  says: "How many shared records have each code, and in how many areas.",
  columns: [
    CODE,
    ...BY_ONE,
    STATUS,
    {
      name: "records",
      title: "Records",
      type: "integer",
      says: "About how many records have it, at most nine of an area: up to 10 too many or too few, by lot.",
      of: ({ records }) => records,
    },
    {
      ...AREAS,
      says: "About how many areas have it: a multiple of 5, up to 5 too many or too few, by lot. Where it says 10, there are five at least.",
    },
  ],
  key: ["code", "by_1", "class_1"],
};

const VARIANT: ColumnOf<{ readonly variant: string }> = {
  name: "variant",
  title: "Judgement",
  type: "string",
  says: "Which judgement of the method is made otherwise.",
  of: ({ variant }) => variant,
};

/** The figures under other judgements. */
export const VARIANTS_TOLD: TableForm<VariantLine> = {
  name: "variants",
  title: "Other judgements",
  says: "The same means with one judgement of the method made otherwise. Blank where the figure itself is.",
  columns: [
    VARIANT,
    MEASURE,
    ...BY_ONE,
    STATUS,
    ...ranged({
      mean: "The mean of the areas under that judgement, 0–100: the release’s own, moved to the nearest 2 points.",
      lower: "Where it likely lies, nine times in ten: the lower end.",
      upper: "The upper end.",
    }),
  ],
  key: ["variant", "measure", "by_1", "class_1"],
};

/** A judgement made otherwise, in words. */
export function judgementWords(variant: string): string {
  return VARIANTS.find(({ id }) => id === variant)?.words ?? variant;
}

/** Too few areas are the reason for a blank; where all have one figure, there is no order to compare. */
export function toldOf({ crossed, agreement }: VariantSays): Status {
  if (crossed === null) return "areas";
  return agreement === null ? "none" : "shown";
}

/** How far another judgement stirs the areas among each other. */
export const AGREEMENT: TableForm<VariantSays> = {
  name: "agreement",
  title: "Agreement between judgements",
  says: "How far each other judgement changes the comparison of areas as a whole.",
  columns: [
    VARIANT,
    {
      name: "says",
      title: "Meaning",
      type: "string",
      says: "The judgement in words.",
      of: ({ variant }) => judgementWords(variant),
    },
    {
      name: "status",
      title: "Status",
      type: "string",
      says: "shown: both figures are there. areas: under 10 areas can be compared. none: all areas have one figure.",
      among: STATUSES,
      of: toldOf,
    },
    {
      name: "crossed",
      title: "Areas that pass the median",
      type: "integer",
      says: "How many areas pass to the other side of the median, to the nearest 5.",
      of: ({ crossed }) => crossed,
    },
    {
      name: "agreement",
      title: "Rank correlation",
      type: "decimal",
      says: "Spearman’s, between the areas’ figures with and without it, −1 to 1, to the nearest 0.05.",
      of: ({ agreement }) => agreement,
    },
  ],
  key: ["variant"],
};

/** A number of the method, with what it does. */
export type ParameterLine = { readonly key: string; readonly value: number; readonly means: string };

/** The numbers that the method works with. */
export const PARAMETERS: TableForm<ParameterLine> = {
  name: "parameters",
  title: "Parameters",
  says: "The numbers that the method works with.",
  columns: [
    { name: "parameter", title: "Parameter", type: "string", says: "Its name.", of: ({ key }) => key },
    {
      name: "value",
      title: "Value",
      type: "decimal",
      says: "The number.",
      of: ({ value }) => value,
    },
    { name: "says", title: "Meaning", type: "string", says: "What it does.", of: ({ means }) => means },
  ],
  key: ["parameter"],
};
