import type { ReactNode } from "react";
import { plural } from "~/platform/plural";
import { AppLink } from "~/ui/app-link";
import { formatDay } from "~/ui/format-date";
import { SummaryList, type SummaryRow } from "~/ui/summary-list";
import { WrittenText } from "~/ui/written-text";
import type { Shown } from "../evidence-form";

export type AnswerView = {
  ask: string;
  waitsOn: string | null;
  hopedForBy: string | null;
  daysPast: number;
  on: string | null;
  by: string | null;
  said: string | null;
  words: string | null;
};

/** An answer with the address of whom or what it names. */
type Answer = Omit<Shown, "linkId"> & { href: string | null };

type EvidenceDetailsProps = {
  shown: readonly Answer[];
  answer: AnswerView | null;
};

/** What an entry says, and what was answered. */
export function EvidenceDetails({ shown, answer }: EvidenceDetailsProps) {
  const rows = shown.map((each): SummaryRow => ({ key: each.label, value: shownValue(each) }));
  return <SummaryList rows={[...rows, ...(answer ? answerRows(answer) : [])]} />;
}

function shownValue({ type, text, href }: Answer): ReactNode {
  if (href) return <AppLink href={href}>{text}</AppLink>;
  if (type === "text") return <WrittenText>{text}</WrittenText>;
  return type === "day" ? formatDay(text) : text;
}

function answerRows({ ask, waitsOn, hopedForBy, daysPast, on, by, said, words }: AnswerView): SummaryRow[] {
  const rows: SummaryRow[] = [];
  if (said && on)
    rows.push({
      key: ask,
      value: (
        <>
          <p className="govuk-body">
            <strong>{said}</strong>, {formatDay(on)}
            {by ? `, said by ${inSentence(by)}` : ". Put forward; it stands once both sides agree."}
          </p>
          {words ? <WrittenText>{words}</WrittenText> : null}
        </>
      ),
    });
  if (waitsOn)
    rows.push({
      key: said ? "For whom to agree" : ask,
      value: said
        ? waitsOn
        : `Waiting for ${inSentence(waitsOn)}${hopedForBy ? `, hoped for by ${formatDay(hopedForBy)}` : ""}${daysPast > 0 ? `: ${plural(daysPast, "day")} past its day` : ""}`,
    });
  return rows;
}

/** "The partnership" within a sentence; a council's name keeps its capital. */
function inSentence(name: string): string {
  return name.startsWith("The ") ? `the ${name.slice(4)}` : name;
}
