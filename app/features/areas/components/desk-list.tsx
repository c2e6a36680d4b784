import { AppLink } from "~/ui/app-link";
import { Details } from "~/ui/details";
import { formatClock, formatDay } from "~/ui/format-date";
import { RecordList } from "~/ui/record-list";
import { Tag } from "~/ui/tag";
import type { Desk, DeskItem } from "../desk";

type DeskListProps = { desk: Desk; headingLevel?: 3 | 4 };

/** What waits for the reader's side in one area, and its next meeting. */
export function DeskList({ desk: { items, more, next }, headingLevel = 3 }: DeskListProps) {
  const linesOf = (waiting: readonly DeskItem[]) => (
    <RecordList
      headingLevel={headingLevel}
      items={waiting.map(({ id, title, href, wants, on, pastItsDay }) => ({
        id,
        title,
        href,
        tag: pastItsDay ? <Tag tone="attention">Past its day</Tag> : undefined,
        facts: [wants, formatDay(on)],
      }))}
    />
  );
  return (
    <>
      {items.length === 0 ? <p className="govuk-body">Nothing waits for your side today.</p> : linesOf(items)}
      {more.length > 0 ? <Details summary={`And ${more.length} more`}>{linesOf(more)}</Details> : null}
      <p className="govuk-body">
        {next ? (
          <>
            Next meeting: <AppLink href={next.href}>{next.title}</AppLink>, {formatDay(next.on)}
            {next.startsAt ? `, ${formatClock(next.startsAt)}` : ""}
            {next.place ? `, ${next.place}` : ""}.
          </>
        ) : (
          "No meeting is planned."
        )}
      </p>
    </>
  );
}
