import { formatDay } from "~/ui/format-date";
import { PageTitle } from "~/ui/page-title";
import { PrintButton } from "~/ui/print-button";
import type { Section } from "../statement";

type Props = { title: string; changedOn: string; sections: readonly Section[] };

/** A statement anybody may read: headings, paragraphs and lists. */
export function StatementPage({ title, changedOn, sections }: Props) {
  return (
    <div className="cg-measure">
      <PageTitle aside={<PrintButton />}>{title}</PageTitle>
      {sections.map(({ heading, parts }) => (
        <section aria-label={heading} key={heading}>
          <h2 className="govuk-heading-m">{heading}</h2>
          {parts.map((part) =>
            typeof part === "string" ? (
              <p className="govuk-body" key={part}>
                {part}
              </p>
            ) : (
              <ul className="govuk-list govuk-list--bullet" key={part.join()}>
                {part.map((item) => (
                  <li key={item}>{item}</li>
                ))}
              </ul>
            ),
          )}
        </section>
      ))}
      <p className="govuk-body-s">As of {formatDay(changedOn)}.</p>
    </div>
  );
}
