import { z } from "zod";
import { RECORD_KINDS } from "~/features/records/record";
import { type FormDay, optionalDayField } from "~/platform/form-days";
import { idSchema } from "~/platform/ids";

const day = optionalDayField().catch(null);

/** What the timeline's address may say; anything else falls back. Days are inclusive. */
const timelineFilter = z.object({
  kind: z.enum(RECORD_KINDS).optional().catch(undefined),
  side: z.enum(["council", "community"]).optional().catch(undefined),
  council: z.string().max(100).optional().catch(undefined),
  code: z
    .string()
    .regex(/^[a-z0-9-]{1,80}$/)
    .optional()
    .catch(undefined),
  person: idSchema.optional().catch(undefined),
  from: day,
  to: day,
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export type TimelineFilter = Omit<z.output<typeof timelineFilter>, "from" | "to"> & {
  from: FormDay | null;
  to: FormDay | null;
};

/** The filter an address asks for: days as 'YYYY-MM-DD' or as three boxes (from.day, from.month, from.year). */
export function readTimelineFilter(search: URLSearchParams): TimelineFilter {
  return timelineFilter.parse({
    ...Object.fromEntries(search),
    from: dayIn(search, "from"),
    to: dayIn(search, "to"),
  });
}

function dayIn(search: URLSearchParams, name: string): unknown {
  const whole = search.get(name);
  if (whole) return whole;
  const part = (of: string) => search.get(`${name}.${of}`) ?? "";
  return { day: part("day"), month: part("month"), year: part("year") };
}

/** The same as an address's search, without the page: '' where nothing is filtered. */
export function timelineSearch({ page: _, ...filter }: TimelineFilter): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) if (value) search.set(name, value);
  const text = search.toString();
  return text === "" ? "" : `?${text}`;
}
