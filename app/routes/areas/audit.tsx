import { href } from "react-router";
import { findAreaAudit, requireLead } from "~/composition/audit-page.server";
import { findGlassTold } from "~/composition/break-glass.server";
import { readArea } from "~/composition/request.server";
import { AREA_WHATS } from "~/features/audit/audit";
import { auditSearch, readAuditFilter } from "~/features/audit/audit-filter";
import { AuditFilters } from "~/features/audit/components/audit-filters";
import { AuditList } from "~/features/audit/components/audit-list";
import { GlassNotice } from "~/features/audit/components/glass-notice";
import { LEVEL_WORDS } from "~/features/records/record";
import { plural } from "~/platform/plural";
import { AppLink } from "~/ui/app-link";
import { EmptyState } from "~/ui/empty-state";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { Pagination } from "~/ui/pagination";
import { PrintButton } from "~/ui/print-button";
import type { Route } from "./+types/audit";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Who did what") }];

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const filter = readAuditFilter(new URL(request.url).searchParams);
  return readArea(context, params.area, async (actor, reading) => {
    requireLead(actor);
    const found = await findAreaAudit(actor, reading, filter);
    const glass = await findGlassTold(reading.tx, actor);
    return { ...found, glass, filter, search: auditSearch(filter) };
  });
}

/** Everything that was done here and that this reader's side may see: who, what, before and after, from where. */
export default function AreaAudit({ loaderData, params }: Route.ComponentProps) {
  const { lines, count, page, pages, filter, actors, kinds, search, glass } = loaderData;
  const home = href("/areas/:area/audit", params);
  const hrefFor = (number: number) => `${home}${search}${search === "" ? "?" : "&"}page=${number}`;
  return (
    <>
      <PageTitle aside={<PrintButton />}>Who did what</PageTitle>
      <p className="govuk-body cg-measure">
        Leads of both sides have this page. It shows what both sides share, and what your own side did. The
        other side’s own is not here.
      </p>
      <GlassNotice told={glass} />
      <AuditFilters filter={filter} whats={AREA_WHATS} actors={actors} kinds={kinds} home={home} />
      {lines.length === 0 ? (
        <EmptyState title="Nothing to show">
          {search === ""
            ? "What is done here shows as it happens."
            : "Nothing matches. Choose less to narrow by."}
        </EmptyState>
      ) : (
        <AuditList caption={plural(count, "entry", "entries")} lines={lines} levels={LEVEL_WORDS} />
      )}
      <Pagination page={page} pages={pages} hrefFor={hrefFor} />
      <p className="govuk-body">
        <AppLink href={`${href("/areas/:area/audit.csv", params)}${search}`} reload>
          Download as a spreadsheet (CSV)
        </AppLink>
      </p>
    </>
  );
}
