import type { Day } from "~/platform/calendar/day";
import type { Flag, Size, State } from "./commitment";
import type { Action } from "./commitment.transitions";

/** What a list may be narrowed to. Ids are for ever: they stand in addresses people keep. */
export const LIST_STATES = [
  "unfinished",
  "past-its-day",
  "contested",
  "done",
  "kept",
  "not-kept",
  "withdrawn",
  "all",
] as const;
export type ListState = (typeof LIST_STATES)[number];
export const LIST_STATE_WORDS: Record<ListState, string> = {
  unfinished: "Not finished",
  "past-its-day": "Past their day",
  contested: "Disputed",
  done: "Done, awaiting a yes",
  kept: "Kept",
  "not-kept": "Not kept",
  withdrawn: "Let go",
  all: "All",
};

export const WHOSE = ["all", "ours", "theirs", "mine"] as const;
export type Whose = (typeof WHOSE)[number];

export type ListFilter = {
  state: ListState;
  whose: Whose;
  /** A council's slug; null: all. What is about all councils is in each. */
  council: string | null;
  /** Only what waits for the reader's side. */
  waiting: boolean;
  page: number;
};

/** The same filter as an address, for links to its pages. */
export function filterParams(filter: ListFilter): string {
  const params = new URLSearchParams({ state: filter.state, whose: filter.whose });
  if (filter.council !== null) params.set("council", filter.council);
  if (filter.waiting) params.set("waiting", "1");
  return params.toString();
}

/** A line of the list. */
export type CommitmentLine = {
  id: string;
  title: string;
  /** The side that promises, as pages name it at the beginning of a sentence. */
  by: string;
  byPerson: string | null;
  /** The day both sides look to. */
  dueOn: Day;
  daysPast: number;
  state: State;
  flags: Flag[];
  waitsForYou: boolean;
};

export type CommitmentList = {
  lines: CommitmentLine[];
  /** Lines on all pages. */
  total: number;
  page: number;
  pages: number;
  /** Whether anything at all is in the register, whatever the filter. */
  any: boolean;
};

/** An unfinished promise, for agendas, handovers and the page of what needs whom. */
export type OpenCommitment = Omit<CommitmentLine, "waitsForYou"> & {
  bySide: "council" | "community";
  relationshipId: string | null;
  byPersonId: string | null;
  toPersonId: string | null;
  waitingOn: "council" | "community" | null;
};

type Said = { on: Day; saidOn: Day | null; note: string | null };

export type RedatingView = {
  id: string;
  by: string;
  proposedOn: Day;
  newDueOn: Day;
  reason: string;
  agreedOn: Day | null;
  declinedOn: Day | null;
  withdrawnOn: Day | null;
  declinedReason: string | null;
  /** A later proposal took its place unanswered. */
  replaced: boolean;
};

/** A promise as its page shows it to one reader; both sides read the same facts. */
export type CommitmentView = {
  id: string;
  title: string;
  detail: string | null;
  size: Size;
  revision: number;
  by: { name: string; first: string; person: string | null; personId: string | null; yours: boolean };
  to: { name: string; first: string; person: string | null; personId: string | null };
  madeOn: Day;
  /** The day first promised, the day it is due for the score, and the day both sides now look to. */
  dueOn: Day;
  effectiveDueOn: Day;
  lookedForOn: Day;
  daysPast: number;
  state: State;
  flags: Flag[];
  done: Said | null;
  confirmedOn: Day | null;
  /** The day from which an unanswered "done" stands on own word; null where it never does by itself. */
  lapsesOn: Day | null;
  told: Said | null;
  notKept: Said | null;
  withdrawn: Said | null;
  disownedOn: Day | null;
  redatings: RedatingView[];
  proposalId: string | null;
  meeting: { id: string; title: string; on: Day } | null;
  /** The side whose move it is, as pages name it; null where nothing is expected. */
  waitingOn: { name: string; first: string; you: boolean } | null;
  can: Action[];
  next: Action | null;
};
