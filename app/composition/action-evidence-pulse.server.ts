import type { Evidence, RoundSeen } from "~/features/actions/evidence";
import type { GapSeen } from "~/features/actions/gap-seen";
import { findReleased, findRounds } from "~/features/check-ins/check-ins.queries.server";
import { gapIn, levelIn } from "~/features/check-ins/results";
import { COMPONENTS, type Fact } from "~/features/scoring/facts";
import { currentMethod } from "~/features/scoring/methods";
import type { Figures } from "~/features/scoring/score";
import { perComponent } from "~/features/scoring/tally";
import type { Asked } from "./action-evidence-records.server";

/** How each side does as a partner, by component. */
function levelsSeen({ components }: Figures): Evidence["levels"] {
  return perComponent((one) => ({
    council: components[one].council.value,
    community: components[one].community.value,
  }));
}

/** The components that the two sides see very differently today, with both levels (docs/method.md 6). */
function gapsSeen({ components }: Figures): GapSeen[] {
  return COMPONENTS.flatMap((component) => {
    const figure = components[component];
    const gap = gapIn(figure, currentMethod.parameters.z);
    if (!gap?.flagged) return [];
    return [
      {
        component,
        gap,
        by: { council: levelIn(figure, "council"), community: levelIn(figure, "community") },
      },
    ];
  });
}

/** The check-in that takes answers now, as far as the actor may know; null: none does. */
export async function roundSeen({ tx, actor, relationshipId, today }: Asked): Promise<RoundSeen | null> {
  const rounds = await findRounds(tx, actor, relationshipId, today);
  const round = rounds.find(({ state, isOver }) => state === "open" && !isOver);
  if (!round) return null;
  const { id, openedOn, lastDay, mine, ownSide } = round;
  const waits = round.can.answer && mine?.answered === false;
  return { id, openedOn, lastDay, waits, invited: ownSide?.invited ?? null };
}

/**
 * What the check-ins say, as far as the actor's side may know: the latest released, the one open now, and the gaps. What was
 * released has left facts: where there are none nothing is asked.
 */
export async function pulseSeen(asked: Asked, figures: Figures, facts: readonly Fact[]) {
  const { tx, actor, relationshipId } = asked;
  const isReleased = facts.some(({ type }) => type === "check-in");
  const [latest] = isReleased ? await findReleased(tx, actor, relationshipId) : [];
  return {
    views: latest ?? null,
    round: null,
    levels: levelsSeen(figures),
    gaps: gapsSeen(figures),
  };
}
