import { formatDay } from "~/ui/format-date";
import { InsetText } from "~/ui/inset-text";
import { PageTitle } from "~/ui/page-title";
import { SummaryList } from "~/ui/summary-list";
import { WrittenText } from "~/ui/written-text";
import type { AnswerThing } from "../link";

type AnswerThingViewProps = {
  asker: string;
  asked: string;
  contact: string;
  forWhom: string;
  lastDay: string;
  thing: AnswerThing;
};

/** Who asks whom for what, and the one thing it is about. */
export function AnswerThingView({ asker, asked, contact, forWhom, lastDay, thing }: AnswerThingViewProps) {
  return (
    <>
      <PageTitle caption={thing.kind}>{thing.title}</PageTitle>
      <InsetText>
        <p className="govuk-body">
          {asker} asks you to {asked}. You answer for {forWhom}, as {contact}, and need no account.
        </p>
        <p className="govuk-body">
          This link takes one answer, until {formatDay(lastDay)}. Both sides see what you answered and your
          name. If you are not {contact}, please close this page and tell who gave it to you.
        </p>
      </InsetText>
      {thing.facts.length > 0 ? (
        <SummaryList rows={thing.facts.map(({ label, value }) => ({ key: label, value }))} />
      ) : null}
      {thing.text === null ? null : <WrittenText>{thing.text}</WrittenText>}
    </>
  );
}
