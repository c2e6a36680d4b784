/** A calendar day as it is typed into a date input: text, because what was typed must come back unchanged. */
export type DateParts = { day: string; month: string; year: string; quick?: string | undefined };

export type DateReading = { ok: true; day: string } | { ok: false; problem: DateProblem };
export type DateProblem = "empty" | "incomplete" | "not a date";

const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** Splits "2026-03-03" into what the three boxes show. */
export function toDateParts(value: string | DateParts | undefined): DateParts {
  if (typeof value === "object") return value;
  const [year = "", month = "", day = ""] = (value ?? "").split("-");
  return { day: day.replace(/^0/, ""), month: month.replace(/^0/, ""), year };
}

/**
 * Reads the boxes (and the quick choice, if any) as a calendar day, YYYY-MM-DD. Months may be words and
 * years two figures (20..). Not checked: whether the day is in the past or the future.
 */
export function readDateParts(parts: Partial<DateParts>, today: string): DateReading {
  if (parts.quick === "today") return { ok: true, day: today };
  if (parts.quick === "yesterday") return { ok: true, day: addDays(today, -1) };
  const typed = [parts.day, parts.month, parts.year].map((part) => (part ?? "").trim());
  if (typed.every((part) => part === "")) return { ok: false, problem: "empty" };
  if (typed.some((part) => part === "")) return { ok: false, problem: "incomplete" };
  const [day = "", month = "", year = ""] = typed;
  return checked(Number(day), monthNumber(month), year.length === 2 ? 2000 + Number(year) : Number(year));
}

/** Every date problem in words, with the name of the date: "Enter the day you met". */
export function dateProblemWords(problem: DateProblem, name: string): string {
  if (problem === "empty") return `Enter ${name}`;
  if (problem === "incomplete") return `Enter a day, a month and a year for ${name}`;
  return `Check ${name}: there is no such day`;
}

function monthNumber(text: string): number {
  const byName = months.indexOf(text.toLowerCase().slice(0, 3)) + 1;
  return byName > 0 ? byName : Number(text);
}

function checked(day: number, month: number, year: number): DateReading {
  const at = new Date(Date.UTC(year, month - 1, day));
  const real =
    year >= 1000 && year <= 9999 && at.getUTCMonth() === month - 1 && at.getUTCDate() === day && month >= 1;
  return real ? { ok: true, day: at.toISOString().slice(0, 10) } : { ok: false, problem: "not a date" };
}

function addDays(day: string, count: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + count);
  return at.toISOString().slice(0, 10);
}
