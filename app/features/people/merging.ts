import type { Day } from "~/platform/calendar/day";
import type { Likeness } from "./near-names";

/** What a form says that asks "Is it one of these?" and means none of them. */
export const NEW_PERSON = "new";

export const NEAR_SOMEBODY = "Somebody much like this is already here. Say whether it is one of them";

/** Details that are chosen where two records differ. */
export const CHOSEN = ["name", "email", "phone"] as const;
export type Chosen = (typeof CHOSEN)[number];

export const CHOSEN_WORDS: Readonly<Record<Chosen, string>> = {
  name: "Name",
  email: "E-mail address",
  phone: "Telephone number",
};

/** Why two records cannot become one, or two again, by the word the database gives. */
const REFUSALS: Readonly<Record<string, string>> = {
  accounts: "Each of them signs in with an account of their own. They are two people.",
  sides: "They came to the same meeting for different sides. Correct the meeting first, if that is wrong.",
  promise: "One of them promised something to the other. Correct the promise first, if that is wrong.",
  handover: "One of them takes over from the other. They are two people.",
  far: "Both of them are also known where you do not work. Somebody who sees all of it has to do this.",
  later: "This person was made one with somebody else after that. Undo the later one first.",
  erased: "Their personal details were removed since. This cannot be undone.",
};

/** A refusal as the page says it. */
export function refusalWords(word: string): string {
  return REFUSALS[word] ?? "This cannot be done.";
}

/** Somebody who may be the person a form is about. */
export type NearPerson = { id: string; name: string; posts: string; why: Likeness };

/** Two records of an area that may be one person, as the list of people shows them. */
export type SuggestedPair = { a: NearPerson; b: NearPerson; why: Likeness };

/** What one record holds, as far as the reader sees it. */
export type Holding = {
  id: string;
  name: string;
  email: string | null;
  phone: string | null;
  revision: number;
  posts: string[];
  counts: { label: string; count: number }[];
};

/** The page on which two records lie side by side. */
export type Comparison = { kept: Holding; merged: Holding; together: number };

/** That two became one here, and whether they are two again. */
export type MergingView = { id: string; name: string; on: Day; by: string; undoneOn: Day | null };

/** The details in which two records differ, with what each says; those only one of them has are taken without asking. */
export function differing(kept: Pick<Holding, Chosen>, merged: Pick<Holding, Chosen>): Chosen[] {
  return CHOSEN.filter((field) => kept[field] && merged[field] && kept[field] !== merged[field]);
}

/** What is taken from the record that goes: where that was chosen, and where the other has nothing. */
export function takenFrom(
  kept: Pick<Holding, Chosen>,
  merged: Pick<Holding, Chosen>,
  choice: Readonly<Record<Chosen, "kept" | "merged">>,
): Chosen[] {
  return CHOSEN.filter(
    (field) =>
      merged[field] && (!kept[field] || (choice[field] === "merged" && kept[field] !== merged[field])),
  );
}
