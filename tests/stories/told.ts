import type { QuestionId } from "~/features/check-ins/questions";
import type { Component } from "~/features/scoring/facts";

/** Where a story of tests/stories is told in the demonstration: records by their titles, and what was answered in a check-in. */
export type ToldIn = {
  area: "millbrook-rise" | "harbour-end";
  titles: readonly string[];
  /** Somebody of a side answered one of a component's three questions about the other with this or less. */
  answered?: { by: "council" | "community"; component: Component; most: number };
  /** A side's mean of one question in some released round was at most this, as both sides are shown it. */
  said?: { by: "council" | "community"; question: QuestionId; most: number };
};

const millbrook = (...titles: string[]): ToldIn => ({ area: "millbrook-rise", titles });
const harbour = (...titles: string[]): ToldIn => ({ area: "harbour-end", titles });

export const TOLD: Readonly<Record<string, ToldIn>> = {
  S01: {
    ...harbour("Who owns the quay wall"),
    answered: { by: "community", component: "recognition", most: 2 },
  },
  // What the officers answered then is not in the last answers any more; what both were shown of it is.
  S03: {
    ...harbour("They want money and nothing else"),
    said: { by: "council", question: "recognition.2", most: 2 },
  },
  S06: millbrook("Older people walk in the road by the new bus stop"),
  S07: harbour(
    "Work on the front in all twelve months",
    "More visitors on the front",
    "They want visitors in summer and nobody in winter",
    "They want no visitors at all",
  ),
  S09: {
    ...harbour("Moorings for small boats"),
    answered: { by: "community", component: "recognition", most: 2 },
  },
  S10: millbrook("Autumn review, second year", "Opening day", "Tea at the hall"),
  S12: {
    ...harbour("Where the money goes"),
    answered: { by: "community", component: "trust", most: 1 },
  },
  S13: harbour("The mayor’s speech on “our” new railings"),
  S14: harbour("New railings along the quay", "Put up the notice board", "Open the quay toilets at weekends"),
  S16: harbour("What the harbour fund is for", "Working together on the quay"),
  S18: harbour("Licences, with Petra Lowe", "Licences, with Owen Marsh", "Licences, with Della Frost"),
  S22: millbrook("Lease of the changing rooms"),
  S23: millbrook("Looking after the field together"),
  S25: harbour("The quay wall", "Summer rubbish"),
  S26: harbour("Send the winter storm numbers"),
  S28: harbour("The quay is left out of the regeneration bid"),
  S29: harbour("Moorings for small boats", "Moorings, at last"),
  S31: millbrook("Lease of the changing rooms"),
  S35: millbrook("Can the public toilets open on match days?", "The path lamps are paid for"),
  S37: millbrook("A safety form for every small event"),
  S38: millbrook("Title to the land checked"),
  S39: harbour("Who owns the quay wall"),
  S41: millbrook("A warm room on winter evenings", "Keys are handed out at the hall on Saturdays"),
  S42: millbrook("They know every family on the estate"),
  S44: harbour("Who let the old ice house fall in"),
  S45: millbrook("Put the minutes of three years in one folder", "Coffee with the new secretary"),
  S49: harbour("What the harbour fund is for"),
  S51: harbour(
    "A summer round for the quay bins",
    "Find volunteers for the beach clean",
    "The wall is propped for the winter",
    "The beach is clean before the storms",
  ),
  S53: harbour(
    "Have your say on the front",
    "Exhibition of the regeneration plan",
    "An evening about the wall",
  ),
};
