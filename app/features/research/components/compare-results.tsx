import { EmptyState } from "~/ui/empty-state";
import { InsetText } from "~/ui/inset-text";
import type { ComparePage } from "../compare-page";
import { CompareForm } from "./compare-form";
import { MeanPanel } from "./mean-panel";
import { Sentences } from "./method-parts";
import { ReleaseRules, Reproduce } from "./release-facts";

/** A comparison of kinds of areas: the change of the same areas first, then the difference between kinds. */
export function CompareResults({ page, origin }: { page: ComparePage; origin: string }) {
  const { release, choices, notes, change, changeWhy, differences, nothing, byWords, rules, href } = page;
  return (
    <>
      <div className="cg-measure">
        <ReleaseRules release={release} rules={rules} />
      </div>
      <CompareForm choices={choices} action="/research" key={href} />
      <Notes notes={notes} />
      <h2 className="govuk-heading-m">Change of the same areas</h2>
      {change ? <MeanPanel panel={change} isChange /> : <p className="govuk-body">{changeWhy}</p>}
      <h2 className="govuk-heading-m">Difference between kinds of areas</h2>
      <p className="govuk-body">
        {byWords}. The order is always the same and says nothing: there is no first and no last.
      </p>
      {nothing.length > 0 ? <NothingTold why={nothing} /> : null}
      <div className="cg-multiples">
        {differences.map((panel) => (
          <MeanPanel panel={panel} key={panel.id} />
        ))}
      </div>
      <Reproduce release={release} address={`${origin}${href}`} />
    </>
  );
}

/** What was asked for and is not there. */
export function Notes({ notes }: { notes: readonly string[] }) {
  if (notes.length === 0) return null;
  return <InsetText>{notes.join(" ")}</InsetText>;
}

/** Why there is no figure at all: words in place of a picture. */
export function NothingTold({ why }: { why: readonly string[] }) {
  return (
    <EmptyState title="No figure can be told here">
      <Sentences items={why} />
    </EmptyState>
  );
}

/** What the page says before there is anything published. */
export function NoRelease() {
  return (
    <EmptyState title="Nothing is published yet">
      Figures for research come out once a quarter, when enough areas have agreed to be in them.
    </EmptyState>
  );
}
