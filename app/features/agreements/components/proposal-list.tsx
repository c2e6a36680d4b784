import { formatDay } from "~/ui/format-date";
import { RecordList } from "~/ui/record-list";
import { Tag, type TagTone } from "~/ui/tag";
import type { ProposalState } from "../proposal";
import { STATE_WORDS } from "../proposal.transitions";

type Item = {
  id: string;
  href: string;
  title: string;
  state: ProposalState;
  about: string;
  to: string;
  proposedOn: string;
  answeredOn: string | null;
  forReader: boolean;
  contested: boolean;
};

/** How a state looks. */
export const PROPOSAL_TONES: Record<ProposalState, TagTone> = {
  open: "waiting",
  accepted: "good",
  declined: "quiet",
  withdrawn: "quiet",
};

/** Proposals, each with its state and whom it waits on. */
export function ProposalList({ items }: { items: readonly Item[] }) {
  return (
    <RecordList
      label="Proposals"
      items={items.map((item) => ({
        id: item.id,
        href: item.href,
        title: item.title,
        tag: (
          <Tag tone={item.forReader ? "attention" : PROPOSAL_TONES[item.state]}>
            {item.forReader ? "Waiting on us" : STATE_WORDS[item.state]}
          </Tag>
        ),
        facts: [
          `Would change: ${item.about.toLowerCase()}`,
          `Put to ${item.to} on ${formatDay(item.proposedOn)}`,
          item.answeredOn && `Answered on ${formatDay(item.answeredOn)}`,
          item.contested && "The two sides see this differently",
        ],
      }))}
    />
  );
}
