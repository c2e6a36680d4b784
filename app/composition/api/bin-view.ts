import { z } from "zod";
import { RECORD_KINDS } from "~/features/records/record";
import { day } from "./plain-values";

const kind = z.enum(RECORD_KINDS);

const gone = z.object({
  id: z.string(),
  kind,
  title: z.string(),
  occurredOn: day,
  goneOn: day,
  canRestore: z.boolean(),
});

/** What no longer counts. */
export const binView = z.object({
  binned: z.array(gone),
  voided: z.array(gone.extend({ reason: z.string() })),
});
