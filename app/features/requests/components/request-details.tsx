import type { ReactNode } from "react";
import { plural } from "~/platform/plural";
import { formatDay, formatDayShort } from "~/ui/format-date";
import { SummaryList, type SummaryRow } from "~/ui/summary-list";
import { Table } from "~/ui/table";
import { WrittenText } from "~/ui/written-text";
import {
  ANSWER_WORDS,
  type Answer,
  JUDGEMENT_WORDS,
  type Judgement,
  type Referral,
  type State,
} from "../request";

type Side = "council" | "community";

export type RequestDetailsView = {
  sides: Record<Side, string>;
  toSide: Side;
  toPerson: string | null;
  detail: string | null;
  askedOn: string;
  targetOn: string;
  holdingOn: string | null;
  holdingText: string | null;
  answeredOn: string | null;
  answer: Answer | null;
  answerText: string | null;
  judgement: Judgement | null;
  judgedOn: string | null;
  withdrawnOn: string | null;
  state: State;
  waitingOn: Side | null;
  waited: Record<Side, number>;
  pastTarget: number;
  referrals: readonly Referral[];
  holders: readonly { who: string; from: string; until: string; workingDays: number }[];
};

/** What was asked, what became of it, and how long each side has had it. */
export function RequestDetails({ view, meeting }: { view: RequestDetailsView; meeting: ReactNode }) {
  return (
    <>
      <SummaryList rows={rowsOf(view, meeting).filter((row) => row !== null)} />
      {view.referrals.length > 0 ? (
        <Table
          caption="Who has had it"
          rows={view.holders}
          rowKey={({ who, from }) => `${who} ${from}`}
          columns={[
            { header: "With", cell: ({ who }) => who },
            { header: "From", cell: ({ from }) => formatDayShort(from) },
            { header: "Until", cell: ({ until }) => formatDayShort(until) },
            { header: "Working days", cell: ({ workingDays }) => workingDays, numeric: true },
          ]}
        />
      ) : null}
    </>
  );
}

function rowsOf(view: RequestDetailsView, meeting: ReactNode): (SummaryRow | null)[] {
  const { sides, toSide, toPerson, detail } = view;
  const asker = sides[toSide === "council" ? "community" : "council"];
  const row = (key: string, value: ReactNode): SummaryRow | null => (value ? { key, value } : null);
  return [
    row("Asked by", asker),
    row("Asked of", toPerson ? `${toPerson}, ${sides[toSide]}` : sides[toSide]),
    row("Asked on", formatDay(view.askedOn)),
    row("In full", detail && <WrittenText>{detail}</WrittenText>),
    row("Came up at", meeting),
    row("Answer wanted by", wanted(view)),
    row("Holding reply", view.holdingOn && dated(view.holdingOn, view.holdingText)),
    row("Passed on", view.referrals.length > 0 && <Referrals referrals={view.referrals} />),
    row("Answer", view.answer && view.answeredOn && answered(view.answer, view.answeredOn, view.answerText)),
    row(
      "How straight it was",
      view.judgement &&
        view.judgedOn &&
        `${JUDGEMENT_WORDS[view.judgement]}, said on ${formatDay(view.judgedOn)}`,
    ),
    row("Withdrawn", view.withdrawnOn && formatDay(view.withdrawnOn)),
    row("Waited so far", waits(view)),
    row("Now with", view.waitingOn && sides[view.waitingOn]),
  ];
}

function wanted({ targetOn, pastTarget }: RequestDetailsView): string {
  return pastTarget > 0
    ? `${formatDay(targetOn)}: ${plural(pastTarget, "working day")} past its day`
    : formatDay(targetOn);
}

function waits({ sides, waited, toSide }: RequestDetailsView): string {
  const other = toSide === "council" ? "community" : "council";
  const first = `${plural(waited[toSide], "working day")} with ${sides[toSide]}`;
  return waited[other] > 0 ? `${first}, ${waited[other]} with ${sides[other]}` : first;
}

function dated(day: string, text: string | null): ReactNode {
  return (
    <>
      <p className="govuk-body">{formatDay(day)}</p>
      {text ? <WrittenText>{text}</WrittenText> : null}
    </>
  );
}

function answered(answer: Answer, on: string, text: string | null): ReactNode {
  return (
    <>
      <p className="govuk-body">
        <strong>{ANSWER_WORDS[answer]}</strong>, {formatDay(on)}
      </p>
      {text ? <WrittenText>{text}</WrittenText> : null}
    </>
  );
}

function Referrals({ referrals }: { referrals: readonly Referral[] }) {
  return (
    <ul className="govuk-list">
      {referrals.map(({ on, to, note }) => (
        <li key={`${on} ${to}`}>
          {formatDay(on)}: to {to}
          {note ? `. ${note}` : ""}
        </li>
      ))}
    </ul>
  );
}
