import type { RelationshipView } from "~/features/areas/areas.queries.server";
import { currentMethod } from "~/features/scoring/methods";
import { meanMin } from "~/features/scoring/mmf";
import type { Figures } from "~/features/scoring/score";
import { figureText, overallSays } from "~/features/scoring/words";

/**
 * The area's own figure over several councils: shown to the community alone; those not scored are named. `figuresOf`
 * gives the figures of each, as today or as asked.
 */
export async function areaOverall(
  relationships: readonly RelationshipView[],
  figuresOf: (relationshipId: string) => Promise<Figures>,
) {
  const each: { council: string; slug: string; value: string | null; says: string }[] = [];
  const scored: Figures[] = [];
  for (const { id, council, slug } of relationships) {
    const figures = await figuresOf(id);
    const isScored = figures.status !== "not scored";
    if (isScored) scored.push(figures);
    each.push({
      council,
      slug,
      value: isScored ? figureText(figures.overall) : null,
      says: overallSays(figures),
    });
  }
  const together =
    scored.length === 0
      ? null
      : meanMin(
          scored.map(({ overall, se }) => ({ value: overall, se })),
          currentMethod.parameters,
        );
  return { together: together && figureText(together.value), each };
}
