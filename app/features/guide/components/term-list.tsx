import { SummaryList } from "~/ui/summary-list";
import type { Term } from "../glossary";

/** Words with what they mean. */
export function TermList({ heading, terms }: { heading: string; terms: readonly Term[] }) {
  return (
    <section aria-label={heading}>
      <h2 className="govuk-heading-m">{heading}</h2>
      <SummaryList rows={terms.map(({ term, means }) => ({ key: term, value: means }))} />
    </section>
  );
}
