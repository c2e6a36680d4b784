import { z } from "zod";
import { type RequestView, VIEW_WORDS } from "./request-views";

/** What the list's address may say; anything else falls back. */
export const requestFilter = z.object({
  view: z.enum(Object.keys(VIEW_WORDS) as [RequestView, ...RequestView[]]).catch("open"),
  council: z.string().max(100).optional().catch(undefined),
  from: z.enum(["council", "community"]).optional().catch(undefined),
  sort: z.enum(["wanted", "newest"]).catch("wanted"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type RequestFilter = z.output<typeof requestFilter>;
