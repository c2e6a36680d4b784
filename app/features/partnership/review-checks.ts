import { addDays, type Day, toDay } from "~/platform/calendar/day";
import { type CheckRule, memberRef, namesOf, seatsOn } from "./check";
import type { Programme } from "./programme";

/** The first and last day on which a year's review is written, both included. */
export function reviewDays({ review }: Programme, year: number): { from: Day; to: Day } {
  const first = (of: number, month: number) => toDay(`${of}-${String(month).padStart(2, "0")}-01`);
  const after = review.closes === 12 ? first(year + 1, 1) : first(year, review.closes + 1);
  return { from: first(year, review.opens), to: addDays(after, -1) };
}

const yearOf = (day: Day) => Number(day.slice(0, 4));

/** The year of the review that opened last, and whether it is open still. */
export function latestReview(programme: Programme, today: Day): { year: number; open: boolean } {
  const year = yearOf(today);
  const { from, to } = reviewDays(programme, year);
  return today < from ? { year: year - 1, open: false } : { year, open: today <= to };
}

/** The yearly review is handed in between its days (guidance 003). While it is open, the last one counts. */
export const review: CheckRule = ({ facts, programme, today }) => {
  const { year, open } = latestReview(programme, today);
  const handedIn = (of: number) => facts.reviews.find((one) => one.year === of && one.submittedOn !== null);
  const began = facts.members.map(({ startsOn }) => startsOn).sort()[0];
  const wasDue = (of: number) => began !== undefined && began <= reviewDays(programme, of).to;
  const now = handedIn(year);
  const due = now || !open ? year : year - 1;
  const found = now ?? handedIn(due);
  const days = reviewDays(programme, year);
  const none = wasDue(due) ? `The review of ${due} is not handed in.` : "No review was due yet.";
  return {
    state: found ? "passes" : wasDue(due) ? "fails" : "unknown",
    says: found ? `The review of ${found.year} is handed in.` : none,
    mend: "The representative: fill in the review with the members and hand it in.",
    care:
      open && !now ? [`The review of ${year} can be handed in until the end of ${monthName(days.to)}.`] : [],
    records: facts.reviews
      .filter((one) => one.year === due || one.year === year)
      .map(({ id, year: of }) => ({ kind: "review", id, label: `The review of ${of}` })),
  };
};

/** Every member has signed the form in the year of the review, or since (guidance 003). */
export const forms: CheckRule = (asked) => {
  const seats = seatsOn(asked);
  const { year, open } = latestReview(asked.programme, asked.today);
  // While a review is open there is time: last year's signature stands until it closes.
  const since = toDay(`${open ? year - 1 : year}-01-01`);
  const without = seats.filter(({ formSignedOn }) => formSignedOn === null || formSignedOn < since);
  const soon = open
    ? seats.filter(
        (one) => !without.includes(one) && one.formSignedOn !== null && one.formSignedOn < `${year}-01-01`,
      )
    : [];
  const said = without.length === 0 ? "Every member has signed." : `Not signed: ${namesOf(without)}.`;
  return {
    state: seats.length === 0 ? "unknown" : without.length === 0 ? "passes" : "fails",
    says: seats.length === 0 ? "Nobody is written down as a member yet." : said,
    mend: "Each member signs their own form; the secretary writes down the day.",
    care: soon.length > 0 ? [`To sign again before the review of ${year} closes: ${namesOf(soon)}.`] : [],
    records: (without.length > 0 ? without : seats).map(memberRef),
  };
};

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);

function monthName(day: Day): string {
  return `${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;
}
