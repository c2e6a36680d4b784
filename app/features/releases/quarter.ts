import { addDays, type Day, toDay } from "~/platform/calendar/day";

/** Days that areas have to look at what is said of them, and to withdraw, before a release is published. */
export const DAYS_TO_LOOK = 14;

/** A quarter of a year with its last day. */
export type Quarter = { readonly id: string; readonly lastDay: Day };

/** The newest quarter that is over on a day: from the first day of the next one on. */
export function quarterBefore(today: Day): Quarter {
  const year = Number(today.slice(0, 4));
  const running = Math.floor((Number(today.slice(5, 7)) - 1) / 3);
  const firstDay = toDay(`${today.slice(0, 4)}-${String(running * 3 + 1).padStart(2, "0")}-01`);
  const [ofYear, number] = running === 0 ? [year - 1, 4] : [year, running];
  return { id: `${String(ofYear).padStart(4, "0")}-Q${number}`, lastDay: addDays(firstDay, -1) };
}

/** The day on which the quarter that a day is in is drafted, and the one on which it is published at the earliest. */
export function nextRelease(today: Day): { draftedOn: Day; publishesOn: Day } {
  const month = Math.floor((Number(today.slice(5, 7)) - 1) / 3) * 3 + 4;
  const year = Number(today.slice(0, 4)) + (month > 12 ? 1 : 0);
  const first = month > 12 ? 1 : month;
  const draftedOn = toDay(`${String(year).padStart(4, "0")}-${String(first).padStart(2, "0")}-01`);
  return { draftedOn, publishesOn: addDays(draftedOn, DAYS_TO_LOOK) };
}
