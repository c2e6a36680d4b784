import { z } from "zod";
import { codeEntryRow, codeUseRow } from "~/features/releases/code-rows";
import { allCuts } from "~/features/releases/cuts";
import { areasTold, LICENCE } from "~/features/releases/licence";
import { measuresOf } from "~/features/releases/measures";
import type { Published } from "~/features/releases/published";
import { changeRow, figureRow, variantRow } from "~/features/releases/published-rows";
import { DIMENSIONS, type Dimension } from "~/features/releases/strata";
import { STATUSES } from "~/features/releases/suppression";
import { VARIANTS } from "~/features/releases/variants";
import { methods } from "~/features/scoring/methods";
import { pageOf } from "./paging";
import { day, instant } from "./plain-values";

// Lines have the names of the files' columns, so that one dictionary tells of both.

/** A release, before its lines. */
export const releaseView = z.object({
  id: z.string(),
  as_of: day,
  known_at: day,
  method: z.string(),
  parameter_hash: z.string(),
  published_at: instant,
  areas: z.int().nullable(),
  /** Why `areas` is blank, or that it is not. */
  areas_status: z.enum(STATUSES),
  note: z.string(),
  licence: z.literal(LICENCE.href),
});

/** A release in a program's eyes. */
export function toReleaseView(release: Published): z.input<typeof releaseView> {
  const { id, asOf, knownAt, method, parameterHash, publishedAt, note } = release;
  const areas = areasTold(release);
  return {
    ...{ id, method, areas, note },
    ...{ as_of: asOf, known_at: knownAt, parameter_hash: parameterHash, published_at: publishedAt },
    areas_status: areas === null ? "areas" : "shown",
    licence: LICENCE.href,
  };
}

/** A release with how many lines of each status its tables have. */
export const releaseWithHoldings = releaseView.extend({
  holds: z.array(z.object({ table: z.string(), status: z.enum(STATUSES), lines: z.int() })),
});

const ofRelease = { release: releaseView };

export const releasesView = pageOf(releaseView);
export const figuresView = pageOf(figureRow).extend(ofRelease);
export const changesView = pageOf(changeRow).extend(ofRelease);
export const codesView = pageOf(codeUseRow).extend({ ...ofRelease, codes: z.array(codeEntryRow) });
export const variantsView = pageOf(variantRow).extend({
  ...ofRelease,
  agreement: z.array(
    z.object({
      variant: z.string(),
      says: z.string(),
      status: z.enum(STATUSES),
      crossed: z.int().nullable(),
      agreement: z.number().nullable(),
    }),
  ),
});

const MOST_A_PAGE = 1000;
/** Lines of a page, where nothing else is asked for. */
export const LINES_A_PAGE = 200;

const measureIds = [...new Set(methods.flatMap((method) => measuresOf(method).map(({ id }) => id)))];
const measure = z.enum(measureIds).optional();
const ALL = "all";
const byWord = (cut: readonly Dimension[]) => (cut.length === 0 ? ALL : cut.join(","));
const byAny = z.enum(allCuts().map(byWord)).optional();
const byOne = z.enum([ALL, ...DIMENSIONS]).optional();
const variant = z.enum(VARIANTS.map(({ id }) => id)).optional();
const since = z
  .string()
  .regex(/^\d{4}-Q[1-4]$/)
  .optional();
const code = z
  .string()
  .regex(/^[a-z0-9-]{1,100}$/)
  .optional();
const pages = {
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  per: z.coerce.number().int().min(1).max(MOST_A_PAGE).default(LINES_A_PAGE),
};

export const releasesQuery = z.object(pages);
export const figuresQuery = z.object({ measure, by: byAny, ...pages });
export const changesQuery = z.object({ since, measure, by: byOne, ...pages });
export const codesQuery = z.object({ code, by: byOne, ...pages });
export const variantsQuery = z.object({ variant, measure, by: byOne, ...pages });

/** The tables that are cut as a question says. */
export function cutOf(by: string | undefined): readonly Dimension[] | undefined {
  if (by === undefined) return undefined;
  return by === ALL ? [] : (by.split(",") as Dimension[]);
}
