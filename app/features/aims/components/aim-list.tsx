import { formatDay } from "~/ui/format-date";
import { RecordList } from "~/ui/record-list";
import { Tag, type TagTone } from "~/ui/tag";
import type { Stage } from "../aim";
import { STAGE_WORDS } from "../aim-words";

type Item = {
  id: string;
  href: string;
  title: string;
  corrected: string | null;
  /** Whose aim it is, and whether that is what the other side believes, in words. */
  whose: string;
  council: string | null;
  recordedOn: string;
  stage: Stage;
  forReader: boolean;
  contested: boolean;
};

const TONES: Record<Stage, TagTone> = {
  unseen: "waiting",
  acknowledged: "good",
  believed: "waiting",
  "not-quite": "waiting",
  answered: "good",
};

/** Aims, each with whose it is and what was said to it. */
export function AimList({ items, label }: { items: readonly Item[]; label: string }) {
  return (
    <RecordList
      label={label}
      headingLevel={2}
      items={items.map((item) => ({
        id: item.id,
        href: item.href,
        title: item.title,
        tag: (
          <Tag tone={item.forReader ? "attention" : TONES[item.stage]}>
            {item.forReader ? "Waiting on us" : STAGE_WORDS[item.stage]}
          </Tag>
        ),
        facts: [
          item.whose,
          formatDay(item.recordedOn),
          item.council && `About ${item.council}`,
          item.corrected && `In their words: ${item.corrected}`,
          item.contested && "The two sides see this differently",
        ],
      }))}
    />
  );
}
