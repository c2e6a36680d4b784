import { addDays, type Day } from "~/platform/calendar/day";
import type { Side } from "../identity/actor";

/** Between the partnership and one council; or the partnership's chair with the programme. Ids are for ever. */
export const MOU_KINDS = ["partnership", "programme"] as const;
export type MouKind = (typeof MOU_KINDS)[number];

export const MOU_KIND_WORDS: Record<MouKind, string> = {
  partnership: "Between the partnership and a council",
  programme: "Between the partnership’s chair and the programme",
};

/** Who can sign. Of the last two, each agreement has one. */
export const MOU_PARTIES = ["community", "council", "programme"] as const;
export type MouParty = (typeof MOU_PARTIES)[number];

/** The party across the table from the partnership. */
export function otherParty(kind: MouKind): Exclude<MouParty, "community"> {
  return kind === "partnership" ? "council" : "programme";
}

/** What holds from when to when; both days inclusive. */
export type Terms = { startsOn: Day; endsOn: Day | null; reviewOn: Day | null };

/** A review: begun by one side, said by one to be done, agreed by the other. */
export type Review = {
  dueOn: Day | null;
  startedOn: Day;
  startedBySide: Side;
  doneOn: Day | null;
  doneBySide: Side | null;
  agreedOn: Day | null;
};

/** An agreement as its days tell it; nothing in it says its state. */
export type Mou = Terms & {
  kind: MouKind;
  /** Whose text was the last to be put on the table. */
  textBySide: Side;
  proposedOn: Day | null;
  /** The day the second party agreed to a text for the first time. */
  agreedOn: Day | null;
  /** The day each party signed first. */
  signedOn: { community: Day | null; other: Day | null };
  reviews: readonly Review[];
  /** From this day on it is to be over. */
  endOn: Day | null;
  endAskedBySide: Side | null;
  endAgreedOn: Day | null;
  /** The day one that takes its place came into force. */
  supersededOn: Day | null;
};

/** The states, worked out from days. Ids are for ever. */
export const MOU_STATES = [
  "draft",
  "proposed",
  "agreed",
  "signed",
  "in-force",
  "under-review",
  "superseded",
  "expired",
  "ended",
] as const;
export type MouState = (typeof MOU_STATES)[number];

/** The review that has begun and is not agreed to be done; null: none. */
export function openReview(mou: Pick<Mou, "reviews">): Review | null {
  return mou.reviews.find(({ agreedOn }) => agreedOn === null) ?? null;
}

/** The first day on which it is in force: signed by both, and begun; null: not signed by both. */
export function inForceFrom({ startsOn, signedOn }: Pick<Mou, "startsOn" | "signedOn">): Day | null {
  const { community, other } = signedOn;
  if (community === null || other === null) return null;
  return [startsOn, community, other].reduce((last, day) => (day > last ? day : last));
}

/** The day on which it is over by what was agreed; null: none is known. The last day of its term is such a day. */
export function overOn(mou: Mou): Day | null {
  const days = [mou.endAgreedOn && mou.endOn, mou.supersededOn, mou.endsOn].filter((day) => day !== null);
  return days.reduce<Day | null>((first, day) => (first === null || day < first ? day : first), null);
}

/** The state on a day. */
export function stateOf(mou: Mou, today: Day): MouState {
  if (mou.endAgreedOn !== null && mou.endOn !== null && today >= mou.endOn) return "ended";
  if (mou.supersededOn !== null && today >= mou.supersededOn) return "superseded";
  if (mou.proposedOn === null) return "draft";
  if (mou.agreedOn === null) return "proposed";
  const from = inForceFrom(mou);
  if (from === null) return "agreed";
  if (mou.endsOn !== null && today > mou.endsOn) return "expired";
  if (today < from) return "signed";
  return openReview(mou) === null ? "in-force" : "under-review";
}

/** Whether it binds the two on a day. */
export function isInForce(mou: Mou, today: Day): boolean {
  const state = stateOf(mou, today);
  return state === "in-force" || state === "under-review";
}

/** Days ahead from which the end of an agreement is shown to both sides. */
export const ENDING_DAYS = 60;

/** Its last day, where it is in force and that is near; null otherwise. */
export function endingOn(mou: Mou, today: Day): Day | null {
  const last = overOn(mou);
  return last !== null && isInForce(mou, today) && last <= addDays(today, ENDING_DAYS) ? last : null;
}

/** Whether the day of its review has passed without one having begun. */
export function reviewIsDue(mou: Mou, today: Day): boolean {
  return mou.reviewOn !== null && mou.reviewOn <= today && stateOf(mou, today) === "in-force";
}

const EARLIEST_YEARS = 25;
const LONGEST_YEARS = 25;
const AHEAD_YEARS = 5;
const YEAR_DAYS = 366;

/** What is wrong with the days of an agreement, by field; nothing where they can be. */
export function checkTerms({ startsOn, endsOn, reviewOn }: Terms, today: Day): Record<string, string> {
  const wrong: Record<string, string> = {};
  const near = addDays(today, -EARLIEST_YEARS * YEAR_DAYS);
  const far = addDays(today, AHEAD_YEARS * YEAR_DAYS);
  if (startsOn < near || startsOn > far) return { startsOn: "Check the year" };
  const latest = addDays(startsOn, LONGEST_YEARS * YEAR_DAYS);
  if (endsOn !== null && endsOn > latest) wrong.endsOn = "Check the year";
  if (endsOn !== null && endsOn < startsOn) wrong.endsOn = "The last day cannot be before the first";
  if (reviewOn !== null && reviewOn > latest) wrong.reviewOn = "Check the year";
  if (reviewOn !== null && reviewOn <= startsOn) wrong.reviewOn = "The review has to be after the first day";
  if (reviewOn !== null && endsOn !== null && reviewOn > endsOn)
    wrong.reviewOn = "The review has to be on the last day or before it";
  return wrong;
}
