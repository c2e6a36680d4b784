import { addDays, type Day, daysBetween, dayToDate, isDay, toDay } from "~/platform/calendar/day";
import { grouped } from "./grouped";

// Repeating events are worked out here, a day at a time between two days, and not by the calendar library: its iterator
// never returns from rules such as "each day that is a 30 February", which anybody can write into a file.

const FREQUENCIES = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"] as const;
type Frequency = (typeof FREQUENCIES)[number];
type Weekday = { readonly nth: number | null; readonly weekday: number };

/** How an event repeats. Lists that are empty say nothing. */
export interface Rule {
  readonly frequency: Frequency;
  readonly interval: number;
  readonly count: number | null;
  /** The last day there may be one; where `untilAt` is given too, that decides and this is near it. */
  readonly until: Day | null;
  /** The last instant, where one was given and not a day. */
  readonly untilAt: Date | null;
  readonly byDay: readonly Weekday[];
  readonly byMonthDay: readonly number[];
  readonly byMonth: readonly number[];
  readonly bySetPos: readonly number[];
  /** 0 is Sunday. */
  readonly weekStart: number;
}

const WEEKDAYS = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];
const KNOWN = ["FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "WKST"];

/** Reads the text of an RRULE; null where it is none that is taken. */
export function readRule(text: string): Rule | null {
  const parts = new Map(
    text
      .toUpperCase()
      .split(";")
      .filter((part) => part !== "")
      .map((part): [string, string] => [part.split("=", 1)[0] ?? "", part.slice(part.indexOf("=") + 1)]),
  );
  if ([...parts.keys()].some((key) => !KNOWN.includes(key))) return null;
  const frequency = FREQUENCIES.find((one) => one === parts.get("FREQ"));
  const interval = whole(parts.get("INTERVAL") ?? "1", 1, 1000);
  const count = parts.has("COUNT") ? whole(parts.get("COUNT") ?? "", 1, 100_000) : null;
  const until = parts.has("UNTIL") ? readUntil(parts.get("UNTIL") ?? "") : NEVER;
  const byDay = list(parts.get("BYDAY"), readWeekday);
  const byMonthDay = list(parts.get("BYMONTHDAY"), (one) => signed(one, 31));
  const byMonth = list(parts.get("BYMONTH"), (one) => whole(one, 1, 12));
  const bySetPos = list(parts.get("BYSETPOS"), (one) => signed(one, 366));
  const weekStart = WEEKDAYS.indexOf(parts.get("WKST") ?? "MO");
  if (!frequency || interval === null || until === null || weekStart < 0) return null;
  if (parts.has("COUNT") && count === null) return null;
  if (!byDay || !byMonthDay || !byMonth || !bySetPos) return null;
  return { frequency, interval, count, ...until, byDay, byMonthDay, byMonth, bySetPos, weekStart };
}

const NEVER = { until: null, untilAt: null };

function readUntil(text: string): { until: Day; untilAt: Date | null } | null {
  const [, y, m, d, , h, min, s, utc] =
    /^(\d{4})(\d{2})(\d{2})(T(\d{2})(\d{2})(\d{2})(Z?))?$/.exec(text) ?? [];
  const day = `${y}-${m}-${d}`;
  if (!isDay(day)) return null;
  const untilAt = utc === "Z" ? new Date(`${day}T${h}:${min}:${s}Z`) : null;
  return untilAt && Number.isNaN(untilAt.getTime()) ? null : { until: day, untilAt };
}

function list<T>(text: string | undefined, read: (one: string) => T | null): T[] | null {
  if (text === undefined) return [];
  const values = text.split(",").map(read);
  return values.every((value) => value !== null) ? values : null;
}

function whole(text: string, least: number, most: number): number | null {
  const value = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value : null;
}

function signed(text: string, most: number): number | null {
  const value = whole(text.replace(/^[+-]/, ""), 1, most);
  return value === null ? null : text.startsWith("-") ? -value : value;
}

function readWeekday(text: string): Weekday | null {
  const [, nth, name] = /^([+-]?\d{1,2})?(SU|MO|TU|WE|TH|FR|SA)$/.exec(text) ?? [];
  if (name === undefined) return null;
  const number = nth === undefined ? null : signed(nth, 53);
  return nth !== undefined && number === null ? null : { nth: number, weekday: WEEKDAYS.indexOf(name) };
}

const LONGEST_YEARS = 30;

/** The days of an event from the day it begins, up to and including `last`; null where it began too long ago to tell. */
export function daysOf(rule: Rule, start: Day, last: Day): Day[] | null {
  if (daysBetween(start, last) > LONGEST_YEARS * 366) return null;
  // A period is looked at whole, so that "the last of them" is right; the day after `until` may still be within it.
  const end = rule.until !== null && rule.until < last ? addDays(rule.until, 1) : last;
  const found: { day: Day; period: number }[] = [];
  for (let day = start; day <= addDays(end, 366); day = addDays(day, 1)) {
    const period = periodOf(rule, start, day);
    if (rule.bySetPos.length === 0 && day > end) break;
    if (period % rule.interval === 0 && matches(rule, start, day)) found.push({ day, period });
  }
  const chosen = rule.bySetPos.length === 0 ? found.map(({ day }) => day) : atPositions(found, rule.bySetPos);
  const days = [...new Set([start, ...chosen])].sort();
  return days.slice(0, rule.count ?? days.length).filter((day) => day <= end);
}

function atPositions(found: readonly { day: Day; period: number }[], positions: readonly number[]): Day[] {
  const periods = grouped(found, ({ period }) => period);
  return [...periods.values()].flatMap((days) =>
    positions.flatMap((at) => days.at(at > 0 ? at - 1 : at)?.day ?? []),
  );
}

type Parts = { year: number; month: number; date: number; weekday: number };

function partsOf(day: Day): Parts {
  const date = dayToDate(day);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    date: date.getUTCDate(),
    weekday: date.getUTCDay(),
  };
}

/** Which day, week, month or year it is, counted from the one of the first day. */
function periodOf({ frequency, weekStart }: Rule, start: Day, day: Day): number {
  const [from, to] = [partsOf(start), partsOf(day)];
  if (frequency === "YEARLY") return to.year - from.year;
  if (frequency === "MONTHLY") return (to.year - from.year) * 12 + to.month - from.month;
  const days = daysBetween(start, day);
  return frequency === "DAILY" ? days : Math.floor((days + ((from.weekday - weekStart + 7) % 7)) / 7);
}

function matches(rule: Rule, start: Day, day: Day): boolean {
  const [from, now] = [partsOf(start), partsOf(day)];
  const { frequency, byDay, byMonthDay, byMonth } = rule;
  if (byMonth.length > 0 && !byMonth.includes(now.month)) return false;
  const length = daysIn(now.year, now.month);
  if (byMonthDay.length > 0 && !byMonthDay.some((at) => (at > 0 ? at : length + 1 + at) === now.date))
    return false;
  if (byDay.length > 0) return byDay.some((one) => isWeekday(rule, one, day, now));
  if (byMonthDay.length > 0 || frequency === "DAILY") return true;
  if (frequency === "WEEKLY") return now.weekday === from.weekday;
  return (
    now.date === from.date && (frequency === "MONTHLY" || byMonth.length > 0 || now.month === from.month)
  );
}

function isWeekday(rule: Rule, { nth, weekday }: Weekday, day: Day, now: Parts): boolean {
  if (weekday !== now.weekday) return false;
  if (nth === null || rule.frequency === "DAILY" || rule.frequency === "WEEKLY") return true;
  const inYear = rule.frequency === "YEARLY" && rule.byMonth.length === 0;
  const first = toDay(`${day.slice(0, 4)}-${inYear ? "01" : day.slice(5, 7)}-01`);
  const at = daysBetween(first, day);
  const length = inYear ? (daysIn(now.year, 2) === 29 ? 366 : 365) : daysIn(now.year, now.month);
  return nth > 0 ? Math.floor(at / 7) + 1 === nth : Math.floor((length - 1 - at) / 7) + 1 === -nth;
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
