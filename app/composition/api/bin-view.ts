import { z } from "zod";
import { RECORD_KINDS } from "~/features/records/record";
import { day } from "./plain-values";

const kind = z.enum(RECORD_KINDS);

/** What no longer counts. */
export const binView = z.object({
  binned: z.array(
    z.object({
      id: z.string(),
      kind: kind,
      title: z.string(),
      occurredOn: day,
      goneOn: day,
      canRestore: z.boolean(),
    }),
  ),
  voided: z.array(
    z.object({
      id: z.string(),
      kind: kind,
      title: z.string(),
      occurredOn: day,
      goneOn: day,
      canRestore: z.boolean(),
      reason: z.string(),
    }),
  ),
});
