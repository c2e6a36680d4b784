import { type Day, isDay } from "~/platform/calendar/day";
import { type Cells, readCsv } from "./csv-file";
import type { CsvFormat } from "./csv-header";
import { howFrom, type Invited, type MeetingEvent } from "./meeting-event";
import { type FileProblem, type Located, type Reading, refused } from "./problem";
import { oneLine } from "./text-blocks";

/** Where each kind of file keeps what a meeting has. Outlook's names are those of its own export. */
type Columns = {
  title: string;
  day: string;
  time: string;
  place: string;
  id?: string;
  came?: string;
  invited: readonly string[];
  isPrivate?: string;
  status?: string;
};

const OUTLOOK: Columns = {
  ...{ title: "Subject", day: "Start Date", time: "Start Time", place: "Location", isPrivate: "Private" },
  invited: ["Meeting Organizer", "Required Attendees", "Optional Attendees"],
};
const PLAIN: Columns = {
  ...{ title: "Title", day: "Day", time: "Time", place: "Place", id: "Id", came: "Came", status: "Status" },
  invited: ["Invited"],
};

/** Meetings of a CSV file: our own columns (Title, Day, …), or those of Outlook's calendar export. */
export function readMeetingsCsv(bytes: Uint8Array): Reading<readonly Located<MeetingEvent>[]> {
  const first = new TextDecoder().decode(bytes.subarray(0, 4096)).split(/\r?\n/, 1).join();
  const isOutlook = first.includes("Start Date") && first.includes("Subject");
  const columns = isOutlook ? OUTLOOK : PLAIN;
  const csv = readCsv(bytes, formatOf(columns));
  if (!csv.ok) return csv;
  const events: Located<MeetingEvent>[] = [];
  const problems: FileProblem[] = [];
  for (const { line, value } of csv.value) {
    const read = readRow(value, columns);
    if ("wrong" in read) problems.push({ line, column: read.wrong, message: read.message });
    else if (read.isPrivate) problems.push({ line, column: null, message: "Marked private. Left out." });
    else events.push({ line, value: read.event });
  }
  if (events.length === 0) return refused(problems);
  const notices = isOutlook ? csv.notices.filter(({ message }) => !/not read/.test(message)) : csv.notices;
  return { ok: true, value: events, notices: [...notices, ...problems] };
}

function formatOf({ title, day, invited, ...others }: Columns): CsvFormat {
  const optional = [...invited, ...Object.values(others)];
  return { required: [title, day], optional, otherColumns: "ignore" };
}

type Row = { event: MeetingEvent; isPrivate: boolean } | { wrong: string; message: string };

function readRow(cells: Cells, columns: Columns): Row {
  const cell = (column: string | undefined) =>
    column === undefined ? "" : oneLine(cells[column] ?? "", 1000);
  const on = readDay(cell(columns.day));
  if (!on) return { wrong: columns.day, message: `${DAY_WORDS} Left out.` };
  const title = oneLine(cell(columns.title));
  if (title === "") return { wrong: columns.title, message: "It has no title. Left out." };
  const startsAt = readTime(cell(columns.time));
  if (startsAt === undefined) return { wrong: columns.time, message: "Write the time as 19:30. Left out." };
  const place = oneLine(cell(columns.place));
  const invited = columns.invited.flatMap((column) => peopleIn(cell(column), "unknown"));
  const event = {
    externalId: `csv ${cell(columns.id) || `${title} ${on} ${startsAt ?? ""}`}`.slice(0, 500).toWellFormed(),
    ...{ title, on, startsAt, durationMinutes: null },
    place: place.replace(/https?:\S+/gi, "").trim() || null,
    how: howFrom(place),
    isCancelled: /^(cancelled|called off)$/i.test(cell(columns.status)) || /^cancell?ed:/i.test(title),
    invited: [...peopleIn(cell(columns.came), "came"), ...invited],
  };
  return { event, isPrivate: /^(true|yes|wahr)$/i.test(cell(columns.isPrivate)) };
}

const DAY_WORDS = "Write the day as 27/3/2026 or 2026-03-27.";

/** A day as spreadsheets here write it, the day before the month; null where it is none. */
function readDay(text: string): Day | null {
  const [, d = "", m = "", y = ""] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  const day = y === "" ? text : `${y}-${m.padStart(2, "0")}-${d.padStart(2, "0")}`;
  return isDay(day) ? day : null;
}

/** A time of day as 19:30; null where there is none, undefined where it is not one. */
function readTime(text: string): string | null | undefined {
  if (text === "") return null;
  const [, h = "", m = "", half] = /^(\d{1,2})[:.](\d{2})(?:[:.]\d{2})?\s*([ap]m)?$/i.exec(text) ?? [];
  const hours = half === undefined ? Number(h) : (Number(h) % 12) + (/p/i.test(half) ? 12 : 0);
  if (h === "" || hours > 23 || Number(m) > 59) return undefined;
  return `${String(hours).padStart(2, "0")}:${m}`;
}

/** People between semicolons: a name, an e-mail address, or both as "Ann Lee <ann@example.org>". */
function peopleIn(text: string, answer: Invited["answer"]): Invited[] {
  return text
    .split(";")
    .slice(0, 100)
    .flatMap((one) => {
      const words = one.trim();
      const email = /[^\s<>]+@[^\s<>]+/.exec(words)?.[0]?.toLowerCase() ?? null;
      const name = oneLine(words.replace(/<.*>/, "")) || email;
      return name ? [{ name, email, answer }] : [];
    });
}
