import { LEAST_EVIDENCE, UNFAIR } from "../releases/fairness.ts";
import type { Measure } from "../releases/measures.ts";
import { UNFAIR_WORDS } from "../releases/release-words.ts";
import { LARGEST_SHARE, LEAST_AREAS, LEAST_COUNCILS, LEAST_PEOPLE } from "../releases/suppression.ts";

/** What an area has to be for its figures to count in a release (docs/method.md 13). */
export const FAIR_RULES: readonly string[] = [
  "All figures of a release are worked out by the same method, with the same numbers in it.",
  "All are of the same day, from what was recorded up to the same instant.",
  "Both sides have agreed that their figures count in research, and the relationship goes on.",
  "Something was recorded in the last 120 days.",
  "All five components have a figure.",
  `Each component has evidence of at least ${LEAST_EVIDENCE}.`,
  "Both sides have answered a check-in about each other in the year before.",
];

/** What is left out of a release, so that nobody can work out one area’s figure. */
export const SAFETY_RULES: readonly string[] = [
  `No figure is told of fewer than ${LEAST_AREAS} areas or fewer than ${LEAST_COUNCILS} councils.`,
  `No figure is told where one council has more than ${LARGEST_SHARE * 100}% of the relationships, or of the areas to itself.`,
  `What people answered is told from ${LEAST_PEOPLE} people on.`,
  "A figure is also left out where another one that is left out could be worked out with it.",
  "Areas are told to the nearest 5, means to the nearest 2 points, and to the nearest 4 where there are fewer than ten areas. A range reaches as far below the told mean as above it, and is made wider, never narrower.",
];

/** Why an area is not in a release, as a list of names and words. */
export const NOT_COMPARED = UNFAIR.map((reason) => ({
  key: sentenceCase(UNFAIR_WORDS[reason].name),
  value: UNFAIR_WORDS[reason].says,
}));

function sentenceCase(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const OF_KINDS = [
  "It is a mean of areas, each counting by how sure its own figure is. It is not a mean of residents.",
  "An area with two councils is one area among those counted. In the mean it stands with each of its two relationships.",
  "Nine times in ten the true mean lies within the likely range.",
  "That kinds of areas differ does not say why: areas differ in much else too.",
  "The areas in a release agreed to be in it. They are no sample of all areas.",
];

/** What the picture of one measure does not say, in words. */
export function caveatsOf(measure: Measure): string[] {
  const isSided = measure.direction === "council" || measure.direction === "community";
  return [
    ...OF_KINDS,
    ...(isSided
      ? [
          "Do not set councils against partnerships: it is not yet shown that the questions and records mean the same to both.",
        ]
      : []),
    ...(measure.indicator !== null
      ? ["One indicator is a small part of a relationship, and rests on few records in each area."]
      : []),
    ...(measure.indicator === "P"
      ? ["Check-in answers count from five people a side on. Who answers may differ from who does not."]
      : []),
  ];
}

/** What a change of the same areas does not say. */
export const CHANGE_CAVEATS: readonly string[] = [
  "Only areas that are in both releases count, so that areas that join or leave change nothing.",
  "Nine times in ten the true mean change lies within the likely range. Where it holds 0, there may be no change at all.",
  "A change may come from what is recorded as well as from what is done.",
];
