import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { toDay } from "~/platform/calendar/day";
import { readCalendar } from "./calendar-file";
import { readMeetings } from "./meetings-file";

const TODAY = toDay("2026-11-20");
const REAL = new URL("../../../../shared/data/importers/", import.meta.url).pathname;

const bytes = (...lines: string[]) => new TextEncoder().encode(lines.join("\r\n"));
const event = (...lines: string[]) => ["BEGIN:VEVENT", "UID:u", "SUMMARY:Meeting", ...lines, "END:VEVENT"];
const calendar = (...lines: string[]) => bytes("BEGIN:VCALENDAR", "VERSION:2.0", ...lines, "END:VCALENDAR");

function read(...lines: string[]) {
  const reading = readCalendar(calendar(...lines), TODAY);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading;
}
const days = (...lines: string[]) =>
  read(...event(...lines)).value.map(({ value }) => `${value.on} ${value.startsAt}`);
const problems = (file: Uint8Array) => {
  const reading = readCalendar(file, TODAY);
  return reading.ok ? [] : reading.problems.map(({ line, message }) => `${line}: ${message}`);
};

describe("a calendar's times", () => {
  it.each([
    ["UTC in winter", "DTSTART:20261101T190000Z", "2026-11-01 19:00"],
    ["UTC in summer, into the next day", "DTSTART:20260601T231500Z", "2026-06-02 00:15"],
    ["London's", "DTSTART;TZID=Europe/London:20260601T191500", "2026-06-01 19:15"],
    ["another country's", "DTSTART;TZID=America/New_York:20261101T200000", "2026-11-02 01:00"],
    ["Outlook's name for a zone", "DTSTART;TZID=GMT Standard Time:20260601T191500", "2026-06-01 19:15"],
    [
      "behind a calendar's prefix",
      "DTSTART;TZID=/freeassociation.org/Europe/Paris:20261101T200000",
      "2026-11-01 19:00",
    ],
    ["nobody's", "DTSTART:20261101T190000", "2026-11-01 19:00"],
    ["a whole day", "DTSTART;VALUE=DATE:20261101", "2026-11-01 null"],
  ])("are London's: %s", (_, start, expected) => {
    expect(days(start)).toEqual([expected]);
  });

  it("follow a zone the file defines; an unknown one is told of and read as London's", () => {
    const zone = (rule: string) => [
      ...["BEGIN:VTIMEZONE", "TZID:Mine", "BEGIN:STANDARD", "DTSTART:19701101T020000"],
      ...[rule, "TZOFFSETFROM:-0400", "TZOFFSETTO:-0500", "END:STANDARD", "END:VTIMEZONE"],
    ];
    const start = "DTSTART;TZID=Mine:20261201T100000";
    const known = read(...zone("RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU"), ...event(start));
    expect(known.value[0]?.value.startsAt).toBe("15:00");
    // A rule no clock turns by is not followed: it could keep the reader busy for ever.
    const hostile = read(...zone("RRULE:FREQ=SECONDLY"), ...event(start));
    expect(hostile.value[0]?.value.startsAt).toBe("10:00");
    expect(hostile.notices[0]?.message).toContain("“Mine” is not known");
  });
});

describe("repeating events", () => {
  it.each([
    [
      "DTSTART:20261101T190000Z",
      "RRULE:FREQ=MONTHLY;COUNT=3;BYDAY=1SU",
      ["2026-11-01", "2026-12-06", "2027-01-03"],
    ],
    [
      "DTSTART:20261124T190000Z",
      "RRULE:FREQ=MONTHLY;BYDAY=TU;BYSETPOS=-1;COUNT=3",
      ["2026-11-24", "2026-12-29", "2027-01-26"],
    ],
    [
      "DTSTART:20261130T190000Z",
      "RRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=20261228T190000Z",
      ["2026-11-30", "2026-12-14", "2026-12-28"],
    ],
    [
      "DTSTART:20261130T190000Z",
      "RRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=20261228T185900Z",
      ["2026-11-30", "2026-12-14"],
    ],
    [
      "DTSTART:20261231T190000Z",
      "RRULE:FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3",
      ["2026-12-31", "2027-01-31", "2027-02-28"],
    ],
    ["DTSTART:20260101T100000Z", "RRULE:FREQ=YEARLY", ["2026-01-01", "2027-01-01"]],
    [
      "DTSTART:20261124T190000Z",
      "RRULE:FREQ=DAILY;COUNT=3\r\nEXDATE:20261125T190000Z",
      ["2026-11-24", "2026-11-26"],
    ],
  ])("%s %s", (start, rule, expected) => {
    expect(days(start, ...rule.split("\r\n")).map((day) => day.slice(0, 10))).toEqual(expected);
  });

  it("keep their time of day over the turn of the clocks", () => {
    const found = days("DTSTART;TZID=Europe/London:20270321T190000", "RRULE:FREQ=WEEKLY;COUNT=3");
    expect(found).toEqual(["2027-03-21 19:00", "2027-03-28 19:00", "2027-04-04 19:00"]);
  });

  it("are followed for a year and 200 times at most, those to come first", () => {
    const daily = read(...event("DTSTART:20200101T100000Z", "RRULE:FREQ=DAILY"));
    expect(daily.value).toHaveLength(200);
    expect(daily.value[0]?.value.on).toBe(TODAY);
    expect(daily.notices[0]?.message).toContain("200 are taken");
    expect(days("DTSTART:20260101T100000Z", "RRULE:FREQ=WEEKLY").length).toBeLessThan(105);
  });

  it("are one meeting each, for ever the same, and one moved is still that one", () => {
    const series = event("DTSTART:20261124T190000Z", "RRULE:FREQ=WEEKLY;COUNT=2");
    const moved = event("RECURRENCE-ID:20261201T190000Z", "DTSTART:20261202T180000Z", "STATUS:CANCELLED");
    const first = read(...series).value.map(({ value }) => value.externalId);
    const second = read(...series, ...moved).value;
    expect(second.map(({ value }) => value.externalId)).toEqual(first);
    expect(second.map(({ value }) => [value.on, value.isCancelled])).toEqual([
      ["2026-11-24", false],
      ["2026-12-02", true],
    ]);
  });

  it.each([
    "FREQ=SECONDLY",
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=WEEKLY;BYDAY=MO;INTERVAL=999999999",
    "FREQ=MONTHLY;BYSETPOS=300;BYDAY=MO",
    "FREQ=YEARLY;BYSECOND=0,1,2,3,4,5,6,7,8,9",
    "FREQ=DAILY;INTERVAL=0",
    "FREQ=DAILY;UNTIL=never",
    "",
  ])("that are a trap are not followed: %s", (rule) => {
    const started = Date.now();
    expect(days("DTSTART:20261124T190000Z", `RRULE:${rule}`).length).toBeLessThan(2);
    expect(Date.now() - started).toBeLessThan(2000);
  });
});

describe("what a calendar says", () => {
  it("is one line of text each, without links, and private events stay out", () => {
    const { value, notices } = read(
      ...event("DTSTART:20261124T190000Z", "LOCATION:Town hall https://x.example/secret", "DURATION:PT1H30M"),
      ...["BEGIN:VEVENT", "UID:p", "SUMMARY:Doctor", "CLASS:PRIVATE", "DTSTART:20261125", "END:VEVENT"],
      ...[
        "BEGIN:VEVENT",
        "UID:q",
        "SUMMARY:One\\nEND:VEVENT\\nBEGIN:VEVENT",
        "DTSTART:20261126T100000Z",
        "END:VEVENT",
      ],
    );
    expect(value.map((one) => one.value)).toMatchObject([
      { place: "Town hall", how: "video", durationMinutes: 90 },
      { title: "One END:VEVENT BEGIN:VEVENT" },
    ]);
    expect(notices.map(({ message }) => message)).toEqual(["“Doctor” is marked private. Left out."]);
  });

  it("names who is invited, rooms and things left out", () => {
    const { value } = read(
      ...event(
        ...["DTSTART:20261124T190000Z", "ORGANIZER;CN=Ann Lee:mailto:Ann@Council.example"],
        'ATTENDEE;CN="Bo; Ray";PARTSTAT=DECLINED:mailto:bo@x.example',
        "ATTENDEE;CUTYPE=ROOM:mailto:room@x.example",
      ),
    );
    expect(value[0]?.value.invited).toEqual([
      { name: "Ann Lee", email: "ann@council.example", answer: "accepted" },
      { name: "Bo; Ray", email: "bo@x.example", answer: "declined" },
    ]);
  });

  it.each([
    ["nothing of a calendar", bytes("Hello"), "1: This line is not of a calendar"],
    [
      "deep nesting",
      bytes(...Array.from({ length: 50_000 }, () => "BEGIN:VEVENT")),
      "9: Parts stand inside each other",
    ],
    ["an end too many", bytes("BEGIN:VCALENDAR", "END:VEVENT"), "2: END:VEVENT has no BEGIN:VEVENT"],
    ["no end", bytes("BEGIN:VCALENDAR"), "1: BEGIN:VCALENDAR is never ended"],
    [
      "a line put in",
      calendar(...event("DTSTART:20261124", "<script>alert(1)</script>")),
      "7: This line is not",
    ],
    [
      "an endless line",
      calendar(...event("DTSTART:20261124", `X-A:${"a".repeat(30_000)}`)),
      "7: This line is far too",
    ],
    [
      "a picture",
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0, 0x49]),
      "2: The file holds a NUL byte",
    ],
    [
      "another encoding",
      new Uint8Array([...bytes("BEGIN:VCALENDAR", "X-A:"), 0xe9]),
      "2: From here the file is not UTF-8",
    ],
    ["no day at all", calendar(...event("DTSTART:yesterday")), "3: This event has no day that can be read"],
    ["nothing in it", calendar(), "null: There is no event"],
  ])("is refused in words, with %s", (_, file, words) => {
    expect(problems(file)[0]).toContain(words);
  });
});

describe.skipIf(!existsSync(REAL))("real calendars (outside the project: skipped where absent)", () => {
  const folders = ["icalendar/calendars", "icalendar/events", "icaljs/samples", "icaljs/test/parser"].map(
    (one) => join(REAL, one),
  );
  // Also where the block is skipped its body is run.
  const files = folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((path) => path.endsWith(".ics"));

  it("are read or refused in words, each within moments", () => {
    const taken = files.map((file) => {
      const started = Date.now();
      const reading = readMeetings(readFileSync(file), TODAY);
      expect(Date.now() - started, file).toBeLessThan(3000);
      if (!reading.ok) expect(reading.problems.length, file).toBeGreaterThan(0);
      return reading.ok ? reading.value.length : 0;
    });
    expect(taken.filter((count) => count > 0).length).toBeGreaterThan(35);
  });
});
