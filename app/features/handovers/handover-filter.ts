import { z } from "zod";
import { HANDOVER_VIEWS, type HandoverView } from "./handover-views";

const VIEWS = Object.keys(HANDOVER_VIEWS) as [HandoverView, ...HandoverView[]];

/** What the list's address may say; anything else falls back. */
export const handoverFilter = z.object({
  view: z.enum(VIEWS).catch("open"),
  side: z.enum(["council", "community"]).optional().catch(undefined),
  council: z.string().max(100).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type HandoverFilter = z.output<typeof handoverFilter>;
