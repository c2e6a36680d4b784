import { addDays, type Day } from "~/platform/calendar/day";
import { seatsOn } from "./check";
import { bodyKey, groupsOf, type PartnershipFacts } from "./line";
import type { Programme } from "./programme";

export type PartyGroup = {
  party: string;
  members: readonly { id: string; name: string; publicOffice: string }[];
};

export type PartyBalance = {
  voting: number;
  /** Parties of office-holders who vote, the largest first. */
  parties: readonly PartyGroup[];
  /** The parties to look at: many enough to be seen to decide. */
  flagged: readonly string[];
};

/** Voting members who hold a public office, by party, and whether one has many enough to look at (guidance 001). */
export function partyBalance(facts: PartnershipFacts, programme: Programme, today: Day): PartyBalance {
  const voting = seatsOn({ facts, programme, today }).filter((one) => one.voting);
  const holders = voting.flatMap(({ id, name, publicOffice, party }) =>
    publicOffice !== null && party !== null ? [{ id, name, publicOffice, party }] : [],
  );
  const groups = groupsOf(holders, ({ party }) => bodyKey(party));
  const parties = groups
    .map((all) => ({
      party: all[0]?.party ?? "",
      members: all.map(({ id, name, publicOffice }) => ({ id, name, publicOffice })),
    }))
    .toSorted((a, b) => b.members.length - a.members.length || (a.party < b.party ? -1 : 1));
  const { share, fewest } = programme.party;
  const flagged = parties.filter(
    ({ members }) => members.length >= fewest && members.length >= share * voting.length,
  );
  return { voting: voting.length, parties, flagged: flagged.map(({ party }) => party) };
}

/** Something the side did to change a decision, as its evidence says. */
export type Influencing = { id: string; title: string; on: Day; inPlan: boolean; manner: string };

export type InfluencingView = {
  recent: readonly Influencing[];
  /** Everything the side wrote down that it did in the same days, this included. */
  all: number;
  from: Day;
  predominant: boolean;
  outsidePlan: readonly Influencing[];
};

/** Whether influencing is most of what a partnership does over some months (guidance 000): for people to judge. */
export function judgeInfluencing(
  done: readonly Influencing[],
  activities: readonly Day[],
  programme: Programme,
  today: Day,
): InfluencingView {
  const { days, share, fewest } = programme.influencing;
  const from = addDays(today, -days);
  const within = (on: Day) => from < on && on <= today;
  const recent = done.filter(({ on }) => within(on));
  const all = activities.filter(within).length;
  return {
    recent,
    all,
    from,
    predominant: recent.length >= fewest && recent.length >= share * all,
    outsidePlan: recent.filter(({ inPlan }) => !inPlan),
  };
}

/** Own money, and the money of others it brought. */
export type Leverage = {
  id: string;
  title: string;
  on: Day;
  own: number | null;
  drawn: number | null;
  from: string | null;
};

export type LeverageSums = { own: number; drawn: number; withoutFigures: number };

/** Sums of what is known; entries without a figure are counted (guidance 002). */
export function sumLeverage(all: readonly Leverage[]): LeverageSums {
  return {
    own: all.reduce((sum, { own }) => sum + (own ?? 0), 0),
    drawn: all.reduce((sum, { drawn }) => sum + (drawn ?? 0), 0),
    withoutFigures: all.filter(({ own, drawn }) => own === null || drawn === null).length,
  };
}
