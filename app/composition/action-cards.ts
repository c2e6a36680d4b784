import { EFFORT_WORDS, sideOf } from "~/features/actions/action";
import type { ActionCard, EvidenceLink } from "~/features/actions/action-view";
import { type Rankable, rank } from "~/features/actions/rank";
import type { Recommendation } from "~/features/actions/recommend";
import type { Side } from "~/features/identity/actor";
import { roleLabel } from "~/features/people/person";
import { COMPONENT_WORDS } from "~/features/scoring/words";
import type { Gains } from "./actions-gain.server";

/** A recommendation with what it is ranked by, and what it would move in words. */
export type Ranked = Recommendation & Rankable & { says: string };

/** Recommendations in the order to show them. */
export function rankAll(found: readonly Recommendation[], gains: Gains): Ranked[] {
  return rank(
    found.map((one) => {
      const { points, says } = gains.of(one.sighting.hypothetical, one.rule.component);
      const { effort, id } = one.rule;
      const { since, daysOverdue, dueInDays, outranks } = one.sighting;
      return { ...one, id, effort, gain: points, says, since, daysOverdue, dueInDays, outranks };
    }),
  );
}

// Big Local is a name.
function inWords(role: string): string {
  const label = roleLabel(role);
  return label.startsWith("Big Local") ? label : label.charAt(0).toLowerCase() + label.slice(1);
}

/** An action as pages show it to a side. */
export function toCard(ranked: Ranked, side: Side, links: ReadonlyMap<string, EvidenceLink>): ActionCard {
  const { rule, sighting, ownOnly, says } = ranked;
  const { id, title, wording, closes } = rule;
  const { roles = [], first = [] } = sideOf(rule, side) ?? {};
  return {
    ...{ id, title, wording, closes, ownOnly },
    because: sighting.because,
    component: { id: rule.component, name: COMPONENT_WORDS[rule.component].name },
    roles: roles.map(inWords),
    first: first.map(inWords),
    effort: EFFORT_WORDS[rule.effort],
    gain: says,
    records: [...new Set(sighting.recordIds)].flatMap((one) => links.get(one) ?? []),
    doing: null,
  };
}
