import { plural } from "~/platform/plural";
import { AppLink } from "~/ui/app-link";
import { Details } from "~/ui/details";
import type { SuggestedPair } from "../merging";
import { LIKENESS } from "../near-names";

type SuggestedPairsProps = {
  pairs: readonly SuggestedPair[];
  hrefFor: (pair: SuggestedPair) => string;
};

/** Records that may be of one person: each pair leads to both, side by side. */
export function SuggestedPairs({ pairs, hrefFor }: SuggestedPairsProps) {
  if (pairs.length === 0) return null;
  return (
    <Details summary={`May be here twice: ${plural(pairs.length, "pair")}`}>
      <ul className="govuk-list govuk-list--bullet">
        {pairs.map((pair) => (
          <li key={`${pair.a.id} ${pair.b.id}`}>
            <AppLink href={hrefFor(pair)}>
              {pair.a.name} and {pair.b.name}
            </AppLink>
            : {LIKENESS[pair.why]}
          </li>
        ))}
      </ul>
    </Details>
  );
}
