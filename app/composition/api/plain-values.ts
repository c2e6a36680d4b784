import { z } from "zod";

/** A calendar day as the API gives it. */
export const day = z.iso.date();

/** An instant as the API gives it: in UTC, to the millisecond. */
export const instant = z
  .date()
  .transform((at) => at.toISOString())
  .pipe(z.iso.datetime());

/** One of the two sides of an area. */
export const side = z.enum(["council", "community"]);

/** How pages name the two sides. */
export const bothSides = z.object({ council: z.string(), community: z.string() });
