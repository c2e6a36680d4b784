import { readAdmin } from "~/composition/admin.server";
import { placeAuditCsv } from "~/composition/audit-page.server";
import { giveFile } from "~/composition/give-file.server";
import { readAuditFilter } from "~/features/audit/audit-filter";
import type { Route } from "./+types/audit-csv";

/** The place's log as a spreadsheet, as its page shows it. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  const filter = readAuditFilter(new URL(request.url).searchParams);
  const content = await readAdmin(context, (_, reading) => placeAuditCsv(reading, filter));
  return giveFile({ context, params }, content, { name: "audit.csv", mime: "text/csv; charset=utf-8" });
}
