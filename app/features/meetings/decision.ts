/** How a decision was made. Ids are for ever. */
export const DECISION_HOWS = ["consensus", "vote"] as const;
export type DecisionHow = (typeof DECISION_HOWS)[number];

export const DECISION_HOW_WORDS: Record<DecisionHow, string> = {
  consensus: "By consensus",
  vote: "By a vote",
};

/** Votes by the capacity people came in; null where nobody counted. */
export type Votes = {
  residentsFor: number | null;
  residentsAgainst: number | null;
  councillorsFor: number | null;
  councillorsAgainst: number | null;
  othersFor: number | null;
  othersAgainst: number | null;
};

export type Decision = Votes & {
  text: string;
  how: DecisionHow;
  /** Who abstained or stepped out, in words. */
  abstained: string | null;
  key: boolean;
  jointWork: boolean;
};

export const NO_VOTES: Votes = {
  residentsFor: null,
  residentsAgainst: null,
  councillorsFor: null,
  councillorsAgainst: null,
  othersFor: null,
  othersAgainst: null,
};

/** Most votes of one capacity that are believed. */
export const VOTES_MAX = 999;

/** Whether a vote was carried: more for than against, all capacities together. Null: not a vote, or nobody counted. */
export function isCarried(decision: Pick<Decision, "how"> & Votes): boolean | null {
  if (decision.how !== "vote") return null;
  const votes = [
    decision.residentsFor,
    decision.residentsAgainst,
    decision.councillorsFor,
    decision.councillorsAgainst,
    decision.othersFor,
    decision.othersAgainst,
  ];
  if (votes.every((count) => count === null)) return null;
  const [rf, ra, cf, ca, of, oa] = votes.map((count) => count ?? 0);
  return sum(rf, cf, of) > sum(ra, ca, oa);
}

/**
 * Carried by councillors' votes against the residents' majority: it was carried, more residents were against than for,
 * and without the councillors it would not have been carried.
 */
export function isAgainstResidents(decision: Pick<Decision, "how"> & Votes): boolean {
  if (isCarried(decision) !== true) return false;
  const residentsFor = decision.residentsFor ?? 0;
  const residentsAgainst = decision.residentsAgainst ?? 0;
  if (residentsAgainst <= residentsFor) return false;
  return sum(residentsFor, decision.othersFor) <= sum(residentsAgainst, decision.othersAgainst);
}

function sum(...counts: (number | null | undefined)[]): number {
  return counts.reduce<number>((total, count) => total + (count ?? 0), 0);
}

/** The votes in words, capacity by capacity; '' where nobody counted. */
export function votesWords(votes: Votes): string {
  const part = (who: string, yes: number | null, no: number | null) =>
    yes === null && no === null ? [] : [`${who} ${yes ?? 0} for, ${no ?? 0} against`];
  return [
    ...part("residents", votes.residentsFor, votes.residentsAgainst),
    ...part("councillors", votes.councillorsFor, votes.councillorsAgainst),
    ...part("others", votes.othersFor, votes.othersAgainst),
  ].join("; ");
}
