import type { Published } from "../releases/published.ts";
import { LEAST_AREAS } from "../releases/suppression.ts";
import type { Method } from "../scoring/method.ts";
import { methods } from "../scoring/methods/index.ts";

/** What a page says of the release that its figures are of. */
export type ReleaseView = {
  readonly id: string;
  readonly asOf: string;
  readonly knownAt: string;
  readonly method: string;
  readonly parameterHash: string;
  /** How many areas are in it, in words. */
  readonly areas: string;
  readonly note: string;
};

/** A release as pages show it. */
export function releaseView({
  id,
  asOf,
  knownAt,
  method,
  parameterHash,
  areas,
  note,
}: Published): ReleaseView {
  return { id, asOf, knownAt, method, parameterHash, areas: areasWords(areas), note };
}

/** Whether so many areas can be told of at all. */
export function hasEnough(areas: number | null): areas is number {
  return areas !== null && areas >= LEAST_AREAS;
}

/** How many areas a release is made of, never closer than to five. */
export function areasWords(areas: number | null): string {
  return hasEnough(areas)
    ? `About ${areas} areas are in this release, to the nearest 5.`
    : `Fewer than ${LEAST_AREAS} areas can be compared in this release.`;
}

/** The method a release was worked out by; null where this program has none of its name. */
export function methodOf(release: Published): Method | null {
  return methods.find(({ id }) => id === release.method) ?? null;
}

/** The earlier releases that a release can be set beside: those of the same method with the same numbers, newest first. */
export function comparableWith(release: Published, all: readonly Published[]): Published[] {
  return all.filter(
    (one) =>
      one.asOf < release.asOf && one.method === release.method && one.parameterHash === release.parameterHash,
  );
}
