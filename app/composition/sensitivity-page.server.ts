import { findLines, findVariantSays, findVariants } from "~/features/releases/published.queries.server";
import { VARIED_MEASURES } from "~/features/releases/variant-lines";
import type { SensitivityAsked } from "~/features/research/compare-search.server";
import { methodOf } from "~/features/research/release-view";
import { type SensitivityPage, sensitivityPage } from "~/features/research/sensitivity-page";
import { currentMethod } from "~/features/scoring/methods";
import type { Tx } from "~/platform/db.server";
import { pickRelease } from "./compare-page.server";

/** A release under other judgements: null while nothing is published. */
export async function findSensitivity(tx: Tx, asked: SensitivityAsked): Promise<SensitivityPage | null> {
  const picked = await pickRelease(tx, asked.release);
  if (picked === null) return null;
  const { releases, release } = picked;
  const lines = [];
  for (const measure of VARIED_MEASURES) lines.push(...(await findLines(tx, release.id, measure)));
  const variants = {
    lines: await findVariants(tx, release.id),
    says: await findVariantSays(tx, release.id),
  };
  const method = methodOf(release) ?? currentMethod;
  return sensitivityPage({ measure: asked.measure, releases, release, method, lines, variants });
}
