import { z } from "zod";
import type { Day } from "~/platform/calendar/day";
import { daySchema } from "~/platform/calendar/day-schema";

const slug = z.string().regex(/^[a-z0-9-]{1,100}$/);
const methodId = z.string().regex(/^\d{4}-\d{2}$/);

type HealthSearch = { council: string | null; on: Day | null; known: Day | null; method: string | null };

/**
 * What the address asks of a health page. A value that is not one is null with its name in `wrong`: the page says so
 * and shows today's figures.
 */
export function readHealthSearch(url: URL): HealthSearch & { wrong: string[] } {
  const wrong: string[] = [];
  const take = <T>(name: string, schema: z.ZodType<T>): T | null => {
    const text = url.searchParams.get(name);
    if (text === null || text === "") return null;
    const parsed = schema.safeParse(text);
    if (!parsed.success) wrong.push(name);
    return parsed.success ? parsed.data : null;
  };
  const council = take("council", slug);
  const on = take("on", daySchema);
  const known = take("known", daySchema);
  return { council, on, known, method: take("method", methodId), wrong };
}
