import type { Day } from "~/platform/calendar/day";
import type { ElectionKind } from "./election";

/** An election as Democracy Club lists it: a whole council's, or one ward's ballot. */
export type Listed = {
  election_id: string;
  poll_open_date: Day | null;
  election_type: { election_type: string };
  organisation?: { official_identifier: string } | null | undefined;
  children?: string[] | null | undefined;
  cancelled?: boolean | null | undefined;
  deleted?: boolean | null | undefined;
};

/** An election that could go on a council's list: somebody who keeps it decides. */
export type Proposal = { kind: ElectionKind; pollOn: Day; listedAs: string };

const KINDS: Record<string, ElectionKind> = {
  mayor: "mayor",
  gla: "london_authority",
  parl: "parliament",
};

const isSeat = (id: string) => /\.by\.\d{4}-\d{2}-\d{2}$/.test(id);

/** A council's election is one of a single seat where it, or every ballot of it, is. */
function kindOf({ election_type: { election_type: type }, ...one }: Listed): ElectionKind | null {
  if (type !== "local") return KINDS[type] ?? null;
  const ballots = one.children ?? [];
  const seats = ballots.length > 0 ? ballots.every(isSeat) : isSeat(one.election_id);
  return seats ? "by_election" : "local";
}

/** What is voted for at a council from a day on: one of a kind on a day, the nearest first; nothing that was called off. */
export function proposalsIn(listed: readonly Listed[], council: string, from: Day): Proposal[] {
  const found = new Map<string, Proposal>();
  for (const one of listed) {
    const [kind, pollOn] = [kindOf(one), one.poll_open_date];
    if (kind === null || pollOn === null || pollOn < from || one.cancelled || one.deleted) continue;
    if (one.organisation?.official_identifier !== council) continue;
    const key = `${pollOn} ${kind}`;
    const known = found.get(key);
    // The whole election stands for its wards: its id is the shorter one.
    if (!known || one.election_id.length < known.listedAs.length)
      found.set(key, { kind, pollOn, listedAs: one.election_id });
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, proposal]) => proposal);
}
