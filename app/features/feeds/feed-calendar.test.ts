import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { toDay } from "~/platform/calendar/day";
import { type FeedEntry, type FeedEvent, feedEvents, feedRange } from "./feed";
import { writeCalendar } from "./feed-calendar";

const SITE = "https://tracker.example";
const event: FeedEvent = {
  uid: "one",
  summary: "Quarterly meeting",
  from: toDay("2026-10-20"),
  to: toDay("2026-10-20"),
  at: { time: "18:30", minutes: 90 },
  busy: true,
  link: "/areas/oakfield/meetings/one",
  changedAt: new Date("2026-10-01T20:00:00Z"),
};

/** What another program reads of it. */
function readBack(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents("vevent").map((one) => {
    const read = new ICAL.Event(one);
    const { startDate, endDate } = read;
    return {
      names: one.getAllProperties().map(({ name }) => name),
      uid: read.uid,
      summary: read.summary,
      from: startDate.toString(),
      to: endDate.toString(),
      url: one.getFirstPropertyValue("url"),
      transp: one.getFirstPropertyValue("transp"),
    };
  });
}

const NAMES = ["uid", "dtstamp", "dtstart", "dtend", "summary", "transp", "url"];

describe("a calendar", () => {
  it("says a time in London as an instant, summer and winter", () => {
    const winter = { ...event, uid: "two", from: toDay("2026-11-20"), to: toDay("2026-11-20") };
    expect(readBack(writeCalendar([event, winter], SITE))).toEqual([
      {
        names: NAMES,
        uid: "one@tracker.example",
        summary: "Quarterly meeting",
        from: "2026-10-20T17:30:00Z",
        to: "2026-10-20T19:00:00Z",
        url: "https://tracker.example/areas/oakfield/meetings/one",
        transp: "OPAQUE",
      },
      expect.objectContaining({ from: "2026-11-20T18:30:00Z", to: "2026-11-20T20:00:00Z" }),
    ]);
  });

  it("says how often to ask again, in both ways that programs know", () => {
    const lines = writeCalendar([], SITE).split("\r\n");
    expect(lines.filter((line) => /REFRESH|TTL/.test(line))).toEqual([
      "REFRESH-INTERVAL;VALUE=DURATION:PT4H",
      "X-PUBLISHED-TTL:PT4H",
    ]);
  });

  it("says whole days without a time, the last one included", () => {
    const days = { ...event, at: null, busy: false, to: toDay("2026-10-31"), link: null };
    const [read] = readBack(writeCalendar([days], SITE));
    expect(read).toMatchObject({ from: "2026-10-20", to: "2026-11-01", transp: "TRANSPARENT" });
    expect(read?.names).toEqual(NAMES.filter((name) => name !== "url"));
  });

  it.each([
    [
      "a line's end",
      "Meet\r\nBEGIN:VALARM\r\nATTACH:http://bad.example",
      "Meet BEGIN:VALARM ATTACH:http://bad.example",
    ],
    [
      "half of one",
      "Meet\rDESCRIPTION:x\nURL:http://bad.example",
      "Meet DESCRIPTION:x URL:http://bad.example",
    ],
    ["others' line ends", "Meet\u2028URL:x\u2029URL:y\u0085URL:z\u000bURL:w", "Meet URL:x URL:y URL:z URL:w"],
    ["an event's end", "END:VEVENT\r\nEND:VCALENDAR", "END:VEVENT END:VCALENDAR"],
    ["marks of the format", 'Tea; cake, "jam" \\n and: \\', 'Tea; cake, "jam" \\n and: \\'],
    ["a nought", "Meet\u0000ing", "Meet ing"],
  ])("takes %s in a title for words", (_, summary, wanted) => {
    const text = writeCalendar(
      [
        { ...event, summary },
        { ...event, uid: "after" },
      ],
      SITE,
    );
    expect(readBack(text).map((one) => [one.summary, one.names])).toEqual([
      [wanted, NAMES],
      ["Quarterly meeting", NAMES],
    ]);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
  });

  it("folds long lines within 75 bytes, between letters, and they read as they were", () => {
    const summary = `${"Gemeindeförderung – 🏘️ réunion ".repeat(12)}end`;
    const text = writeCalendar([{ ...event, summary }], SITE);
    for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text).not.toContain("\ufffd");
    expect(readBack(text)[0]?.summary).toBe(summary);
  });
});

const entry: FeedEntry = {
  kind: "commitment",
  id: "id",
  area: { slug: "oakfield", name: "Oakfield" },
  day: toDay("2026-11-01"),
  startsAt: null,
  minutes: null,
  title: "Mend the gate",
  changedAt: new Date(0),
};
const shown = (entries: FeedEntry[]) =>
  feedEvents(entries, ({ kind, area }) => `/${area.slug}/${kind}`).map(({ summary, from, to, busy, link }) =>
    [summary, from, to, busy, link].join(" | "),
  );

describe("an entry", () => {
  it.each([
    [{ kind: "meeting", title: "Tea" }, "Tea | 2026-11-01 | 2026-11-01 | true | /oakfield/meeting"],
    [{}, "Promise due: Mend the gate | 2026-11-01 | 2026-11-01 | false | /oakfield/commitment"],
    [
      { kind: "milestone" },
      "Milestone: Mend the gate | 2026-11-01 | 2026-11-01 | false | /oakfield/milestone",
    ],
    [
      { kind: "project" },
      "Project ends: Mend the gate | 2026-11-01 | 2026-11-01 | false | /oakfield/project",
    ],
    [{ kind: "mou" }, "Agreement ends: Mend the gate | 2026-11-01 | 2026-11-01 | false | /oakfield/mou"],
    [{ kind: "meeting", title: null }, "Busy | 2026-11-01 | 2026-11-01 | true | "],
    [{ title: null }, "Busy | 2026-11-01 | 2026-11-01 | false | "],
  ] as const)("%j reads %s", (changes, wanted) => {
    expect(shown([{ ...entry, ...changes }])).toEqual([wanted]);
  });

  it("names its area where there are several", () => {
    const other = { ...entry, area: { slug: "ash", name: "Ash" } };
    expect(shown([entry, other]).map((one) => one.split(" | ")[0])).toEqual([
      "Promise due: Mend the gate (Oakfield)",
      "Promise due: Mend the gate (Ash)",
    ]);
  });

  it("of a poll is its day and the time before it", () => {
    const period = { from: toDay("2027-03-29"), to: toDay("2027-05-06"), poll: "Council election" };
    const poll: FeedEntry = { ...entry, kind: "election", title: "Barley", day: period.to, period };
    expect(shown([poll])).toEqual([
      "Pre-election period: Barley | 2027-03-29 | 2027-05-06 | false | /oakfield/election",
      "Council election: Barley | 2027-05-06 | 2027-05-06 | false | /oakfield/election",
    ]);
  });

  it("is looked for a month back and a year and a month ahead", () => {
    expect(feedRange(toDay("2026-10-01"))).toEqual({ from: "2026-08-31", until: "2027-11-05" });
  });
});
