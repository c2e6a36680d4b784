import { findLines } from "~/features/releases/published.queries.server";
import type { PublishedAsked } from "~/features/research/compare-search.server";
import { BESIDE_MEASURES, type PublishedPage, publishedPage } from "~/features/research/published-page";
import { methodOf } from "~/features/research/release-view";
import { currentMethod } from "~/features/scoring/methods";
import type { Tx } from "~/platform/db.server";
import { pickRelease } from "./compare-page.server";

/** What others have published, with what a release of ours has beside it. */
export async function findPublished(tx: Tx, asked: PublishedAsked): Promise<PublishedPage> {
  const picked = await pickRelease(tx, asked.release);
  if (picked === null) return publishedPage(null);
  const { releases, release } = picked;
  const lines = [];
  for (const measure of BESIDE_MEASURES) lines.push(...(await findLines(tx, release.id, measure)));
  return publishedPage({ releases, release, method: methodOf(release) ?? currentMethod, lines });
}
