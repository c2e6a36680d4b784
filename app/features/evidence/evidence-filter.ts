import { z } from "zod";
import { COMPONENTS } from "../scoring/facts";
import { type EvidenceView, VIEW_WORDS } from "./evidence-views";
import { KINDS } from "./kinds/index";

/** What the list's address may say; anything else falls back. */
export const evidenceFilter = z.object({
  view: z.enum(Object.keys(VIEW_WORDS) as [EvidenceView, ...EvidenceView[]]).catch("all"),
  kind: z
    .enum(KINDS.map(({ id }) => id))
    .optional()
    .catch(undefined),
  component: z.enum(COMPONENTS).optional().catch(undefined),
  side: z.enum(["council", "community"]).optional().catch(undefined),
  council: z.string().max(100).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type EvidenceFilter = z.output<typeof evidenceFilter>;
