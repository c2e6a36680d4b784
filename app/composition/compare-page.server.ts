import { findChanges, findLines, findReleases } from "~/features/releases/published.queries.server";
import { type ComparePage, comparePage, measureAsked } from "~/features/research/compare-page";
import type { CompareAsked } from "~/features/research/compare-search.server";
import { pictured } from "~/features/research/compare-view";
import { methodOf } from "~/features/research/release-view";
import { currentMethod } from "~/features/scoring/methods";
import type { Tx } from "~/platform/db.server";
import { notFound } from "./request.server";

/** The release that an address asks for, or the newest; null while nothing is published. One that is none is not found. */
export async function pickRelease(tx: Tx, asked: string | undefined) {
  const releases = await findReleases(tx);
  const release = asked === undefined ? releases[0] : releases.find(({ id }) => id === asked);
  if (release !== undefined) return { releases, release };
  return asked === undefined ? null : notFound();
}

/** The page of a comparison: null while nothing is published. */
export async function findComparison(tx: Tx, asked: CompareAsked): Promise<ComparePage | null> {
  const picked = await pickRelease(tx, asked.release);
  if (picked === null) return null;
  const { releases, release } = picked;
  const method = methodOf(release) ?? currentMethod;
  const measure = measureAsked(asked.measure, method);
  const lines = [];
  for (const one of pictured(measure, method))
    lines.push([one, await findLines(tx, release.id, one.id)] as const);
  const changes = await findChanges(tx, release.id, measure.id);
  return comparePage({ asked, releases, release, method, measure, lines, changes });
}
