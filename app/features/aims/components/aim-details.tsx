import { formatDay } from "~/ui/format-date";
import { SummaryList, type SummaryRow } from "~/ui/summary-list";
import { WrittenText } from "~/ui/written-text";
import { AIM_ANSWER_WORDS, type AimAnswer } from "../aim";

export type AimDetailsView = {
  owner: string;
  statedBy: string;
  belief: boolean;
  detail: string | null;
  recordedOn: string;
  acknowledged: { on: string; words: string | null } | null;
  answered: { answer: AimAnswer; on: string; words: string | null } | null;
};

/** Whose aim it is, who wrote it, and what the other side, or its owner, said to it. */
export function AimDetails({ view }: { view: AimDetailsView }) {
  const { owner, statedBy, belief, detail, recordedOn, acknowledged, answered } = view;
  const rows: SummaryRow[] = [
    { key: "Whose aim", value: first(owner) },
    {
      key: "Written by",
      value: `${first(statedBy)}, ${formatDay(recordedOn)}${belief ? ": what they believe" : ""}`,
    },
  ];
  if (detail) rows.push({ key: "More about it", value: <WrittenText>{detail}</WrittenText> });
  if (acknowledged)
    rows.push({ key: "Acknowledged", value: said(formatDay(acknowledged.on), acknowledged.words) });
  if (answered)
    rows.push({
      key: "Its owner says",
      value: said(`${AIM_ANSWER_WORDS[answered.answer]}, ${formatDay(answered.on)}`, answered.words),
    });
  return <SummaryList rows={rows} />;
}

function said(line: string, words: string | null) {
  return (
    <>
      <p className="govuk-body">{line}</p>
      {words ? <WrittenText>{words}</WrittenText> : null}
    </>
  );
}

function first(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
