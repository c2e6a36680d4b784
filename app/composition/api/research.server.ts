import type { z } from "zod";
import { findHoldings } from "~/features/releases/holdings.queries.server";
import type { Published } from "~/features/releases/published";
import { findCodeCounts, findReleases, findVariantSays } from "~/features/releases/published.queries.server";
import {
  findChangePage,
  findCodePage,
  findFigurePage,
  findVariantPage,
  windowIn,
} from "~/features/releases/published-pages.queries.server";
import { judgementWords, toldOf } from "~/features/releases/taken-others";
import type { Tx } from "~/platform/db.server";
import { noQuestions } from "./paging";
import {
  changesQuery,
  changesView,
  codesQuery,
  codesView,
  cutOf,
  figuresQuery,
  figuresView,
  releasesQuery,
  releasesView,
  releaseWithHoldings,
  toReleaseView,
  variantsQuery,
  variantsView,
} from "./research-views";

/** Something of what is published for research, at an address of its own. */
export type ResearchRead = {
  /** Under /research. */
  path: string;
  id: string;
  says: string;
  query: z.ZodObject;
  view: z.ZodType;
  /** Null: there is no such release. */
  read: (tx: Tx, id: string, query: Record<string, unknown>) => Promise<unknown>;
};

type Named = { path: string; id: string; says: string };

function reading<Q extends z.ZodObject, V extends z.ZodType>(
  named: Named,
  query: Q,
  view: V,
  read: (tx: Tx, id: string, query: z.output<Q>) => Promise<z.input<V> | null>,
): ResearchRead {
  return { ...named, query, view, read: (tx, id, asked) => read(tx, id, query.parse(asked)) };
}

/** The same of one release, which its lines are told with. */
function ofRelease<Q extends z.ZodObject, V extends z.ZodType>(
  named: Named,
  query: Q,
  view: V,
  read: (tx: Tx, release: Published, query: z.output<Q>) => Promise<z.input<V>>,
): ResearchRead {
  return reading(named, query, view, async (tx, id, asked) => {
    const release = (await findReleases(tx)).find((one) => one.id === id);
    return release ? read(tx, release, asked) : null;
  });
}

const RELEASE = "/releases/{id}";

/** Everything that a program reads of what is published for research. */
export const RESEARCH: readonly ResearchRead[] = [
  reading(
    { path: "/releases", id: "researchReleases", says: "Every release, the newest first" },
    releasesQuery,
    releasesView,
    async (tx, _, asked) => {
      const all = await findReleases(tx);
      const { offset, page, pages } = windowIn(all.length, asked);
      const items = all.slice(offset, offset + asked.per).map(toReleaseView);
      return { items, count: all.length, page, pages };
    },
  ),
  ofRelease(
    { path: RELEASE, id: "researchRelease", says: "One release, and how much it holds" },
    noQuestions,
    releaseWithHoldings,
    async (tx, release) => {
      const held = await findHoldings(tx, [release.id]);
      return { ...toReleaseView(release), holds: held.map(({ release: _, ...line }) => line) };
    },
  ),
  ofRelease(
    {
      path: `${RELEASE}/figures`,
      id: "researchFigures",
      says: "Its figures: by measure, and by what the areas are told apart by",
    },
    figuresQuery,
    figuresView,
    async (tx, release, { measure, by, ...asked }) => {
      const found = await findFigurePage(tx, release.id, { measure, by: cutOf(by) }, asked);
      return { ...found, release: toReleaseView(release) };
    },
  ),
  ofRelease(
    { path: `${RELEASE}/changes`, id: "researchChanges", says: "How the same areas changed up to it" },
    changesQuery,
    changesView,
    async (tx, release, { since, measure, by, ...asked }) => {
      const found = await findChangePage(tx, release.id, { since, measure, by: cutOf(by) }, asked);
      return { ...found, release: toReleaseView(release) };
    },
  ),
  ofRelease(
    { path: `${RELEASE}/codes`, id: "researchCodes", says: "Its code book, and how often codes are used" },
    codesQuery,
    codesView,
    async (tx, release, { code, by, ...asked }) => {
      const found = await findCodePage(tx, release.id, { code, by: cutOf(by) }, asked);
      const { codes } = await findCodeCounts(tx, release.id);
      const book = codes.map(({ slug, ...rest }) => ({ code: slug, ...rest }));
      return { ...found, release: toReleaseView(release), codes: book };
    },
  ),
  ofRelease(
    {
      path: `${RELEASE}/variants`,
      id: "researchVariants",
      says: "Its figures with one judgement of the method made otherwise",
    },
    variantsQuery,
    variantsView,
    async (tx, release, { variant, measure, by, ...asked }) => {
      const wanted = { variant, measure, by: cutOf(by) };
      const found = await findVariantPage(tx, release.id, wanted, asked);
      const says = await findVariantSays(tx, release.id);
      const agreement = says.map((one) => {
        return { ...one, says: judgementWords(one.variant), status: toldOf(one) };
      });
      return { ...found, release: toReleaseView(release), agreement };
    },
  ),
];
