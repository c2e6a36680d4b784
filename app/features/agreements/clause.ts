import { type Day, daysBetween } from "~/platform/calendar/day";

/** The headings an agreement is written under, in their order. Ids are for ever. */
export const HEADINGS = [
  "roles",
  "priorities",
  "flex",
  "communication",
  "liabilities",
  "data_protection",
  "review",
  "duration",
] as const;
export type Heading = (typeof HEADINGS)[number];

export const HEADING_WORDS: Record<Heading, string> = {
  roles: "Roles and responsibilities",
  priorities: "What both of us want",
  flex: "Room to flex",
  communication: "How we keep in touch",
  liabilities: "Liabilities and how we work",
  data_protection: "Data protection",
  review: "Review",
  duration: "How long it lasts",
};

/** What each heading is for, in a line. */
export const HEADING_HINTS: Record<Heading, string> = {
  roles: "Who does what, by name of the post. What each side answers for.",
  priorities: "What both want from working together, in the order that matters.",
  flex: "What each side can bend: days, forms, places, how things are decided.",
  communication: "How often, by what means, and whom to ask first.",
  liabilities: "Who is insured, who holds money, who signs contracts, who answers if something goes wrong.",
  data_protection: "What personal details are passed on, why, and who keeps them safe.",
  review: "When the two look at it again, and who calls that meeting.",
  duration: "When it starts and ends, and how either side can end it sooner.",
};

/** One clause: the words under a heading. */
export type Clause = { heading: Heading; text: string };

/** What carries a clause out, with the day on which anything last happened to it. */
export type Link = { heading: Heading; movedOn: Day };

/** Days without anything happening after which a clause counts as idle. */
export const IDLE_DAYS = 90;

/** Followed by days of the agreement itself, and never by a promise. */
const SELF_KEPT: readonly Heading[] = ["review", "duration"];

/** A clause that nothing is done about: nothing is linked, or nothing that is has moved for some time. */
export type IdleClause = { heading: Heading; movedOn: Day | null; days: number | null };

/** The clauses nothing has moved on, in their order. */
export function idleClauses(
  clauses: readonly Pick<Clause, "heading">[],
  links: readonly Link[],
  today: Day,
): IdleClause[] {
  return inOrder(clauses).flatMap(({ heading }) => {
    if (SELF_KEPT.includes(heading)) return [];
    const moved = links.filter((link) => link.heading === heading).map(({ movedOn }) => movedOn);
    const movedOn = moved.reduce<Day | null>((last, day) => (last === null || day > last ? day : last), null);
    const days = movedOn === null ? null : daysBetween(movedOn, today);
    return days === null || days > IDLE_DAYS ? [{ heading, movedOn, days }] : [];
  });
}

/** Clauses in the order of their headings. */
export function inOrder<C extends { heading: Heading }>(clauses: readonly C[]): C[] {
  return clauses.toSorted((a, b) => HEADINGS.indexOf(a.heading) - HEADINGS.indexOf(b.heading));
}
