import { z } from "zod";

/** What the list's address may say; anything else falls back. */
export const aimFilter = z.object({
  owner: z.enum(["council", "community"]).optional().catch(undefined),
  council: z.string().max(100).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type AimFilter = z.output<typeof aimFilter>;
