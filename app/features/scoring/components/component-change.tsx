import { AppLink } from "~/ui/app-link";

type Change = { title: string; href: string | null; how: string; effectText: string; raises: boolean };

type ComponentChangeProps = {
  /** "Up by 4.2 points, from 56.8 to 61.0 on 24 August 2026", or why it cannot be said. */
  sentence: string;
  records: readonly Change[];
  more: number;
  /** What passing time alone did, in points; null: nothing to speak of. */
  faded: string | null;
};

/** What changed in a component over 90 days: record by record, the biggest first. */
export function ComponentChange({ sentence, records, more, faded }: ComponentChangeProps) {
  return (
    <section aria-labelledby="change">
      <h2 className="govuk-heading-m" id="change">
        What changed in 90 days
      </h2>
      <p className="govuk-body">{sentence}</p>
      {records.length > 0 ? (
        <ul className="govuk-list govuk-list--bullet">
          {records.map(({ title, href, how, effectText, raises }) => (
            <li key={`${href} ${title}`}>
              {href ? <AppLink href={href}>{title}</AppLink> : title} ({how}): {raises ? "raises" : "lowers"}{" "}
              it by {effectText}.
            </li>
          ))}
          {faded ? <li>{faded}</li> : null}
        </ul>
      ) : (
        <p className="govuk-body">{faded ?? "Nothing new speaks to it."}</p>
      )}
      {more > 0 ? <p className="govuk-hint">{`And ${more} more that move it less.`}</p> : null}
    </section>
  );
}
