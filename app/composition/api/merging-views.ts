import { z } from "zod";
import { LIKENESS, type Likeness } from "~/features/people/near-names";
import { day } from "./plain-values";

const why = z.enum(Object.keys(LIKENESS) as [Likeness, ...Likeness[]]);
const near = z.object({ id: z.string(), name: z.string(), posts: z.string(), why });

/** Pairs of records that may be of one person. */
export const twiceItems = z.object({ items: z.array(z.object({ a: near, b: near, why })) });

/** Who else somebody may be, and whom they were made one with. */
export const nearView = z.object({
  near: z.array(near),
  mergings: z.array(
    z.object({ id: z.string(), name: z.string(), on: day, by: z.string(), undoneOn: day.nullable() }),
  ),
});

const holding = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  revision: z.number(),
  posts: z.array(z.string()),
  counts: z.array(z.object({ label: z.string(), count: z.number() })),
});

/** Two records side by side; null: no other was named, or it is not there. */
export const comparisonView = z.object({
  comparison: z.object({ kept: holding, merged: holding, together: z.number() }).nullable(),
});
