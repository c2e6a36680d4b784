/** A calendar day (Europe/London) as a whole number: days since 1970-01-01, which is 0. Never an instant. */
export type Day = number;

const FORM = /^(\d{4})-(\d{2})-(\d{2})$/;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function monthLength(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

// Counts in years that begin on 1 March, so that the leap day is a year's last and months need no table.
function count(year: number, month: number, day: number): Day {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/**
 * The day a text names, or null if it names none. Only `YYYY-MM-DD`, years 0001–9999, days that exist:
 * no times, no zones, no surrounding space. Never throws.
 */
export function parseDay(text: string): Day | null {
  const match = FORM.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > monthLength(year, month)) return null;
  return count(year, month, day);
}

/** The day a text names, as `parseDay`. Throws RangeError where there is no such day. */
export function dayOf(text: string): Day {
  const day = parseDay(text);
  if (day === null) throw new RangeError(`"${text}" is not a calendar day (YYYY-MM-DD)`);
  return day;
}

/** A day as `YYYY-MM-DD`, the reverse of `dayOf`. Throws RangeError outside the years 0001–9999. */
export function dayText(day: Day): string {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const leaps = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leaps) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const dayOfMonth = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  if (!(year >= 1 && year <= 9999)) throw new RangeError(`day ${day} lies outside the years 0001–9999`);
  const pad = (value: number, width: number) => String(value).padStart(width, "0");
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`;
}

/** The later of two days; a missing one does not count. */
export function later(a: Day | null, b: Day | null): Day | null {
  if (a === null || b === null) return a ?? b;
  return Math.max(a, b);
}

/** The earliest of some days, missing ones apart; null if none is given. */
export function earliest(days: readonly (Day | null)[]): Day | null {
  return days.reduce<Day | null>(
    (first, day) => (day === null || (first !== null && first <= day) ? first : day),
    null,
  );
}
