import { z } from "zod";
import { POST_LEVELS, type PostLevel } from "./person";

const levels = Object.keys(POST_LEVELS) as [PostLevel, ...PostLevel[]];

/** What the address of the list of people may ask for; anything else falls back. */
export const peopleFilter = z.object({
  q: z
    .string()
    .trim()
    .max(100)
    .refine((text) => !text.includes("\0") && text.isWellFormed())
    .catch("")
    .default(""),
  organisation: z.string().max(100).optional().catch(undefined),
  level: z.enum(levels).optional().catch(undefined),
  posts: z.enum(["now", "past"]).catch("now").default("now"),
  /** People not talked to for longer than one's own side wants. */
  cold: z.literal("yes").optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
});
export type PeopleFilter = z.output<typeof peopleFilter>;
