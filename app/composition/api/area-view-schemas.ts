import { z } from "zod";
import { RECORD_KINDS } from "~/features/records/record";
import { day, side } from "./plain-values";

const relationship = z.object({ id: z.string(), ended: z.boolean(), slug: z.string(), council: z.string() });
const ahead = z.object({
  id: z.string(),
  kind: z.enum(RECORD_KINDS),
  day,
  title: z.string(),
  href: z.string(),
  side,
  facts: z.array(z.string()),
});

/** An area, and where one stands in it. */
export const areaFrameView = z.object({
  slug: z.string(),
  name: z.string(),
  partnership: z.string(),
  side,
  role: z.enum(["lead", "reader", "editor"]),
  relationships: z.array(relationship),
});

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
      gap: z.object({ community: z.boolean(), points: z.number() }).nullable(),
    }),
  ),
  together: z
    .object({
      together: z.string().nullable(),
      each: z.array(
        z.object({ council: z.string(), slug: z.string(), value: z.string().nullable(), says: z.string() }),
      ),
    })
    .nullable(),
});

/** A page of the timeline. */
export const timelineView = z.object({
  page: z.number(),
  count: z.number(),
  ahead: z.array(ahead),
  pages: z.number(),
  items: z.array(ahead),
});
