import { AppLink } from "~/ui/app-link";
import { formatDay } from "~/ui/format-date";
import { Table } from "~/ui/table";
import { ELECTION_KINDS } from "../election";
import type { ElectionView, SeatView } from "../election-views";

/** A seat with where its links lead; no `handover`: there is nothing to say now. */
export type SeatRow = SeatView & {
  href: string;
  handover: { href: string; text: string } | null;
};

type AfterPollProps = {
  polls: readonly { election: ElectionView; seats: readonly SeatRow[] }[];
};

/** After a poll: whose seat was up, who left, and the handovers that follow. Nothing where no poll was lately. */
export function AfterPoll({ polls }: AfterPollProps) {
  if (polls.length === 0) return null;
  return (
    <section aria-labelledby="after-poll">
      <h2 className="govuk-heading-m" id="after-poll">
        After the poll
      </h2>
      <p className="govuk-body">
        Whose seat was up, as far as the tracker knows. Those who left hand over what they held.
      </p>
      {polls.map(({ election, seats }) => (
        <Table
          caption={`${election.council}: ${ELECTION_KINDS[election.kind]}, ${formatDay(election.pollOn)}`}
          captionSize="s"
          rows={seats}
          rowKey={({ postId }) => postId}
          columns={[
            { header: "Councillor", cell: ({ name, href }) => <AppLink href={href}>{name}</AppLink> },
            { header: "Ward", cell: ({ ward }) => ward ?? "" },
            { header: "Now", cell: saysOf },
            { header: "Handover", cell: HandoverLink },
          ]}
          key={election.id}
        />
      ))}
    </section>
  );
}

function saysOf({ after, lastDay, isLead }: SeatRow): string {
  const lead = isLead ? " Named lead." : "";
  if (after === "left") return `Last day ${lastDay ? formatDay(lastDay) : "not known"}.${lead}`;
  if (after === "stays") return `Seen in post since.${lead}`;
  return `The seat was up; nothing is recorded since.${lead}`;
}

function HandoverLink({ handover }: SeatRow) {
  return handover ? <AppLink href={handover.href}>{handover.text}</AppLink> : null;
}
