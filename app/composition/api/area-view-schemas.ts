import { z } from "zod";
import { RECORD_KINDS } from "~/features/records/record";
import { day, side } from "./plain-values";

/** A relationship with one of the area's councils. */
export const relationship = z.object({
  id: z.string(),
  ended: z.boolean(),
  slug: z.string(),
  council: z.string(),
});
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

/** A page of the timeline. */
export const timelineView = z.object({
  page: z.number(),
  count: z.number(),
  ahead: z.array(ahead),
  pages: z.number(),
  items: z.array(ahead),
});
