import { isDay } from "~/platform/calendar/day";
import { dayWords } from "./commitment-words";

type Data = Record<string, unknown>;

/** "the promise “Mend the gate”", from an event's data. */
export function named(data: Data): string {
  return `the promise “${String(data.title)}”`;
}

/** A day of an event's data in words; what is no day is left as it stands. */
export function saidDay(value: unknown): string {
  return typeof value === "string" && isDay(value) ? dayWords(value) : "an unknown day";
}

/** ": words" where an event keeps some, else nothing. */
export function saidNote(value: unknown): string {
  return typeof value === "string" && value !== "" ? `: ${value}` : "";
}
