import type { ReactNode } from "react";
import { EmptyState } from "~/ui/empty-state";
import type { ActionCard, UnknownCard } from "../action-view";
import { ActionList, UnknownList } from "./action-list";

/** What the other side could do is shown to be talked about, and what others could do to be passed on. */
const FEW = 2;

type OwnStepsProps = {
  mine: readonly ActionCard[];
  others: readonly ActionCard[];
  unfolded: string | null;
  answers: ((card: ActionCard) => ReactNode) | undefined;
};

/** What the reader could do next by their role, then what others of their side could. */
export function OwnSteps({ mine, others, unfolded, answers }: OwnStepsProps) {
  return (
    <>
      <h2 className="govuk-heading-m">For your side</h2>
      {mine.length === 0 && others.length === 0 ? (
        <EmptyState title="Nothing calls for a step today">Steps come up as things are recorded.</EmptyState>
      ) : null}
      {mine.length === 0 && others.length > 0 ? (
        <p className="govuk-body">Nothing calls for a step of somebody in your role today.</p>
      ) : null}
      <ActionList label="For your side" cards={mine} unfolded={unfolded} answers={answers} />
      {others.length > 0 ? (
        <>
          <h2 className="govuk-heading-m">For others of your side</h2>
          <ActionList
            label="For others of your side"
            cards={others}
            first={FEW}
            unfolded={unfolded}
            answers={answers}
          />
        </>
      ) : null}
    </>
  );
}

type UnknownsProps = { unknowns: readonly UnknownCard[] };

/** What answers would make the figures surer, those that narrow the likely range most first. */
export function Unknowns({ unknowns }: UnknownsProps) {
  return (
    <>
      <h2 className="govuk-heading-m">What would tell us more</h2>
      {unknowns.length === 0 ? <p className="govuk-body">Nothing waits for a word from you.</p> : null}
      <UnknownList unknowns={unknowns} />
    </>
  );
}

/** What waits for the other side, by what both sides see. */
export function TheirSteps({ theirs, otherSide }: { theirs: readonly ActionCard[]; otherSide: string }) {
  const label = `Waiting on ${otherSide}`;
  return (
    <>
      <h2 className="govuk-heading-m">{label}</h2>
      {theirs.length === 0 ? <p className="govuk-body">Nothing.</p> : null}
      <ActionList label={label} cards={theirs} first={FEW} />
    </>
  );
}
