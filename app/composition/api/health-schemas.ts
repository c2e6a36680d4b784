import { z } from "zod";
import { relationship } from "./area-view-schemas";
import { day } from "./plain-values";

const named = { id: z.string(), name: z.string() };

/** From what figures were made: with the same of each, they come out the same at any time. */
export const provenance = z.object({
  asOf: day,
  known: day.nullable(),
  methodId: z.string(),
  parameterHash: z.string(),
  inputsHash: z.string(),
  records: z.number(),
});

/** The same records by each published method; empty while there is one. */
export const comparison = z.array(
  z.object({
    id: z.string(),
    parameterHash: z.string(),
    overall: z.string().nullable(),
    shift: z.string().nullable(),
    components: z.array(z.object({ ...named, value: z.string().nullable(), shift: z.string().nullable() })),
  }),
);

/** What was taken over by today, what that means for figures of the day, and whose own figures of the eve can be asked for. */
export const takeovers = z.array(
  z.object({
    says: z.string(),
    before: z.array(z.object({ council: z.string(), slug: z.string(), eve: day })),
  }),
);

/** The health of one relationship. */
export const healthView = z.object({
  relationship,
  others: z.array(relationship),
  asOf: day,
  methodId: z.string(),
  overall: z.object({ value: z.string(), lo: z.number(), hi: z.number() }).nullable(),
  says: z.string(),
  components: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      value: z.number().nullable(),
      lo: z.number().nullable(),
      hi: z.number().nullable(),
      says: z.string(),
      /** Both levels and the gap with its range, in words; null unless the sides see it so differently that it says something. */
      gap: z.object({ community: z.boolean(), points: z.number(), says: z.string() }).nullable(),
    }),
  ),
  provenance,
  /** What being uneven costs, in points: the mean less the figure. */
  uneven: z
    .object({
      mean: z.number(),
      costs: z.number(),
      unknown: z.array(z.string()),
      components: z.array(
        z.object({
          ...named,
          council: z.number(),
          community: z.number(),
          mean: z.number(),
          costs: z.number(),
          value: z.number(),
        }),
      ),
    })
    .nullable(),
  /** How each component moved over 90 days. */
  moves: z.array(
    z.object({ ...named, was: z.string(), is: z.string(), points: z.number(), text: z.string() }),
  ),
  trend: z.object({
    sentence: z.string(),
    points: z.array(
      z.object({ day, value: z.number().nullable(), lo: z.number().nullable(), hi: z.number().nullable() }),
    ),
  }),
  methods: comparison,
  together: z
    .object({
      together: z.string().nullable(),
      each: z.array(
        z.object({ council: z.string(), slug: z.string(), value: z.string().nullable(), says: z.string() }),
      ),
    })
    .nullable(),
  takeovers,
});
