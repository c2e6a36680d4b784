import { isDay } from "./day";
import { dayWords } from "./day-words";

/** A day of an event's data in words. */
export function saidDay(value: unknown): string {
  return typeof value === "string" && isDay(value) ? dayWords(value) : "an unknown day";
}
