import type { Measured, Unit } from "~/features/releases/unit";
import { VARIANTS, type VariantId } from "~/features/releases/variants";
import sensitivity from "~/features/research/sensitivity.json";
import { chance } from "./release-units.ts";

/** Points by which a variant moves an overall figure at the most: as in the three areas of the method's page. */
export function reachOf(variant: VariantId): number {
  const words = VARIANTS.find(({ id }) => id === variant)?.words;
  const change = sensitivity.changes.find(({ what }) => what === words);
  return Math.max(0.1, ...Object.values(change?.moves ?? {}).map(Math.abs));
}

/** The variants that draw figures towards the middle, or less so: by a share that follows from the evidence alone. */
export const PULLS: readonly VariantId[] = ["prior-half", "prior-double", "h-2", "h-5"];

/** The share of its distance to the middle by which a variant moves an invented area: what depends on no figure. */
export function pullOf(variant: VariantId, area: string): number {
  const way = variant === "prior-half" || variant === "h-2" ? -1 : 1;
  return way * (reachOf(variant) / 50) * (0.3 + 0.7 * luckOf(variant, area)());
}

/** Invented units under each variant: drawn towards the middle, or moved by chance, each within the variant's reach. */
export function variedUnits(units: readonly Unit[], measure = "overall"): Map<VariantId, Unit[]> {
  return new Map(
    VARIANTS.map(({ id }) => [
      id,
      units.map((unit) => {
        const figure = unit.figures.get(measure) ?? { value: 50, se: 5 };
        return { ...unit, figures: new Map([[measure, movedFigure(id, unit.area, figure)]]) };
      }),
    ]),
  );
}

function movedFigure(variant: VariantId, area: string, { value, se }: Measured): Measured {
  const next = luckOf(variant, area);
  const by = PULLS.includes(variant)
    ? pullOf(variant, area) * (50 - value)
    : reachOf(variant) * (2 * next() - 1);
  return { value: Math.min(100, Math.max(0, value + by)), se: se * (0.9 + 0.2 * next()) };
}

function luckOf(variant: VariantId, area: string): () => number {
  const text = `${variant} ${area}`;
  return chance([...text].reduce((seed, letter) => (seed * 31 + letter.charCodeAt(0)) | 0, 7));
}
