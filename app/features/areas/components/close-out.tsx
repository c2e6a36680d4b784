import { formatDay } from "~/ui/format-date";
import { SummaryList } from "~/ui/summary-list";
import { Tag } from "~/ui/tag";
import { TaskList } from "~/ui/task-list";
import type { ClosePage, CloseTask } from "../close-out";
import { LIFECYCLE_WORDS, type Lifecycle, type LifeDays } from "../lifecycle";

type CloseOutProps = {
  lifecycle: Lifecycle;
  life: LifeDays;
  steward: string | null;
  tasks: readonly CloseTask[];
  /** Where a line of the checklist is settled; left out for who cannot open it. */
  hrefOf?: (page: ClosePage) => string;
};

/** Where an area is in its life, and what is still to settle. */
export function CloseOut({ lifecycle, life, steward, tasks, hrefOf }: CloseOutProps) {
  const days = [
    ["Closing since", life.closingOn],
    ["To be closed from", life.closedOn ? null : life.closesOn],
    ["Closed from", life.closedOn],
    ["A legacy from", life.legacyOn],
  ] as const;
  return (
    <>
      <SummaryList
        rows={[
          { key: "State", value: LIFECYCLE_WORDS[lifecycle] },
          ...days.flatMap(([key, day]) => (day ? [{ key, value: formatDay(day) }] : [])),
          ...(steward ? [{ key: "Looked after by", value: steward }] : []),
        ]}
      />
      <h2 className="govuk-heading-m">Before it closes</h2>
      <TaskList
        tasks={tasks.map(({ id, title, todo, page }) => ({
          id: `close-${id}`,
          title,
          href: hrefOf?.(page),
          status: todo === null ? "Done" : <Tag tone="attention">{todo}</Tag>,
        }))}
      />
    </>
  );
}
