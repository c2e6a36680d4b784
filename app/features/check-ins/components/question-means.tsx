import { plural } from "~/platform/plural";
import { Details } from "~/ui/details";
import { Table } from "~/ui/table";
import type { CheckInSeen, QuestionSeen } from "../check-in.ts";
import { type SideNames, sentenceStart } from "../gap-words.ts";
import { QUESTIONS } from "../question-list.ts";

type QuestionMeansProps = { means: CheckInSeen["means"]; names: SideNames };

/** What each side says to each question on the whole, from 1 to 5. */
export function QuestionMeans({ means, names }: QuestionMeansProps) {
  const column = (side: keyof SideNames) => ({
    header: sentenceStart(names[side]),
    numeric: true,
    cell: ({ id }: (typeof QUESTIONS)[number]) => meanText(means[side][id]),
  });
  return (
    <Details summary="See each question">
      <p className="govuk-body">
        The mean of the answers, from 1 (strongly disagree) to 5 (strongly agree). “They” are the other side.
      </p>
      <Table
        caption="Each question, from 1 to 5"
        captionSize="s"
        rows={QUESTIONS}
        rowKey={({ id }) => id}
        columns={[{ header: "Question", cell: ({ text }) => text }, column("community"), column("council")]}
      />
    </Details>
  );
}

function meanText(seen: QuestionSeen | null): string {
  return seen === null ? "Too few answered" : `${seen.mean.toFixed(1)} (${plural(seen.answers, "answer")})`;
}
