import { NOTHING, saidValue } from "~/features/audit/changes";
import { formatClock, formatDay } from "~/ui/format-date";

const DAY = /^\d{4}-\d\d-\d\d$/;
const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

/** A value of the log as part of a sentence: in quotation marks, but for nothing; days and times as they are written here. */
export function quotedValue(value: unknown): string {
  const said = saidValue(value);
  if (said === NOTHING) return said;
  if (DAY.test(said)) return formatDay(said);
  return CLOCK.test(said) ? formatClock(said) : `“${said}”`;
}
