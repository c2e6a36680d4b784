import { plural } from "~/platform/plural";
import { Details } from "~/ui/details";
import { formatDay, formatInstant } from "~/ui/format-date";
import { SummaryList } from "~/ui/summary-list";
import type { ShownSection } from "../kept-data";

/** Everything that is kept about somebody, folded by what it is; the file has all of it. */
export function KeptList({ sections }: { sections: readonly ShownSection[] }) {
  return sections.map(({ id, what, as, count, rows }) => (
    <Details key={id} summary={`${what} (${as}): ${plural(count, "entry", "entries")}`}>
      {rows.map((row) => (
        <SummaryList
          key={row.id}
          rows={row.entries.map(([key, value]) => ({ key, value: withDays(value) }))}
        />
      ))}
      {rows.length < count ? (
        <p className="govuk-body">These are the first {rows.length}. The file has all of them.</p>
      ) : null}
    </Details>
  ));
}

const DAY = /^\d{4}-\d\d-\d\d$/;
const INSTANT = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/;

/** A day or an instant as they are written here; anything else as it stands. */
function withDays(value: string): string {
  if (DAY.test(value)) return formatDay(value);
  return INSTANT.test(value) && !Number.isNaN(Date.parse(value)) ? formatInstant(new Date(value)) : value;
}
