import { Details } from "~/ui/details";
import { plural } from "~/ui/plural";
import { SummaryList } from "~/ui/summary-list";
import type { ShownSection } from "../kept-data";

/** Everything that is kept about somebody, folded by what it is; the file has all of it. */
export function KeptList({ sections }: { sections: readonly ShownSection[] }) {
  return sections.map(({ id, what, as, count, rows }) => (
    <Details key={id} summary={`${what} (${as}): ${plural(count, "entry", "entries")}`}>
      {rows.map((row) => (
        <SummaryList key={row.id} rows={row.entries.map(([key, value]) => ({ key, value }))} />
      ))}
      {rows.length < count ? (
        <p className="govuk-body">These are the first {rows.length}. The file has all of them.</p>
      ) : null}
    </Details>
  ));
}
