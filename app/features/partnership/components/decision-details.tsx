import { AppLink } from "~/ui/app-link";
import { formatDay } from "~/ui/format-date";
import { InsetText } from "~/ui/inset-text";
import { SummaryList } from "~/ui/summary-list";
import { Table } from "~/ui/table";
import { WrittenText } from "~/ui/written-text";
import type { RecusalDue } from "../conduct-checks";
import { DECISION_ABOUTS, DECISION_HOWS, type Decision, VOTES } from "../line";

type DecisionDetailsProps = {
  decision: Decision;
  names: Readonly<Record<string, string>>;
  due: readonly Pick<RecusalDue, "name" | "vote">[];
  meeting: { title: string; href: string } | null;
};

/** What is written of a decision: how it was made, who voted how, and who stepped out. */
export function DecisionDetails({ decision, names, due, meeting }: DecisionDetailsProps) {
  const { about, body, decidedOn, how, toldOn, votes, note } = decision;
  return (
    <>
      {due.map(({ name, vote }) => (
        <InsetText key={name}>
          {name} has a declared interest in {body}.{" "}
          {vote === "stepped_out"
            ? "They stepped out."
            : vote === null
              ? "They have to step out; it is not written down that they did."
              : `They have to step out; it is written down that they took part (${VOTES[vote].toLowerCase()}).`}
        </InsetText>
      ))}
      <SummaryList
        rows={[
          { key: "About", value: DECISION_ABOUTS[about] },
          { key: "Body it concerns", value: body ?? "None named" },
          { key: "Day", value: formatDay(decidedOn) },
          { key: "How it was made", value: how ? DECISION_HOWS[how] : "Not written down" },
          {
            key: "Meeting",
            value: meeting ? <AppLink href={meeting.href}>{meeting.title}</AppLink> : "None named",
          },
          { key: "Residents told", value: toldOn ? formatDay(toldOn) : "Not yet" },
          { key: "Note", value: note ? <WrittenText>{note}</WrittenText> : "None" },
        ]}
      />
      {votes.length > 0 ? (
        <Table
          caption="Who voted how"
          captionSize="s"
          rows={votes}
          rowKey={({ member }) => member}
          columns={[
            { header: "Member", cell: ({ member }) => names[member] ?? "Somebody taken off the list" },
            { header: "What they did", cell: ({ vote }) => VOTES[vote] },
          ]}
        />
      ) : null}
    </>
  );
}
