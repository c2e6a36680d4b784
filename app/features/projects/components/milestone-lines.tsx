import { plural } from "~/platform/plural";
import { formatDay } from "~/ui/format-date";
import { RecordList } from "~/ui/record-list";
import { Tag, type TagTone } from "~/ui/tag";
import { STATE_WORDS, type State } from "../milestone";
import type { MilestoneLine } from "../plan-views";
import { bearerName } from "../project-words";

export type MilestoneItem = Pick<
  MilestoneLine,
  | "id"
  | "title"
  | "owner"
  | "state"
  | "dueOn"
  | "expectedOn"
  | "doneOn"
  | "acknowledged"
  | "daysPast"
  | "moved"
  | "parts"
  | "partsDone"
  | "earlyWin"
  | "dueDiligence"
  | "contested"
> & {
  href: string;
  sides: Record<"council" | "community", string>;
  project: string | null;
  /** The reader's side is the one to act. */
  forReader: boolean;
};

const TONES: Record<State, TagTone> = {
  planned: "neutral",
  done: "good",
  dropped: "quiet",
  withdrawn: "quiet",
};

type MilestoneLinesProps = { items: readonly MilestoneItem[]; label?: string; headingLevel?: 2 | 3 };

/** Milestones, each with its day, whose it is, and what became of it. */
export function MilestoneLines({ items, label = "Milestones", headingLevel = 2 }: MilestoneLinesProps) {
  return (
    <RecordList
      label={label}
      headingLevel={headingLevel}
      items={items.map((item) => ({
        id: item.id,
        href: item.href,
        title: item.title,
        tag: <MilestoneTag state={item.state} daysPast={item.daysPast} />,
        facts: factsOf(item),
      }))}
    />
  );
}

function factsOf(item: MilestoneItem) {
  const { state, dueOn, expectedOn, doneOn, daysPast } = item;
  return [
    item.project,
    `For ${bearerName(item.owner, item.sides)} to do`,
    doneOn ? `Done ${formatDay(doneOn)}` : state === "planned" && `Due ${formatDay(dueOn)}`,
    daysPast > 0 && `${plural(daysPast, "day")} past its day`,
    state === "planned" && expectedOn !== dueOn && `Now expected ${formatDay(expectedOn)}, not agreed`,
    item.moved > 0 && (item.moved === 1 ? "Moved once" : `Moved ${plural(item.moved, "time")}`),
    item.parts > 0 && `${item.partsDone} of ${plural(item.parts, "part")} done`,
    item.earlyWin && "An early win",
    item.dueDiligence && "One of the council’s checks",
    state === "done" &&
      item.owner !== "joint" &&
      (item.acknowledged ? "Acknowledged" : "Not acknowledged yet"),
    item.forReader && (state === "done" ? "For us to acknowledge" : "For us to act on"),
    item.contested && "The two sides see this differently",
  ];
}

/** The state of a milestone in a word. */
export function MilestoneTag({ state, daysPast }: { state: State; daysPast: number }) {
  if (daysPast > 0) return <Tag tone="attention">Past its day</Tag>;
  return <Tag tone={TONES[state]}>{STATE_WORDS[state]}</Tag>;
}
