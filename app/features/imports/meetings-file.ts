import type { Day } from "~/platform/calendar/day";
import { readCalendar } from "./calendar-file";
import type { MeetingEvent } from "./meeting-event";
import { readMeetingsCsv } from "./meetings-csv";
import type { Located, Reading } from "./problem";

/** The meetings of a file: iCalendar where it begins as one, else CSV. */
export function readMeetings(bytes: Uint8Array, today: Day): Reading<readonly Located<MeetingEvent>[]> {
  const start = new TextDecoder().decode(bytes.subarray(0, 400));
  return /^\s*BEGIN:V/i.test(start) ? readCalendar(bytes, today) : readMeetingsCsv(bytes);
}
