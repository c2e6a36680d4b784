import { type Measure, OVERALL } from "./measures.ts";
import { DIMENSIONS } from "./strata.ts";
import { STATUSES } from "./suppression.ts";
import type { TableLine } from "./tables.ts";
import type { ColumnOf, TableForm } from "./take-away.ts";

/** What is known of every line that is cut by kinds of areas. */
type Cut = Pick<TableLine, "cut" | "classes" | "status">;

/** By what the areas of a line are told apart, first or second; and which of them the line is of. */
function cutColumns(at: 0 | 1): ColumnOf<Cut>[] {
  return [
    {
      name: `by_${at + 1}`,
      title: at === 0 ? "First dimension" : "Second dimension",
      type: "string",
      says: at === 0 ? "What the areas are told apart by; blank: all areas." : "A second thing, or blank.",
      among: DIMENSIONS,
      of: ({ cut }) => cut[at] ?? null,
    },
    {
      name: `class_${at + 1}`,
      title: at === 0 ? "First class" : "Second class",
      type: "string",
      says: `The class in that dimension; blank where by_${at + 1} is.`,
      of: ({ classes }) => classes[at] ?? null,
    },
  ];
}

/** The columns of a table by one dimension at most. */
export const BY_ONE: readonly ColumnOf<Cut>[] = cutColumns(0);

/** Whether there is a figure, or why not. */
export const STATUS: ColumnOf<Pick<TableLine, "status">> = {
  name: "status",
  title: "Status",
  type: "string",
  says: "shown: there is a figure. Any other word says why the cells after it are blank.",
  among: STATUSES,
  of: ({ status }) => status,
};

/** How many areas stand behind a line. */
export const AREAS: ColumnOf<Pick<TableLine, "areas">> = {
  name: "areas",
  title: "Areas",
  type: "integer",
  says: "How many areas, to the nearest 5. An area with two councils is one; in a mean it stands with each of its two relationships.",
  of: ({ areas }) => areas,
};

type Ranged = Pick<TableLine, "mean" | "lo" | "hi">;

/** A mean with its likely range. */
export function ranged(says: { mean: string; lower: string; upper: string }): ColumnOf<Ranged>[] {
  return [
    { name: "mean", title: "Mean", type: "decimal", says: says.mean, of: ({ mean }) => mean },
    { name: "lower", title: "Lower end", type: "decimal", says: says.lower, of: ({ lo }) => lo },
    { name: "upper", title: "Upper end", type: "decimal", says: says.upper, of: ({ hi }) => hi },
  ];
}

/** What is measured, where a table says it in one word. */
export const MEASURE: ColumnOf<{ readonly measure: string }> = {
  name: "measure",
  title: "Measure",
  type: "string",
  says: `What is measured: ${OVERALL.id}, a component, component/direction, or component/indicator/direction.`,
  of: ({ measure }) => measure,
};

/** A line of the long table: the measure in full, and the line of its table. */
export type FigureLine = TableLine & { readonly measured: Measure };

/** The long table: every figure of a release, a line each. */
export const FIGURES: TableForm<FigureLine> = {
  name: "figures",
  title: "Figures",
  says: "Every mean that the release tells, by what is measured and by kinds of areas.",
  columns: [
    MEASURE,
    {
      name: "component",
      title: "Component",
      type: "string",
      says: "One of the five; blank for the overall figure.",
      of: ({ measured }) => measured.component,
    },
    {
      name: "direction",
      title: "Direction",
      type: "string",
      says: "council: how the council does as a partner; community: how the partnership does; joint or both: the two together.",
      among: ["both", "joint", "council", "community"],
      of: ({ measured }) => measured.direction,
    },
    {
      name: "indicator",
      title: "Indicator",
      type: "string",
      says: "The indicator’s id in the method; blank where it is not of one.",
      of: ({ measured }) => measured.indicator,
    },
    ...cutColumns(0),
    ...cutColumns(1),
    STATUS,
    AREAS,
    ...ranged({
      mean: "The mean of the areas, random effects, 0–100, to the nearest 2 points; of fewer than ten areas to the nearest 4.",
      lower:
        "Where the mean likely lies, nine times in ten: the lower end, as far below the told mean as the upper end is above it, unless that is past 0 or 100.",
      upper: "The upper end. The range is widened for rounding, never narrowed.",
    }),
  ],
  key: ["measure", "by_1", "class_1", "by_2", "class_2"],
};
