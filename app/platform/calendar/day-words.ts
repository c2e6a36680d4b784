import type { Day } from "./day";

const LONG_DAY = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});

/** "3 March 2026". For pages too: nothing that reckons with days comes along. */
export function dayWords(day: Day): string {
  return LONG_DAY.format(new Date(`${day}T00:00:00Z`));
}
