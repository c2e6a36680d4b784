import { formatDay } from "~/ui/format-date";
import { RecordList } from "~/ui/record-list";
import { Tag, type TagTone } from "~/ui/tag";
import { HEADING_WORDS, type IdleClause } from "../clause";
import { MOU_KIND_WORDS, type MouKind, type MouState } from "../mou";
import { STATE_WORDS } from "../mou.transitions";

type Item = {
  id: string;
  href: string;
  title: string;
  kind: MouKind;
  state: MouState;
  council: string | null;
  startsOn: string;
  endsOn: string | null;
  overOn: string | null;
  reviewOn: string | null;
  endingOn: string | null;
  reviewIsDue: boolean;
  idle: readonly IdleClause[];
  own: boolean;
  contested: boolean;
};

/** How a state looks. */
export const MOU_TONES: Record<MouState, TagTone> = {
  draft: "neutral",
  proposed: "waiting",
  agreed: "waiting",
  signed: "good",
  "in-force": "good",
  "under-review": "waiting",
  superseded: "quiet",
  expired: "quiet",
  ended: "quiet",
};

/** Agreements, each with its state, its days, and the parts nothing has moved on. */
export function MouList({ items }: { items: readonly Item[] }) {
  return (
    <RecordList
      label="Agreements"
      items={items.map((item) => ({
        id: item.id,
        href: item.href,
        title: item.title,
        tag: (
          <Tag tone={item.endingOn ? "attention" : MOU_TONES[item.state]}>
            {item.endingOn ? `Ends on ${formatDay(item.endingOn)}` : STATE_WORDS[item.state]}
          </Tag>
        ),
        facts: [
          item.kind === "programme" ? MOU_KIND_WORDS.programme : item.council && `With ${item.council}`,
          daysOf(item),
          item.reviewIsDue && "The day of its review has come",
          !item.reviewIsDue &&
            isLive(item.state) &&
            item.reviewOn &&
            `To be read again by ${formatDay(item.reviewOn)}`,
          item.idle.length > 0 &&
            `Nothing moves on: ${item.idle.map(({ heading }) => HEADING_WORDS[heading]).join(", ")}`,
          item.own && "Only your side sees this",
          item.contested && "The two sides see this differently",
        ],
      }))}
    />
  );
}

const isLive = (state: MouState) => state === "in-force" || state === "under-review";

function daysOf({ state, startsOn, endsOn, overOn }: Item): string {
  const over = state === "ended" || state === "superseded";
  const last = over ? overOn : endsOn;
  return last ? `${formatDay(startsOn)} to ${formatDay(last)}` : `From ${formatDay(startsOn)}, no last day`;
}
