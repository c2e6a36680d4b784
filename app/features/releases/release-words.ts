import { COMPONENTS, type Component } from "../scoring/facts.ts";
import type { Method } from "../scoring/method.ts";
import type { Stands } from "../scoring/signals.ts";
import { COMPONENT_WORDS } from "../scoring/words.ts";
import type { Unfair } from "./fairness.ts";
import { type Measure, measuresOf } from "./measures.ts";
import { type Dimension, NOT_KNOWN } from "./strata.ts";
import type { Status } from "./suppression.ts";

/** A name for a line or a choice, and a sentence that tells what it means. */
export type Worded = { readonly name: string; readonly says: string };

/** Why an area is not set beside others, in words. None of them says that anything is wrong there. */
export const UNFAIR_WORDS: Readonly<Record<Unfair, Worded>> = {
  "no consent": {
    name: "not agreed by both sides",
    says: "Both sides have to agree that their figures count in research. One of them, or both, has not.",
  },
  "not active": {
    name: "no longer active",
    says: "The area is closed, or the relationship has ended. A release tells of those that go on.",
  },
  stale: {
    name: "nothing recorded lately",
    says: "Nothing has been recorded for more than 120 days. Old figures are not set beside new ones.",
  },
  incomplete: {
    name: "a component without a figure",
    says: "Too little is known of at least one of the five components. Areas are compared on all five or not at all.",
  },
  thin: {
    name: "too little evidence",
    says: "At least one component rests on too few records: its evidence is under 0.25.",
  },
  "no check-in": {
    name: "no check-in from both sides",
    says: "Areas with a check-in from both sides are not compared with areas without one.",
  },
};

/** What areas are told apart by: its name, what it means, and what its classes are called, in the order they stand in. */
export type DimensionWords = Worded & { readonly classes: readonly (readonly [id: string, name: string])[] };

const UNKNOWN = [NOT_KNOWN, "Not known"] as const;

/** The words of each dimension. Regions stand in the order of the alphabet: their names are the words. */
export const DIMENSION_WORDS: Readonly<Record<Dimension, DimensionWords>> = {
  ruralUrban: {
    name: "Rural or urban",
    says: "The official label of the area’s district, in three classes.",
    classes: [
      ["rural", "Rural"],
      ["urban with rural areas", "Urban with rural areas"],
      ["urban", "Urban"],
      UNKNOWN,
    ],
  },
  councilType: {
    name: "Type of council",
    says: "What kind of council the partnership works with.",
    classes: [
      ["county", "County council"],
      ["district", "District council"],
      ["unitary", "Unitary council"],
      ["metropolitan or London", "Metropolitan or London borough"],
      ["combined or strategic", "Combined or strategic authority"],
      UNKNOWN,
    ],
  },
  monthsRecorded: {
    name: "Months of recording",
    says: "Whole months since the first shared record of this area and council.",
    classes: [
      ["under 12", "Under 12 months"],
      ["12 to 23", "12 to 23 months"],
      ["24 or more", "24 months or more"],
    ],
  },
  stage: {
    name: "Stage of the area",
    says: "Whether the programme goes on in the area, or is closing or closed there.",
    classes: [
      ["active", "Active"],
      ["closing or closed", "Closing or closed"],
    ],
  },
  deprivation: {
    name: "Deprivation",
    says: "Which fifth of England’s places the area lies in, by the official index of deprivation.",
    classes: [
      ["most deprived fifth", "Most deprived fifth"],
      ["second fifth", "Second most deprived fifth"],
      ["the other three fifths", "The other three fifths"],
      UNKNOWN,
    ],
  },
  region: {
    name: "Region",
    says: "The region of England that the council lies in.",
    classes: [],
  },
};

/** What a class of a dimension is called. */
export function classWords(dimension: Dimension, id: string): string {
  const known = DIMENSION_WORDS[dimension].classes.find(([one]) => one === id);
  return known?.[1] ?? (id === NOT_KNOWN ? UNKNOWN[1] : id);
}

/** The classes in the order that they always stand in, whatever their figures: what is not known comes last. */
export function classesInOrder(dimension: Dimension, ids: readonly string[]): string[] {
  const order = DIMENSION_WORDS[dimension].classes.map(([id]) => id);
  const place = (id: string) => (id === NOT_KNOWN ? 1000 : order.includes(id) ? order.indexOf(id) : 999);
  return [...new Set(ids)].sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
}

/** What stands where a figure is or would be, and why, for each status code. */
export const STATUS_WORDS: Readonly<Record<Status, Worded>> = {
  shown: { name: "Shown", says: "There is a figure." },
  none: {
    name: "No area has it",
    says: "No area of the release has enough on record for this figure. That says nothing bad of them.",
  },
  areas: {
    name: "Under 5 areas",
    says: "Fewer than 5 areas of this kind have enough on record, or none has. A mean of so few would tell too much of each.",
  },
  councils: {
    name: "Under 3 councils",
    says: "The areas of this kind belong to fewer than 3 councils. A mean of them would tell too much of each council.",
  },
  share: {
    name: "Mostly one council",
    says: "More than half of the areas of this kind, or of their relationships, belong to one council. The mean would be of that council.",
  },
  people: {
    name: "Under 10 people",
    says: "Fewer than 10 people answered. Their answers would not be safe in a mean.",
  },
  secondary: {
    name: "Left out with another",
    says: "With this figure somebody could work out another one that is left out.",
  },
};

const DIRECTION_WORDS: Readonly<Record<Stands | "both", string>> = {
  both: "both sides together",
  joint: "both sides together",
  council: "the council as a partner",
  community: "the partnership as a partner",
};

/** What the check-in tells of one side is what the other says. */
const SAID_OF: Readonly<Record<Stands | "both", string>> = {
  ...DIRECTION_WORDS,
  council: "what the partnership says of the council",
  community: "what the council says of the partnership",
};

/** What a measure is called and what it shows; an indicator’s words are those of the method’s own rule. */
export function measureWords(measure: Measure, method: Method): Worded {
  if (measure.component === null)
    return { name: "Overall", says: "All five components of the relationship together, 0 to 100." };
  if (measure.indicator !== null) return indicatorWords(measure, measure.component, method);
  const { name, asks } = COMPONENT_WORDS[measure.component];
  return measure.direction === "both"
    ? { name, says: asks }
    : { name: `${name}: ${DIRECTION_WORDS[measure.direction]}`, says: asks };
}

function indicatorWords(measure: Measure, component: Component, method: Method): Worded {
  const rule = method.rules.find(({ id }) => id === measure.indicator);
  const about = COMPONENT_WORDS[component].name;
  const id = measure.indicator ?? "";
  if (rule?.component === "every")
    return { name: `${about}, ${id} Check-in: ${SAID_OF[measure.direction]}`, says: rule.shows };
  return {
    name: `${about}, ${id} ${rule?.name ?? ""}: ${DIRECTION_WORDS[measure.direction]}`,
    says: rule?.shows ?? "",
  };
}

/** The measures of a method as a list to choose from: overall first, then each component with what belongs to it. */
export function measureChoices(
  method: Method,
): { group: string; measures: { id: string; name: string }[] }[] {
  const named = (measures: readonly Measure[]) =>
    measures.map((measure) => ({ id: measure.id, name: measureWords(measure, method).name }));
  const all = measuresOf(method);
  return [
    { group: "All five together", measures: named(all.filter(({ component }) => component === null)) },
    ...COMPONENTS.map((component) => ({
      group: COMPONENT_WORDS[component].name,
      measures: named(all.filter((measure) => measure.component === component)),
    })),
  ];
}
