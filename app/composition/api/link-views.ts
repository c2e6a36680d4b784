import { z } from "zod";
import { PURPOSES } from "~/features/links/link";
import { day } from "./plain-values";

/** What of a record can be asked by link, of whom, and the links there are. No link's own token is in it. */
export const linksView = z.object({
  purpose: z.enum(PURPOSES).nullable(),
  /** Whether this tracker sends mail. */
  mail: z.boolean(),
  contacts: z.array(
    z.object({ id: z.string(), name: z.string(), organisation: z.string(), hasEmail: z.boolean() }),
  ),
  items: z.array(
    z.object({
      id: z.string(),
      contact: z.string(),
      way: z.enum(["hand", "mail"]),
      madeOn: day,
      lastDay: day,
      state: z.enum(["waiting", "out", "answered", "revoked", "over"]),
      opened: z.boolean(),
      sentOn: day.nullable(),
      answered: z.object({ words: z.string(), on: day }).nullable(),
      canRevoke: z.boolean(),
    }),
  ),
});
