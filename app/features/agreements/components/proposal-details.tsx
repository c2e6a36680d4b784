import type { ReactNode } from "react";
import { formatDay } from "~/ui/format-date";
import { SummaryList, type SummaryRow } from "~/ui/summary-list";
import { WrittenText } from "~/ui/written-text";
import { ABOUT_WORDS, type About, type ProposalState } from "../proposal";
import { STATE_WORDS } from "../proposal.transitions";

type Side = "council" | "community";

type ProposalDetailsView = {
  about: About;
  state: ProposalState;
  bySide: Side;
  toSide: Side;
  proposedOn: string;
  detail: string | null;
  answeredOn: string | null;
  answerText: string | null;
  withdrawnOn: string | null;
  withdrawnReason: string | null;
};

type ProposalDetailsProps = {
  view: ProposalDetailsView;
  sides: Record<Side, string>;
  /** Links to what it would change, and to the difference it would make. */
  changes: ReactNode;
  difference: ReactNode;
};

/** What was proposed, and what was said to it. */
export function ProposalDetails({ view, sides, changes, difference }: ProposalDetailsProps) {
  const row = (key: string, value: ReactNode): SummaryRow | null => (value ? { key, value } : null);
  const rows = [
    row("Would change", ABOUT_WORDS[view.about]),
    row("Of", changes),
    row("Proposed by", sides[view.bySide]),
    row("Put to", sides[view.toSide]),
    row("On", formatDay(view.proposedOn)),
    row("Why", view.detail && <WrittenText>{view.detail}</WrittenText>),
    row("What would change", difference),
    row("Answer", view.answeredOn && `${STATE_WORDS[view.state]}, ${formatDay(view.answeredOn)}`),
    row("In words", view.answerText && <WrittenText>{view.answerText}</WrittenText>),
    row("Taken back", view.withdrawnOn && formatDay(view.withdrawnOn)),
    row("Because", view.withdrawnReason && <WrittenText>{view.withdrawnReason}</WrittenText>),
  ];
  return <SummaryList rows={rows.filter((each) => each !== null)} />;
}
