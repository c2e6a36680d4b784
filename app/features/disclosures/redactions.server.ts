import { z } from "zod";
import { EXEMPTION_IDS } from "./exemption";
import type { Redactions } from "./redact";

const reason = z.enum(EXEMPTION_IDS);

/** What is left out of a record, as it is kept. */
export const redactionsSchema = z.strictObject({
  whole: z.array(z.strictObject({ key: z.string(), reason })),
  words: z.array(z.strictObject({ text: z.string(), reason })),
  shown: z.array(z.string()),
});

/** The same from the column that keeps it. What cannot be read throws: then nothing goes out. */
export function readRedactions(value: unknown): Redactions {
  return redactionsSchema.parse(value);
}
