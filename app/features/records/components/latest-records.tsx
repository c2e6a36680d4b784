import { AppLink } from "~/ui/app-link";
import { formatDay } from "~/ui/format-date";

type LatestRecordsProps = {
  records: readonly { id: string; title: string; href: string; kind: string; on: string }[];
  allHref: string;
};

/** The newest records of an area, and the way to all of them. */
export function LatestRecords({ records, allHref }: LatestRecordsProps) {
  return (
    <section aria-labelledby="latest-records">
      <h2 className="govuk-heading-m" id="latest-records">
        Lately
      </h2>
      {records.length === 0 ? (
        <p className="govuk-body">Nothing is recorded yet. A first meeting is a good start.</p>
      ) : (
        <ul className="govuk-list govuk-list--spaced">
          {records.map(({ id, title, href, kind, on }) => (
            <li key={id}>
              <AppLink href={href}>{title}</AppLink>
              <span className="govuk-hint">{` ${kind}, ${formatDay(on)}`}</span>
            </li>
          ))}
        </ul>
      )}
      <p className="govuk-body">
        <AppLink href={allHref}>The whole timeline</AppLink>
      </p>
    </section>
  );
}
