import { addDays, type Day, daysBetween } from "~/platform/calendar/day";
import type { Side } from "../identity/actor";
import type { Component } from "../scoring/facts";
import type { QuestionId } from "./questions";

/** Days a round takes answers, the day it was opened included. */
export const CHECK_IN_DAYS = 14;
/** Days from one opening to the next: at most quarterly. A round that was called off does not count. */
export const BETWEEN_DAYS = 90;
/** Fewest people of a side whose answers are ever shown or scored. */
export const MIN_PEOPLE = 3;
/** Days after the opening on which mail goes: to everybody, then to those who have not answered. */
export const MAIL_DAYS = [0, 7, 12] as const;

/** What becomes of a round. Ids are for ever; the stored ones are Prisma's (`too_few`, `called_off`). */
export type RoundState = "open" | "released" | "too few" | "called off";

/** How somebody can answer: by their account, or by a link that was mailed or handed to them. */
export type SeatVia = "account" | "link";

/** A round of the check-in as its reader sees it; before release nothing in it follows from the other side's answers. */
export type RoundView = {
  id: string;
  state: RoundState;
  openedOn: Day;
  /** The first day on which nothing is answered any more, and on which it is released. */
  closesOn: Day;
  /** The last day on which answers are taken. */
  lastDay: Day;
  /** Its days are over; until the release has run (minutes) its state is still "open". */
  isOver: boolean;
  endedOn: Day | null;
  /** The side that opened it. */
  openedBy: Side;
  /** The reader's own seat, where they were asked. */
  mine: { seatId: string; answered: boolean; hasDraft: boolean } | null;
  /** Who of the reader's own side was asked and who has answered, never what: for its leads, while it is open. */
  ownSide: { invited: number; answered: number; people: SeatView[] } | null;
  can: { open: boolean; invite: boolean; callOff: boolean; answer: boolean };
};

/** One of a side's own people in a round. */
export type SeatView = { seatId: string; name: string; answered: boolean; via: SeatVia };

/** One answer: how far one agrees, 1 to 5; null = "don't know". */
export type Answer = 1 | 2 | 3 | 4 | 5 | null;
export type AnswersInput = Record<QuestionId, Answer>;
/** What was begun and not sent: questions that nobody has come to yet are missing. */
export type DraftAnswers = Partial<AnswersInput>;

/** The form of one's own seat: what one sent, and what one began since. */
export type SeatForm = {
  roundId: string;
  seatId: string;
  /** Who answers. */
  name: string;
  side: Side;
  /** The other side's organisation, as pages name it. */
  about: string;
  areaName: string;
  lastDay: Day;
  answers: AnswersInput | null;
  draft: DraftAnswers | null;
};

/** A question as one side answered it: from three answers on. `levels` counts the answers 1 to 5. */
export type QuestionSeen = { mean: number; answers: number; levels: number[] };
/**
 * A component as one side answered it, 0–100: from three people on who answered two of its three questions. `spread`:
 * how far these are apart from one another.
 */
export type ComponentSeen = { value: number; people: number; spread: "close" | "mixed" | "apart" };

/** A released round. `side` is the side that answered, about the other. */
export type CheckInSeen = {
  id: string;
  releasedOn: Day;
  people: Record<Side, number>;
  means: Record<Side, Record<QuestionId, QuestionSeen | null>>;
  components: Record<Side, Record<Component, ComponentSeen | null>>;
};

/** The first day on which a round opened on a day takes no answers: it is released on it. */
export function closingOf(openedOn: Day): Day {
  return addDays(openedOn, CHECK_IN_DAYS);
}

/** The day from which the next round may be opened, by the openings of those before that were not called off. */
export function nextOpening(openings: readonly Day[], today: Day): Day {
  const latest = openings.reduce<Day | null>((last, day) => (last === null || day > last ? day : last), null);
  if (latest === null || daysBetween(latest, today) >= BETWEEN_DAYS) return today;
  return addDays(latest, BETWEEN_DAYS);
}
