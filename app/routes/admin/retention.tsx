import { requireAdmin } from "~/composition/admin.server";
import { loadRetention } from "~/composition/retention-page.server";
import { RetentionTable } from "~/features/retention/components/retention-table";
import { plural } from "~/platform/plural";
import { formatInstant } from "~/ui/format-date";
import { documentTitle, PageTitle } from "~/ui/page-title";
import type { Route } from "./+types/retention";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("How long things are kept") }];

export async function loader({ context }: Route.LoaderArgs) {
  await requireAdmin(context);
  return loadRetention(context);
}

/** How long each sort of thing is kept, why, and what of it is due today. */
export default function Retention({ loaderData: { last, lines } }: Route.ComponentProps) {
  return (
    <>
      <PageTitle>How long things are kept</PageTitle>
      <p className="govuk-body">
        What is no longer needed goes by itself, every day.{" "}
        {last
          ? `Last on ${formatInstant(last.at)}: ${plural(last.rows, "row")} went.`
          : "It has not run here yet."}{" "}
        The numbers below are of today, before the next run.
      </p>
      <RetentionTable lines={lines} />
    </>
  );
}
