import { z } from "zod";
import { MOU_VIEW_WORDS, type MouView } from "./mou-views";

const VIEWS = Object.keys(MOU_VIEW_WORDS) as [MouView, ...MouView[]];

/** What the list's address may say; anything else falls back. */
export const mouFilter = z.object({
  view: z.enum(VIEWS).catch("current"),
  council: z.string().max(100).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type MouFilter = z.output<typeof mouFilter>;
