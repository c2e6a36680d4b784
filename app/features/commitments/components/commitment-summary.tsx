import { AppLink } from "~/ui/app-link";
import { formatDay, formatDayShort } from "~/ui/format-date";
import { SummaryList, type SummaryRow } from "~/ui/summary-list";
import { Table } from "~/ui/table";
import { WrittenText } from "~/ui/written-text";
import type { CommitmentView, RedatingView } from "../commitment-view";
import { SIZE_WORDS } from "../commitment-words";

type SummaryProps = { view: CommitmentView; meetingHref: string | null };

/** The facts of a promise: the same for both sides. */
export function CommitmentSummary({ view, meetingHref }: SummaryProps) {
  const { by, to, done, told, notKept, withdrawn, meeting } = view;
  const row = (key: string, value: SummaryRow["value"] | null): SummaryRow[] =>
    value === null ? [] : [{ key, value }];
  const party = ({ first, person }: { first: string; person: string | null }) =>
    person ? `${first} (${person})` : first;
  const rows = [
    ...row("What", view.detail === null ? view.title : <WrittenText>{view.detail}</WrittenText>),
    ...row("Who promises", party(by)),
    ...row("To whom", party(to)),
    ...row("Promised on", formatDay(view.madeOn)),
    ...row("Due", dueWords(view)),
    ...row("Size", SIZE_WORDS[view.size]),
    ...row("Meeting", meeting && meetingHref ? <AppLink href={meetingHref}>{meeting.title}</AppLink> : null),
    ...row(`Told ${to.name} that it takes longer`, told && <Said {...told} />),
    ...row("Said to be done", done && <Said {...done} />),
    ...row(`${to.first} said yes`, view.confirmedOn && formatDay(view.confirmedOn)),
    ...row("Closed as not kept", notKept && <Said {...notKept} />),
    ...row(`Let go by ${to.name}`, withdrawn && <Said {...withdrawn} />),
    ...row(`${by.first} said that it is not theirs`, view.disownedOn && formatDay(view.disownedOn)),
  ];
  return <SummaryList rows={rows} />;
}

/** The day it is due; where it moved, what was first promised; where a new day came after the day, both. */
function dueWords({ dueOn, effectiveDueOn, lookedForOn }: CommitmentView): string {
  const due = formatDay(effectiveDueOn);
  const first = effectiveDueOn === dueOn ? "" : ` (first promised for ${formatDay(dueOn)})`;
  const after = lookedForOn === effectiveDueOn ? "" : `. Since agreed: ${formatDay(lookedForOn)}`;
  return `${due}${first}${after}`;
}

function Said({ on, saidOn, note }: NonNullable<CommitmentView["done"]>) {
  return (
    <>
      {formatDay(on)}
      {saidOn !== null && saidOn !== on ? `, entered on ${formatDay(saidOn)}` : ""}
      {note === null ? null : <WrittenText>{note}</WrittenText>}
    </>
  );
}

/** Every new day that was proposed, with its answer. */
export function Redatings({ redatings }: { redatings: readonly RedatingView[] }) {
  if (redatings.length === 0) return null;
  return (
    <Table
      caption="New days proposed"
      rows={redatings}
      rowKey={({ id }) => id}
      columns={[
        { header: "New day", cell: ({ newDueOn }) => formatDayShort(newDueOn) },
        { header: "Proposed", cell: ({ by, proposedOn }) => `${by}, ${formatDayShort(proposedOn)}` },
        { header: "Why", cell: ({ reason }) => reason },
        { header: "Answer", cell: answerWords },
      ]}
    />
  );
}

function answerWords({ agreedOn, declinedOn, declinedReason, withdrawnOn, replaced }: RedatingView): string {
  if (agreedOn) return `Agreed, ${formatDayShort(agreedOn)}`;
  if (declinedOn) return `Declined, ${formatDayShort(declinedOn)}: ${declinedReason ?? ""}`;
  if (withdrawnOn) return `Taken back, ${formatDayShort(withdrawnOn)}`;
  return replaced ? "Replaced by a later one" : "Waits for an answer";
}
