import { z } from "zod";
import { STATUSES } from "./suppression.ts";

/** A row of what a release holds: how many lines of a table have a status. */
export const holdingRow = z.strictObject({
  release: z.string(),
  table: z.enum(["figures", "changes", "codes", "code-counts", "variants", "agreement"]),
  status: z.enum(STATUSES),
  lines: z.int(),
});
export type Holding = z.infer<typeof holdingRow>;
