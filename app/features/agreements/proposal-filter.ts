import { z } from "zod";
import { PROPOSAL_VIEW_WORDS, type ProposalView } from "./proposal-views";

const VIEWS = Object.keys(PROPOSAL_VIEW_WORDS) as [ProposalView, ...ProposalView[]];

/** What the list's address may say; anything else falls back. */
export const proposalFilter = z.object({
  view: z.enum(VIEWS).catch("open"),
  council: z.string().max(100).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type ProposalFilter = z.output<typeof proposalFilter>;
