import { AppLink } from "~/ui/app-link";
import { formatDay } from "~/ui/format-date";
import { RecordList } from "~/ui/record-list";
import { Tag } from "~/ui/tag";
import type { Desk } from "../desk";

type DeskListProps = { desk: Desk; allHref: string; headingLevel?: 3 | 4 };

/** What waits for the reader's side in one area, and its next meeting. */
export function DeskList({ desk: { items, more, next }, allHref, headingLevel = 3 }: DeskListProps) {
  return (
    <>
      {items.length === 0 ? (
        <p className="govuk-body">Nothing waits for your side today.</p>
      ) : (
        <RecordList
          headingLevel={headingLevel}
          items={items.map(({ id, title, href, wants, on, pastItsDay }) => ({
            id,
            title,
            href,
            tag: pastItsDay ? <Tag tone="attention">Past its day</Tag> : undefined,
            facts: [wants, formatDay(on)],
          }))}
        />
      )}
      {more > 0 ? (
        <p className="govuk-body">
          <AppLink href={allHref}>{`And ${more} more`}</AppLink>
        </p>
      ) : null}
      <p className="govuk-body">
        {next ? (
          <>
            Next meeting: <AppLink href={next.href}>{next.title}</AppLink>, {formatDay(next.on)}
            {next.startsAt ? `, ${next.startsAt}` : ""}
            {next.place ? `, ${next.place}` : ""}.
          </>
        ) : (
          "No meeting is planned."
        )}
      </p>
    </>
  );
}
