import { href } from "react-router";
import { findBackups, readAdmin } from "~/composition/admin.server";
import { findAreas } from "~/features/areas/area-register.queries.server";
import { findUsers } from "~/features/identity/accounts.queries.server";
import { findRegister } from "~/features/organisations/organisations.queries.server";
import { plural } from "~/platform/plural";
import { AppLink } from "~/ui/app-link";
import { formatInstant } from "~/ui/format-date";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { SummaryList } from "~/ui/summary-list";
import type { Route } from "./+types/home";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Admin") }];

export async function loader({ context }: Route.LoaderArgs) {
  const all = { q: "", page: 1 };
  const backups = findBackups();
  return readAdmin(context, async (_, { tx, today }) => ({
    backups: await backups,
    pages: pagesOf({
      users: (await findUsers(tx, all, today)).count,
      organisations: (await findRegister(tx, all)).count,
      areas: (await findAreas(tx, all)).count,
    }),
  }));
}

type Counts = Record<"users" | "organisations" | "areas", number>;
type Page = { to: string; label: string; about: string };

/** Each page of an admin's, and what it is for. Told by the server, so that the browser fetches none of it as script. */
function pagesOf({ users, organisations, areas }: Counts): Page[] {
  const page = (to: string, label: string, about: string): Page => ({ to, label, about });
  return [
    page(href("/admin/users"), plural(users, "account"), "Open and close them, and give roles."),
    page(href("/admin/invitations"), "Invitations", "Ask somebody by mail to take a role."),
    page(
      href("/admin/organisations"),
      plural(organisations, "organisation"),
      "Councils, partnerships and the rest. A council’s single sign-on is set up on its page.",
    ),
    page(href("/admin/areas"), plural(areas, "area"), "Open, change and close them."),
    page(href("/admin/imports"), "Import councils and areas", "From a spreadsheet."),
    page(href("/admin/elections"), "Elections of councils", "Polling days, and the weeks before them."),
    page(href("/admin/codes"), "Codes for research", "Proposals of researchers, and the codes in use."),
    page(href("/admin/people-rights"), "People’s rights", "Who asks for their details to be erased."),
    page(
      href("/admin/retention"),
      "How long things are kept",
      "What goes by itself, and what would go next.",
    ),
    page(href("/admin/audit"), "Who did what", "Accounts, sign-ins, refusals and downloads."),
    page(href("/admin/break-glass"), "Break-glass", "An hour of reading an area, in an emergency."),
    page(href("/admin/releases"), "Releases for research", "What was published, and when the next is."),
    page(href("/admin/studies"), "Studies", "Researchers who see areas one by one, without names."),
    page(href("/admin/jobs"), "Jobs", "Mail and other work that waits or failed."),
    page(href("/admin/health"), "How this tracker runs", "What it needs, and how that stands."),
  ];
}

/** What an admin looks after. */
export default function Admin({ loaderData }: Route.ComponentProps) {
  const { pages, backups } = loaderData;
  return (
    <div className="cg-measure">
      <PageTitle>Admin</PageTitle>
      <p className="govuk-body">
        You look after accounts, organisations and areas. What an area records is for its two sides and is not
        shown here.
      </p>
      <ul className="govuk-list">
        {pages.map(({ to, label, about }) => (
          <li key={to}>
            <AppLink href={to}>{label}</AppLink>
            <br />
            {about}
          </li>
        ))}
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
