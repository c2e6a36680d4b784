import { addDays, type Day, dayToDate } from "~/platform/calendar/day";
import { type FormDay, resolveDay } from "~/platform/form-days";

const FIRST = "1990-01-01";
/** Days ahead that may be written down: a plan runs for years. */
const AHEAD = 3_660;

/** What is wrong with a day that was typed, or null: year 0 and year 9999 are slips. */
export function dayProblem(day: Day, today: Day): string | null {
  if (day < FIRST) return "Enter a day from 1990 on";
  return day > addDays(today, AHEAD) ? "Enter a day within the next ten years" : null;
}

type Typed = Readonly<Record<string, FormDay | null>>;
type Resolved<T extends Typed> = { [Name in keyof T]: null extends T[Name] ? Day | null : Day };

/** Typed days as days, and what is wrong with them beside their fields. */
export function resolveDays<T extends Typed>(
  typed: T,
  today: Day,
): { days: Resolved<T>; problems: Record<string, string> } {
  const entries = Object.entries(typed).map(
    ([name, day]) => [name, day === null ? null : resolveDay(day, today)] as const,
  );
  const problems = entries.flatMap(([name, day]) => {
    const problem = day && dayProblem(day, today);
    return problem ? [[name, problem] as const] : [];
  });
  return { days: Object.fromEntries(entries) as Resolved<T>, problems: Object.fromEntries(problems) };
}

type Columns<T> = { [Name in keyof T]: null extends T[Name] ? Date | null : Date };

/** Days as DATE columns take them. */
export function dayColumns<T extends Readonly<Record<string, Day | null>>>(days: T): Columns<T> {
  const columns = Object.entries(days).map(([name, day]) => [name, day && dayToDate(day)]);
  return Object.fromEntries(columns) as Columns<T>;
}
