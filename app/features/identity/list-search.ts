import { z } from "zod";

const text = z
  .string()
  .trim()
  .max(100)
  .refine((typed) => !typed.includes("\0") && typed.isWellFormed());

/** What the address of an admin's list may ask for; anything else falls back. */
export const listSearch = z.object({
  q: text.catch("").default(""),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
});
