import { plural } from "~/platform/plural";
import { formatDay } from "~/ui/format-date";
import { RecordList } from "~/ui/record-list";
import { Tag } from "~/ui/tag";
import type { Stage } from "../evidence";

type Item = {
  id: string;
  href: string;
  title: string;
  kind: string;
  on: string;
  /** Who made it, in words. */
  by: string;
  council: string | null;
  /** Who sees it, where that is not both sides. */
  seenBy: string | null;
  stage: Stage;
  state: string | null;
  /** What was answered, in words. */
  said: string | null;
  forReader: boolean;
  daysPast: number;
  contested: boolean;
};

/** Entries, each with its kind, its day and what is waited for. */
export function EvidenceList({ items }: { items: readonly Item[] }) {
  return (
    <RecordList
      label="What helps and hinders"
      headingLevel={2}
      items={items.map((item) => ({
        id: item.id,
        href: item.href,
        title: item.title,
        tag: item.state ? <Tag tone={toneOf(item)}>{item.state}</Tag> : null,
        facts: [
          item.kind,
          formatDay(item.on),
          `Noted by ${item.by}`,
          item.council && `About ${item.council}`,
          item.seenBy,
          item.said,
          item.daysPast > 0 && `${plural(item.daysPast, "day")} past its day`,
          item.contested && "The two sides see this differently",
        ],
      }))}
    />
  );
}

function toneOf({ stage, forReader }: Item) {
  if (forReader) return "attention" as const;
  return stage === "waiting" || stage === "proposed" ? ("waiting" as const) : ("quiet" as const);
}
