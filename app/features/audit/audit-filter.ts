import { z } from "zod";
import { type FormDay, optionalDayField } from "~/platform/form-days";
import { idSchema } from "~/platform/ids";
import { RECORD_KINDS } from "../records/record";
import { ADMIN_WHATS, AREA_WHATS, type What } from "./audit";

const WHATS = [...Object.keys(AREA_WHATS), ...Object.keys(ADMIN_WHATS)] as [What, ...What[]];
const day = optionalDayField().catch(null);

/** What the address of a log may ask for; anything else falls back. Days are inclusive. */
const auditFilter = z.object({
  what: z.enum(WHATS).optional().catch(undefined),
  who: idSchema.optional().catch(undefined),
  kind: z.enum(RECORD_KINDS).optional().catch(undefined),
  record: idSchema.optional().catch(undefined),
  from: day,
  to: day,
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export type AuditFilter = Omit<z.output<typeof auditFilter>, "from" | "to"> & {
  from: FormDay | null;
  to: FormDay | null;
};

/** The filter an address asks for: days as 'YYYY-MM-DD' or as three boxes. */
export function readAuditFilter(search: URLSearchParams): AuditFilter {
  const dayIn = (name: string) => {
    const part = (of: string) => search.get(`${name}.${of}`) ?? "";
    return search.get(name) || { day: part("day"), month: part("month"), year: part("year") };
  };
  return auditFilter.parse({ ...Object.fromEntries(search), from: dayIn("from"), to: dayIn("to") });
}

/** The same as an address's search, without the page: '' where nothing is filtered. */
export function auditSearch({ page: _, ...filter }: AuditFilter): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) if (value) search.set(name, value);
  const words = search.toString();
  return words === "" ? "" : `?${words}`;
}
