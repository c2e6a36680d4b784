import { type CheckRule, memberRef, namesOf, presentOn, seatsOn } from "./check";
import { bodyKey, groupsOf, type Member } from "./line";

const NOBODY = "Nobody is written down as a member yet.";

/** Enough members (guidance 003). */
export const members: CheckRule = (asked) => {
  const seats = seatsOn(asked);
  const { fewestMembers } = asked.programme;
  const count = `There are ${seats.length} members; at least ${fewestMembers} are wanted.`;
  return {
    state: seats.length === 0 ? "unknown" : seats.length >= fewestMembers ? "passes" : "fails",
    says: seats.length === 0 ? NOBODY : count,
    mend: "The chair and members: ask people who live here to join.",
    care: [],
    records: seats.map(memberRef),
  };
};

/** Most members live in the area (guidance 003). Where nobody asked, the answer may still be certain either way. */
export const residents: CheckRule = (asked) => {
  const seats = seatsOn(asked);
  const { residentPercent } = asked.programme;
  const enough = (count: number) => count * 100 >= residentPercent * seats.length;
  const here = seats.filter(({ livesHere }) => livesHere === true).length;
  const notKnown = seats.filter(({ livesHere }) => livesHere === null);
  const asks = `At least ${residentPercent} in a hundred are wanted.`;
  const known = `${here} of ${seats.length} members live in the area. ${asks}`;
  const open = `${known} Of ${namesOf(notKnown)} it is not written down.`;
  const certain = enough(here) || !enough(here + notKnown.length);
  return {
    state: seats.length === 0 || !certain ? "unknown" : enough(here) ? "passes" : "fails",
    says: seats.length === 0 ? NOBODY : notKnown.length > 0 ? open : known,
    mend: "The chair and members: ask more residents to join, and write down who lives here.",
    care: [],
    records: seats.map(memberRef),
  };
};

/** No paid worker is a voting member (guidance 003): a worker by post, or a member who is paid. */
export const paidVotes: CheckRule = (asked) => {
  const { workerRoles } = asked.programme;
  const all = presentOn(asked);
  const paid = all.filter(({ paid, role }) => paid || workerRoles.includes(role));
  const voting = paid.filter((one) => one.voting);
  const said =
    voting.length === 0 ? "Nobody who is paid has a vote." : `Paid, and with a vote: ${namesOf(voting)}.`;
  return {
    state: all.length === 0 ? "unknown" : voting.length === 0 ? "passes" : "fails",
    says: all.length === 0 ? NOBODY : said,
    mend: "The members: a paid worker may come and speak, and does not vote.",
    care: [],
    records: paid.map(memberRef),
  };
};

/** No more than so many of one family or household (guidance 003). */
export const families: CheckRule = (asked) => {
  const seats = seatsOn(asked);
  const { mostOfOneFamily } = asked.programme;
  const groups = groupsOf(seats.filter(hasFamily), ({ family }) => bodyKey(family));
  const over = groups.filter((group) => group.length > mostOfOneFamily);
  const biggest = Math.max(0, ...groups.map((group) => group.length));
  const notAsked = seats.filter(({ kin }) => kin === "not_asked");
  const open = biggest + notAsked.length > mostOfOneFamily && notAsked.length > 0;
  const most = `At most ${mostOfOneFamily} members are of one family or household.`;
  const said =
    over.length > 0
      ? `More than ${mostOfOneFamily} of one family or household: ${over.map(namesOf).join("; ")}.`
      : open
        ? `Not asked yet about family: ${namesOf(notAsked)}.`
        : most;
  return {
    state: over.length > 0 ? "fails" : seats.length === 0 || open ? "unknown" : "passes",
    says: seats.length === 0 ? NOBODY : said,
    mend: "The members: agree with the family who steps down, and ask others to join.",
    care: [],
    records: (over.length > 0 ? over.flat() : groups.flat()).map(memberRef),
  };
};

function hasFamily(member: Member): member is Member & { family: string } {
  return member.kin === "some" && member.family !== null;
}
