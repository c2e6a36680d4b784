import { areaAuditCsv, requireLead } from "~/composition/audit-page.server";
import { giveFile } from "~/composition/give-file.server";
import { readArea } from "~/composition/request.server";
import { readAuditFilter } from "~/features/audit/audit-filter";
import type { Route } from "./+types/audit-csv";

/** The area's log as a spreadsheet, as its page shows it. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  const filter = readAuditFilter(new URL(request.url).searchParams);
  const content = await readArea(context, params.area, (actor, reading) => {
    requireLead(actor);
    return areaAuditCsv(actor, reading, filter);
  });
  return giveFile({ context, params }, content, {
    name: "who-did-what.csv",
    mime: "text/csv; charset=utf-8",
  });
}
