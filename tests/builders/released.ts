import { cutsFor } from "~/features/releases/cuts";
import { type Measure, measuresOf } from "~/features/releases/measures";
import type { Published } from "~/features/releases/published";
import { type TableLine, tablesOf } from "~/features/releases/tables";
import type { Unit } from "~/features/releases/unit";
import { currentMethod } from "~/features/scoring/methods";

/** A release as its head says it is, changed as a test needs it. */
export function published(changed: Partial<Published> = {}): Published {
  return {
    id: "2026-Q3",
    asOf: "2026-09-30",
    knownAt: "2026-10-01",
    method: currentMethod.id,
    parameterHash: currentMethod.parameterHash,
    publishedAt: new Date("2026-10-15T09:00:00Z"),
    areas: 40,
    note: "",
    ...changed,
  };
}

/** The lines that a release of these areas tells of each measure, as the release itself works them out. */
export function linesOf(units: readonly Unit[], ids: readonly string[]): [Measure, TableLine[]][] {
  const cuts = cutsFor(units);
  return measuresOf(currentMethod)
    .filter(({ id }) => ids.includes(id))
    .map((measure) => [measure, tablesOf(units, measure.id, cuts)]);
}

/** The same areas with one figure under several measures. */
export function underMeasures(units: readonly Unit[], ids: readonly string[]): Unit[] {
  return units.map((unit) => {
    const [figure] = unit.figures.values();
    return { ...unit, figures: new Map(figure ? ids.map((id) => [id, figure]) : []) };
  });
}
