import type { ReactNode } from "react";
import { plural } from "~/platform/plural";
import { FilterForm } from "~/ui/filter-form";
import { formatClock, formatDay, formatDayWithWeekday } from "~/ui/format-date";
import { RecordList } from "~/ui/record-list";
import { Select } from "~/ui/select";
import { Tag } from "~/ui/tag";
import { HOW_WORDS, MEETING_HOWS, MEETING_STATUSES, STATUS_WORDS, stateWords } from "../meeting";
import type { MeetingLine } from "./meeting-line";

type MeetingListProps = {
  title: string;
  items: readonly MeetingLine[];
  today: string;
  hrefOf: (id: string) => string;
};

/** Meetings under a heading; nothing where there are none. */
export function MeetingList({ title, items, today, hrefOf }: MeetingListProps) {
  if (items.length === 0) return null;
  return (
    <section>
      <h2 className="govuk-heading-m">{title}</h2>
      <RecordList
        label={title}
        headingLevel={3}
        items={items.map((item) => ({
          id: item.id,
          href: hrefOf(item.id),
          title: item.title,
          tag: <StateTag item={item} today={today} />,
          facts: factsOf(item),
        }))}
      />
    </section>
  );
}

/** The state of a meeting in a word or two. */
export function StateTag({
  item,
  today,
}: {
  item: Pick<MeetingLine, "status" | "on" | "missedBy">;
  today: string;
}) {
  const { text, tone } = stateWords(item, today as MeetingLine["on"]);
  return <Tag tone={tone}>{text}</Tag>;
}

function factsOf(item: MeetingLine): ReactNode[] {
  const day = item.status === "planned" ? formatDayWithWeekday(item.on) : formatDay(item.on);
  return [
    item.startsAt ? `${day}, ${formatClock(item.startsAt)}` : day,
    HOW_WORDS[item.how],
    item.place,
    item.status === "held" && item.came > 0 && `${plural(item.came, "person", "people")} came`,
    item.rebookedOn && "Booked again",
    item.contested && "Seen differently by the other side",
  ];
}

type FiltersProps = { status: string | undefined; how: string | undefined; clearHref: string };

/** Which meetings the list shows. */
export function MeetingFilters({ status, how, clearHref }: FiltersProps) {
  const isSet = status !== undefined || how !== undefined;
  return (
    <FilterForm clearHref={isSet ? clearHref : undefined}>
      <Select
        id="status"
        name="status"
        label="State"
        value={status}
        placeholder="All"
        options={MEETING_STATUSES.map((value) => ({ value, label: STATUS_WORDS[value] }))}
      />
      <Select
        id="how"
        name="how"
        label="How you met"
        value={how}
        placeholder="All ways"
        options={MEETING_HOWS.map((value) => ({ value, label: HOW_WORDS[value] }))}
      />
    </FilterForm>
  );
}
