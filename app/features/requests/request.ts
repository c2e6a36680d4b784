import type { HolidayCalendar } from "~/platform/calendar/bank-holidays";
import { addDays, type Day, daysBetween } from "~/platform/calendar/day";
import { addWorkingDays, REQUEST_WORKING_DAYS, workingDaysBetween } from "~/platform/calendar/working-days";
import { otherSide, type Side } from "../identity/actor";

/** What was answered. Ids are for ever. */
export const ANSWERS = ["yes", "no", "partly"] as const;
export type Answer = (typeof ANSWERS)[number];

export const ANSWER_WORDS: Record<Answer, string> = {
  yes: "Yes",
  no: "No, with reasons",
  partly: "Partly",
};

/** How the side that asked found the answer. Ids are for ever; the stored ones are Prisma's. */
export const JUDGEMENTS = ["straight", "partly", "not_straight"] as const;
export type Judgement = (typeof JUDGEMENTS)[number];

export const JUDGEMENT_WORDS: Record<Judgement, string> = {
  straight: "A straight answer",
  partly: "Partly a straight answer",
  not_straight: "Not a straight answer",
};

/** Passed on, within the side that was asked, to a person or a team. */
export type Referral = { on: Day; to: string; note: string | null };

/** A request as its days tell it; nothing in it says its state. */
export type Request = {
  toSide: Side;
  askedOn: Day;
  /** The answer is wanted by this day, the day included. */
  targetOn: Day;
  holdingOn: Day | null;
  answeredOn: Day | null;
  answer: Answer | null;
  judgement: Judgement | null;
  judgedOn: Day | null;
  withdrawnOn: Day | null;
};

/** The states, worked out from days. Ids are for ever. */
export const STATES = ["open", "answered", "withdrawn"] as const;
export type State = (typeof STATES)[number];

/** The state of a request. */
export function stateOf(request: Pick<Request, "answeredOn" | "withdrawnOn">): State {
  if (request.withdrawnOn !== null) return "withdrawn";
  return request.answeredOn === null ? "open" : "answered";
}

/** The side whose turn it is: the asked one to answer, then the asker to say how straight it was; null: nobody's. */
export function waitingOn(request: Request): Side | null {
  const state = stateOf(request);
  if (state === "open") return request.toSide;
  return state === "answered" && request.judgement === null ? otherSide(request.toSide) : null;
}

/** The day an answer is wanted by where nobody named one: the agreed working days after the asking. */
export function defaultTarget(askedOn: Day, workingDays: number, holidays: HolidayCalendar): Day {
  return addWorkingDays(askedOn, workingDays, holidays);
}

/** The working days agreed for a request about these relationships: the longest, where it is about several. */
export function agreedWorkingDays(relationships: readonly { requestWorkingDays: number }[]): number {
  return relationships.length === 0
    ? REQUEST_WORKING_DAYS
    : Math.max(...relationships.map((r) => r.requestWorkingDays));
}

/** Working days past the day the answer was wanted by; 0 while that day has not passed, or once it is over. */
export function daysPastTarget(request: Request, today: Day, holidays: HolidayCalendar): number {
  if (stateOf(request) !== "open" || today <= request.targetOn) return 0;
  return workingDaysBetween(request.targetOn, today, holidays);
}

/** Working days each side has had it: the asked one until it answered, then the asker until they judged. */
export function workingDaysWaited(
  request: Request,
  today: Day,
  holidays: HolidayCalendar,
): Record<Side, number> {
  const { toSide, askedOn, answeredOn, judgedOn, withdrawnOn } = request;
  const end = withdrawnOn ?? today;
  const asked = between(askedOn, answeredOn ?? end, holidays);
  const asker = answeredOn === null ? 0 : between(answeredOn, judgedOn ?? end, holidays);
  return toSide === "council" ? { council: asked, community: asker } : { council: asker, community: asked };
}

/** Who had the request for how many working days: first whom it was put to, then each it was passed on to. */
export function heldBy(
  request: Request & { to: string; referrals: readonly Referral[] },
  today: Day,
  holidays: HolidayCalendar,
): { who: string; from: Day; until: Day; workingDays: number }[] {
  const end = request.answeredOn ?? request.withdrawnOn ?? today;
  const starts = [{ to: request.to, on: request.askedOn }, ...request.referrals];
  return starts.map(({ to, on }, index) => {
    const until = starts[index + 1]?.on ?? end;
    return { who: to, from: on, until, workingDays: between(on, until, holidays) };
  });
}

function between(from: Day, to: Day, holidays: HolidayCalendar): number {
  return to <= from ? 0 : workingDaysBetween(from, to, holidays);
}

const MOST_YEARS_BACK = 25;
const MOST_YEARS_AHEAD = 5;

/** Whether a day can be the day of an asking, in words where not. Also keeps counting of days short. */
export function checkAskedOn(askedOn: Day, today: Day): true | string {
  if (askedOn > today) return "The day it was asked cannot be in the future";
  return daysBetween(askedOn, today) <= MOST_YEARS_BACK * 366 || "Check the year";
}

/** Whether a day can be the day an answer is wanted by, in words where not. */
export function checkTargetOn(targetOn: Day, askedOn: Day): true | string {
  if (targetOn <= askedOn) return "The answer has to be wanted after the day it was asked";
  return targetOn <= addDays(askedOn, MOST_YEARS_AHEAD * 366) || "Check the year";
}

/** Whether something can have happened to the request on a day, in words where not. */
export function checkStepOn(on: Day, request: Pick<Request, "askedOn">, today: Day): true | string {
  if (on > today) return "This day cannot be in the future";
  return on >= request.askedOn || "This day cannot be before the day it was asked";
}
