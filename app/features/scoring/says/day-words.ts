import { type Day, dayText } from "../day.ts";

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);
const grouped = new Intl.NumberFormat("en-GB");

/** "June 2026". */
export function monthWords(day: Day): string {
  const [year, month] = dayText(day).split("-");
  return `${MONTHS[Number(month) - 1]} ${year}`;
}

/** "3 June 2026". */
export function dayWords(day: Day): string {
  return `${Number(dayText(day).slice(8))} ${monthWords(day)}`;
}

/** "1 day", "1,200 days". */
export function daysWords(days: number): string {
  return `${grouped.format(days)} ${days === 1 ? "day" : "days"}`;
}
