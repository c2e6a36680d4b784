import { z } from "zod";
import { VARIED_MEASURES } from "../releases/variant-lines.ts";

const RELEASE = /^\d{4}-Q[1-4]$/;

/** What a form left empty is not asked for. */
const left = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

const choice = left(z.string().max(80));
const release = left(z.string().regex(RELEASE));

const compare = z.strictObject({ release, measure: choice, by: choice, since: release });
const study = z.strictObject({
  release,
  measure: choice,
  since: release,
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
const sensitivity = z.strictObject({ release, measure: left(z.enum(VARIED_MEASURES)) });
const published = z.strictObject({ release });

export type CompareAsked = z.infer<typeof compare>;
export type StudyAsked = z.infer<typeof study>;
export type SensitivityAsked = z.infer<typeof sensitivity>;
export type PublishedAsked = z.infer<typeof published>;

/** The comparison that an address asks for; null for an address this page never made. */
export function readCompareSearch(params: URLSearchParams): CompareAsked | null {
  return once(params) && (compare.safeParse(Object.fromEntries(params)).data ?? null);
}

/** The same for a study’s page. */
export function readStudySearch(params: URLSearchParams): StudyAsked | null {
  return once(params) && (study.safeParse(Object.fromEntries(params)).data ?? null);
}

/** The same for the page of other judgements. */
export function readSensitivitySearch(params: URLSearchParams): SensitivityAsked | null {
  return once(params) && (sensitivity.safeParse(Object.fromEntries(params)).data ?? null);
}

/** The same for the page of what others have published. */
export function readPublishedSearch(params: URLSearchParams): PublishedAsked | null {
  return once(params) && (published.safeParse(Object.fromEntries(params)).data ?? null);
}

// Each name once: of two values none is meant more than the other.
function once(params: URLSearchParams): true | null {
  const names = [...params.keys()];
  return new Set(names).size === names.length ? true : null;
}
