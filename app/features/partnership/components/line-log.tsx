import { Details } from "~/ui/details";
import { formatInstant } from "~/ui/format-date";

export type LogEntry = { id: string; at: Date | string; by: string; said: string };

/** What was done to one line, the newest first, folded up. */
export function LineLog({ entries }: { entries: readonly LogEntry[] }) {
  return (
    <Details summary="What was done here">
      <LogLines entries={entries} />
    </Details>
  );
}

/** Entries of the log, one a line. */
export function LogLines({ entries }: { entries: readonly LogEntry[] }) {
  return (
    <ol className="govuk-list">
      {entries.map(({ id, at, by, said }) => (
        <li key={id}>
          <time dateTime={new Date(at).toISOString()}>{formatInstant(new Date(at))}</time>: {by} {said}
        </li>
      ))}
    </ol>
  );
}
