import type { ReactNode } from "react";
import { formatDay } from "~/ui/format-date";
import { InsetText } from "~/ui/inset-text";
import { SummaryList, type SummaryRow } from "~/ui/summary-list";
import { HEADING_WORDS, type IdleClause } from "../clause";
import { MOU_KIND_WORDS, type MouKind, type MouParty, type MouState } from "../mou";
import { OUTCOME_WORDS, type ReviewOutcome } from "../review";

type Side = "council" | "community";

export type MouDetailsView = {
  kind: MouKind;
  state: MouState;
  parties: {
    partnership: string;
    other: string;
    others: string | null;
    shortOther: string;
    sides: Record<Side, string>;
  };
  terms: { startsOn: string; endsOn: string | null; reviewOn: string | null };
  inForceFrom: string | null;
  endingOn: string | null;
  reviewIsDue: boolean;
  version: { number: number } | null;
  agreed: { community: string | null; other: string | null } | null;
  signatories: readonly { id: string; party: MouParty; name: string; signedOn: string | null }[];
  reviews: readonly {
    id: string;
    startedOn: string | null;
    doneOn: string | null;
    agreedOn: string | null;
    doneBySide: Side | null;
    outcome: ReviewOutcome | null;
    note: string | null;
  }[];
  ending: { on: string | null; askedBySide: Side; reason: string | null; agreedOn: string | null } | null;
  idle: readonly IdleClause[];
};

type MouDetailsProps = {
  view: MouDetailsView;
  /** Links to what it takes the place of, and to the signed copy. */
  replaces: ReactNode;
  signedCopy: ReactNode;
};

/** Whom it is between, its days, who signed, how it was reviewed, and how it ended. */
export function MouDetails({ view, replaces, signedCopy }: MouDetailsProps) {
  return (
    <>
      {view.endingOn ? (
        <InsetText>
          It ends on {formatDay(view.endingOn)}. Say together what follows: a change that moves the last day,
          or a new agreement.
        </InsetText>
      ) : null}
      {view.reviewIsDue && view.terms.reviewOn ? (
        <InsetText>It was to be read again together by {formatDay(view.terms.reviewOn)}.</InsetText>
      ) : null}
      <SummaryList rows={rowsOf(view, replaces, signedCopy).filter((row) => row !== null)} />
    </>
  );
}

function rowsOf(view: MouDetailsView, replaces: ReactNode, signedCopy: ReactNode): (SummaryRow | null)[] {
  const { parties, terms, agreed } = view;
  const row = (key: string, value: ReactNode): SummaryRow | null => (value ? { key, value } : null);
  const lines = (texts: readonly string[]) => texts.length > 0 && <Lines texts={texts} />;
  return [
    row("Kind", MOU_KIND_WORDS[view.kind]),
    row("Between", lines([parties.partnership, parties.other])),
    row("Also part of it", parties.others),
    row("Takes the place of", replaces),
    row("First day", formatDay(terms.startsOn)),
    row("Last day", terms.endsOn ? formatDay(terms.endsOn) : "None named"),
    row("To be read again by", terms.reviewOn && formatDay(terms.reviewOn)),
    row(
      view.version && view.version.number > 1 ? `Version ${view.version.number} agreed` : "Agreed",
      agreed && lines(agreedLines(view)),
    ),
    row("Signed", lines(view.signatories.map((one) => signedLine(one, parties)))),
    row("In force from", view.inForceFrom && formatDay(view.inForceFrom)),
    row("Signed copy", signedCopy),
    row("Reviews", lines(view.reviews.map((review) => reviewLine(review, parties.sides)))),
    row("Its end", view.ending && endLine(view.ending, parties.sides)),
    row("Nothing has moved on", lines(view.idle.map(idleLine))),
  ];
}

function Lines({ texts }: { texts: readonly string[] }) {
  return (
    <ul className="govuk-list">
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

function agreedLines({ agreed, parties }: MouDetailsView): string[] {
  const said = (name: string, day: string | null) =>
    day ? `${name}: ${formatDay(day)}` : `${name}: not yet`;
  return [
    said("The partnership", agreed?.community ?? null),
    said(sentence(parties.shortOther), agreed?.other ?? null),
  ];
}

function signedLine(
  { party, name, signedOn }: MouDetailsView["signatories"][number],
  { shortOther }: MouDetailsView["parties"],
): string {
  const side = party === "community" ? "the partnership" : shortOther;
  return `${name}, for ${side}${signedOn ? `, ${formatDay(signedOn)}` : ""}`;
}

function reviewLine(review: MouDetailsView["reviews"][number], sides: Record<Side, string>): string {
  const { startedOn, doneOn, agreedOn, outcome, note, doneBySide } = review;
  if (!doneOn || !outcome) return `Begun on ${startedOn ? formatDay(startedOn) : "a day not named"}`;
  const word = agreedOn ? "" : ` (said by ${doneBySide ? sides[doneBySide] : "one side"}, not agreed yet)`;
  return `${formatDay(doneOn)}: ${OUTCOME_WORDS[outcome]}${word}. ${note ?? ""}`;
}

function endLine(ending: NonNullable<MouDetailsView["ending"]>, sides: Record<Side, string>): string {
  const day = ending.on ? formatDay(ending.on) : "a day";
  const said = ending.agreedOn
    ? `Over from ${day} on`
    : `${sentence(sides[ending.askedBySide])} asks that it is over from ${day} on`;
  return ending.reason ? `${said}: ${ending.reason}` : said;
}

function idleLine({ heading, days, movedOn }: IdleClause): string {
  if (days === null || movedOn === null) return `${HEADING_WORDS[heading]}: nothing is linked`;
  return `${HEADING_WORDS[heading]}: nothing linked has moved since ${formatDay(movedOn)}`;
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
