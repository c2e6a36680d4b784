import { href } from "react-router";
import { readAdmin } from "~/composition/admin.server";
import { findPlaceAudit } from "~/composition/audit-page.server";
import { ADMIN_WHATS } from "~/features/audit/audit";
import { auditSearch, readAuditFilter } from "~/features/audit/audit-filter";
import { AuditFilters } from "~/features/audit/components/audit-filters";
import { AuditList } from "~/features/audit/components/audit-list";
import { plural } from "~/platform/plural";
import { AppLink } from "~/ui/app-link";
import { EmptyState } from "~/ui/empty-state";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { Pagination } from "~/ui/pagination";
import { PrintButton } from "~/ui/print-button";
import type { Route } from "./+types/audit";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Audit") }];

export async function loader({ request, context }: Route.LoaderArgs) {
  const filter = readAuditFilter(new URL(request.url).searchParams);
  return readAdmin(context, async (_, reading) => ({
    ...(await findPlaceAudit(reading, filter)),
    filter,
    search: auditSearch(filter),
  }));
}

/** What happened to accounts, organisations and areas, and who was refused or took what away: no content. */
export default function AdminAudit({ loaderData }: Route.ComponentProps) {
  const { lines, count, page, pages, filter, actors, search } = loaderData;
  const home = href("/admin/audit");
  const hrefFor = (number: number) => `${home}${search}${search === "" ? "?" : "&"}page=${number}`;
  return (
    <>
      <PageTitle aside={<PrintButton />}>Audit</PageTitle>
      <p className="govuk-body cg-measure">
        Accounts, organisations and areas, signing in, what was refused and what was downloaded. Of records it
        says the address, and nothing that is written in them.
      </p>
      <AuditFilters filter={filter} whats={ADMIN_WHATS} actors={actors} home={home} />
      {lines.length === 0 ? (
        <EmptyState title="Nothing to show">Nothing matches. Choose less to narrow by.</EmptyState>
      ) : (
        <AuditList caption={plural(count, "entry", "entries")} lines={lines} />
      )}
      <Pagination page={page} pages={pages} hrefFor={hrefFor} />
      <p className="govuk-body">
        <AppLink href={`${href("/admin/audit.csv")}${search}`} reload>
          Download as a spreadsheet (CSV)
        </AppLink>
      </p>
    </>
  );
}
