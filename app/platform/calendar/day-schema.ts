import { z } from "zod";
import { type Day, isDay } from "./day";

const error = "Enter a real day as year-month-day, such as 2026-05-31";

/** A day as text from a form, a file or the API; anything but a real YYYY-MM-DD is refused in words. */
// Apart from day.ts so that what runs in a browser can count days without carrying zod. The cast adds the brand,
// which a transform would add at the cost of the JSON schema.
export const daySchema = z.iso.date({ error, abort: true }).refine(isDay, { error }) as unknown as z.ZodType<
  Day,
  string
>;
