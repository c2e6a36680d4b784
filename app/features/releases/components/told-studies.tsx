import { EmptyState } from "~/ui/empty-state";
import { formatDayRange } from "~/ui/format-date";
import { RecordList } from "~/ui/record-list";
import { Tag } from "~/ui/tag";
import { WrittenText } from "~/ui/written-text";

type ToldStudiesProps = {
  studies: readonly {
    id: string;
    title: string;
    purpose: string;
    organisation: string | null;
    by: string;
    startsOn: string;
    endsOn: string;
    state: string;
  }[];
};

/** The studies that are open or to come, each with what it wants to find out. */
export function ToldStudies({ studies }: ToldStudiesProps) {
  if (studies.length === 0)
    return <EmptyState title="No study is open">You will see here what one wants to find out.</EmptyState>;
  return (
    <RecordList
      label="Studies"
      headingLevel={3}
      items={studies.map(({ id, title, purpose, organisation, by, startsOn, endsOn, state }) => ({
        id,
        title,
        tag: (
          <Tag tone={state === "open" ? "neutral" : "waiting"}>{state === "open" ? "Open" : "To come"}</Tag>
        ),
        facts: [organisation, formatDayRange(startsOn, endsOn), `Tells areas apart by: ${by.toLowerCase()}`],
        children: <WrittenText>{purpose}</WrittenText>,
      }))}
    />
  );
}
