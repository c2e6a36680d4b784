import { href } from "react-router";
import { AppLink } from "~/ui/app-link";
import { Details } from "~/ui/details";
import { formatDay } from "~/ui/format-date";
import { InsetText } from "~/ui/inset-text";
import { SummaryList } from "~/ui/summary-list";
import type { ReleaseView } from "../release-view";
import { Sentences } from "./method-parts";

type RulesProps = {
  fair: readonly string[];
  safe: readonly string[];
  notCompared: readonly { key: string; value: string }[];
};

/** Which areas are compared, and which figures are told: the rules, with how many areas keep them. */
export function ReleaseRules({ release, rules }: { release: ReleaseView; rules: RulesProps }) {
  return (
    <>
      <p className="govuk-body">
        {release.areas} {release.note}
      </p>
      <Details summary="Which areas are compared">
        <Sentences items={rules.fair} />
        <p className="govuk-body">
          An area is not compared, and nothing is wrong with that, for one of these:
        </p>
        <SummaryList rows={rules.notCompared} />
      </Details>
      <Details summary="What is left out, and why">
        <Sentences items={rules.safe} />
      </Details>
    </>
  );
}

/** The whole address of what is shown, to copy, with what the figures are of. */
export function Reproduce({ release, address }: { release: ReleaseView; address: string }) {
  return (
    <section aria-labelledby="again">
      <h2 className="govuk-heading-m" id="again">
        To show the same again
      </h2>
      <p className="govuk-body">
        A release never changes. This address shows the same figures to everybody with an account who may open
        the page, now and later:
      </p>
      <InsetText>
        <span className="cg-address">{address}</span>
      </InsetText>
      <p className="govuk-body">
        Common Ground, release {release.id}: as of {formatDay(release.asOf)}, from what was recorded before{" "}
        {formatDay(release.knownAt)}, by{" "}
        <AppLink href={href("/research/method")}>method {release.method}</AppLink>, hash of the parameters{" "}
        <code className="cg-code">{release.parameterHash}</code>.
      </p>
    </section>
  );
}
