import { z } from "zod";
import { COMPONENTS } from "../scoring/facts.ts";
import { DIMENSIONS } from "./strata.ts";
import { STATUSES } from "./suppression.ts";

// The rows of the schema `research`, strict: what is read back is what the release wrote, or an error.

const points = z.int().min(0).max(100).nullable();
const moved = z.int().min(-100).max(100).nullable();
const count = z.int().min(0).nullable();
const dimension = z.enum(DIMENSIONS).nullable();
const cell = { by_1: dimension, class_1: z.string().nullable(), status: z.enum(STATUSES) };

/** A row of research.release. */
export const releaseRow = z.strictObject({
  id: z.string(),
  as_of: z.string(),
  known_at: z.string(),
  method: z.string(),
  parameter_hash: z.string(),
  published_at: z.date(),
  areas: count,
  note: z.string(),
});

/** A row of research.figure. */
export const figureRow = z.strictObject({
  measure: z.string(),
  component: z.enum(COMPONENTS).nullable(),
  direction: z.enum(["both", "council", "community", "joint"]),
  indicator: z.string().nullable(),
  ...cell,
  by_2: dimension,
  class_2: z.string().nullable(),
  areas: count,
  mean: points,
  lower: points,
  upper: points,
});

/** A row of research.change. */
export const changeRow = z.strictObject({
  since: z.string(),
  measure: z.string(),
  ...cell,
  areas: count,
  mean: moved,
  lower: moved,
  upper: moved,
});

/** A row of research.code. */
export const codeRow = z.strictObject({
  slug: z.string(),
  theme: z.string(),
  label: z.string(),
  says: z.string(),
});

/** A row of research.code_count. */
export const codeCountRow = z.strictObject({ slug: z.string(), ...cell, records: count, areas: count });

/** A row of research.variant. */
export const variantRow = z.strictObject({
  variant: z.string(),
  measure: z.string(),
  ...cell,
  mean: points,
  lower: points,
  upper: points,
});

/** A row of research.variant_says. */
export const variantSaysRow = z.strictObject({
  variant: z.string(),
  crossed: count,
  agreement: z.number().min(-1).max(1).nullable(),
});

/** A row of research.study_row. */
export const studyRow = z.strictObject({
  id: z.string(),
  among: z.string().nullable(),
  value: z.int(),
  se: z.int(),
  shrunk: z.int(),
  lower: z.int(),
  upper: z.int(),
  chance: z.number(),
  of: count,
  share: points,
});

/** A row of research.study_group. */
export const studyGroupRow = z.strictObject({
  among: z.string().nullable(),
  mean: z.int(),
  between: z.int(),
});
