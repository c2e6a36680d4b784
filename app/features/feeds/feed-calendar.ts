import { TZDate } from "@date-fns/tz";
import ICAL from "ical.js";
import { addDays, type Day } from "~/platform/calendar/day";
import type { FeedEvent } from "./feed";

const LONDON = "Europe/London";
// The library counts a line without the space that a folded one begins with: 75 bytes with it (RFC 5545, 3.1).
ICAL.foldLength = 74;
/** How often a calendar program may ask again. */
const REFRESH = "PT4H";

/**
 * Events as an iCalendar file (RFC 5545), lines folded and texts escaped by the library. `site` is this site's address:
 * links lead there, and ids are its own.
 */
export function writeCalendar(events: readonly FeedEvent[], site: string): string {
  const calendar = new ICAL.Component("vcalendar");
  calendar.addPropertyWithValue("version", "2.0");
  calendar.addPropertyWithValue("prodid", "-//Common Ground//Calendar feed//EN");
  calendar.addPropertyWithValue("method", "PUBLISH");
  calendar.addPropertyWithValue("x-wr-calname", "Common Ground");
  calendar.addPropertyWithValue("refresh-interval", ICAL.Duration.fromString(REFRESH));
  calendar.addPropertyWithValue("x-published-ttl", REFRESH);
  const { host } = new URL(site);
  for (const event of events) calendar.addSubcomponent(eventOf(event, site, host));
  return `${calendar.toString()}\r\n`;
}

function eventOf(event: FeedEvent, site: string, host: string): ICAL.Component {
  const { uid, summary, from, to, at, busy, link, changedAt } = event;
  const written = new ICAL.Component("vevent");
  written.addPropertyWithValue("uid", `${uid}@${host}`);
  written.addPropertyWithValue("dtstamp", ICAL.Time.fromJSDate(changedAt, true));
  if (at === null) {
    written.addPropertyWithValue("dtstart", wholeDay(from));
    written.addPropertyWithValue("dtend", wholeDay(addDays(to, 1)));
  } else {
    const begins = instantOf(from, at.time);
    written.addPropertyWithValue("dtstart", ICAL.Time.fromJSDate(begins, true));
    const ends = new Date(begins.getTime() + at.minutes * 60_000);
    written.addPropertyWithValue("dtend", ICAL.Time.fromJSDate(ends, true));
  }
  written.addPropertyWithValue("summary", plain(summary));
  written.addPropertyWithValue("transp", busy ? "OPAQUE" : "TRANSPARENT");
  if (link !== null) written.addPropertyWithValue("url", new URL(link, site).href);
  return written;
}

function wholeDay(day: Day): ICAL.Time {
  return ICAL.Time.fromDateString(day);
}

function instantOf(day: Day, time: string): Date {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return new Date(new TZDate(year, month - 1, date, hours, minutes, LONDON).getTime());
}

/** A title is one line: whatever could end it is a space, so that no title writes a line of the file. */
function plain(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
}
