import { plural } from "~/platform/plural";
import { formatClock, formatDay } from "~/ui/format-date";
import { RecordList } from "~/ui/record-list";
import { SummaryList } from "~/ui/summary-list";
import { HOW_WORDS, type MeetingHow } from "../meeting";

/** A series of meetings as pages show it. */
export type SeriesLine = {
  id: string;
  title: string;
  revision: number;
  rhythm: string;
  unit: string;
  every: number;
  how: MeetingHow;
  startsAt: string | null;
  place: string | null;
  until: string | null;
  ahead: number;
  next: { id: string; on: string } | null;
};

/** The area's series, each with its rhythm and its next day. */
export function SeriesList({
  series,
  hrefOf,
}: {
  series: readonly SeriesLine[];
  hrefOf: (id: string) => string;
}) {
  return (
    <RecordList
      label="Series of meetings"
      headingLevel={2}
      items={series.map((one) => ({
        id: one.id,
        href: hrefOf(one.id),
        title: one.title,
        facts: [
          capital(one.rhythm),
          one.next ? `Next on ${formatDay(one.next.on)}` : "None ahead",
          `${plural(one.ahead, "meeting")} planned`,
        ],
      }))}
    />
  );
}

/** What one series is. */
export function SeriesFacts({ series }: { series: SeriesLine }) {
  return (
    <SummaryList
      rows={[
        { key: "Rhythm", value: capital(series.rhythm) },
        { key: "How", value: HOW_WORDS[series.how] },
        ...(series.startsAt ? [{ key: "Begins", value: formatClock(series.startsAt) }] : []),
        ...(series.place ? [{ key: "Where", value: series.place }] : []),
        { key: "Last day", value: series.until ? formatDay(series.until) : "None" },
        { key: "Ahead", value: plural(series.ahead, "meeting") },
      ]}
    />
  );
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
