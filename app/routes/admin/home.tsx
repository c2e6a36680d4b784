import { href } from "react-router";
import { findBackups, readAdmin } from "~/composition/admin.server";
import { findAreas } from "~/features/areas/area-register.queries.server";
import { findUsers } from "~/features/identity/accounts.queries.server";
import { findRegister } from "~/features/organisations/organisations.queries.server";
import { AppLink } from "~/ui/app-link";
import { formatInstant } from "~/ui/format-date";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { plural } from "~/ui/plural";
import { SummaryList } from "~/ui/summary-list";
import type { Route } from "./+types/home";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Admin") }];

export async function loader({ context }: Route.LoaderArgs) {
  const all = { q: "", page: 1 };
  const backups = findBackups();
  return readAdmin(context, async (_, { tx, today }) => ({
    backups: await backups,
    users: (await findUsers(tx, all, today)).count,
    organisations: (await findRegister(tx, all)).count,
    areas: (await findAreas(tx, all)).count,
  }));
}

/** What an admin looks after. */
export default function Admin({ loaderData }: Route.ComponentProps) {
  const { users, organisations, areas, backups } = loaderData;
  return (
    <div className="cg-measure">
      <PageTitle>Admin</PageTitle>
      <p className="govuk-body">
        You look after accounts, organisations and areas. What an area records is for its two sides and is not
        shown here.
      </p>
      <ul className="govuk-list">
        <li>
          <AppLink href={href("/admin/users")}>{plural(users, "account")}</AppLink>
        </li>
        <li>
          <AppLink href={href("/admin/organisations")}>{plural(organisations, "organisation")}</AppLink>
        </li>
        <li>
          <AppLink href={href("/admin/areas")}>{plural(areas, "area")}</AppLink>
        </li>
        <li>
          <AppLink href={href("/admin/imports")}>Import councils and areas</AppLink>
        </li>
        <li>
          <AppLink href={href("/admin/elections")}>Elections of councils</AppLink>
        </li>
        <li>
          <AppLink href={href("/admin/audit")}>Who did what</AppLink>
        </li>
        <li>
          <AppLink href={href("/admin/break-glass")}>Break-glass</AppLink>
        </li>
        <li>
          <AppLink href={href("/admin/jobs")}>Jobs</AppLink>
        </li>
        <li>
          <AppLink href={href("/admin/health")}>How this tracker runs</AppLink>
        </li>
      </ul>
      <h2 className="govuk-heading-m">Backups</h2>
      <SummaryList
        rows={[
          { key: "Last good backup", value: backups ? formatInstant(backups.takenAt) : "None yet" },
          {
            key: "Last restored as a drill",
            value: backups?.drilledAt ? formatInstant(backups.drilledAt) : "Not yet",
          },
        ]}
      />
    </div>
  );
}
