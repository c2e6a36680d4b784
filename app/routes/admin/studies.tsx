import { href } from "react-router";
import { loadStudies } from "~/composition/studies.server";
import { AppLink } from "~/ui/app-link";
import { LinkButton } from "~/ui/button";
import { formatDayRange } from "~/ui/format-date";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { Table } from "~/ui/table";
import type { Route } from "./+types/studies";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Studies") }];

export async function loader({ context }: Route.LoaderArgs) {
  return { studies: await loadStudies(context) };
}

/** Every study there is and was. */
export default function Studies({ loaderData: { studies } }: Route.ComponentProps) {
  return (
    <>
      <PageTitle>Studies</PageTitle>
      <p className="govuk-body">
        A study sees areas one by one, under letters that mean nothing: those whose both sides said yes to
        studies.
      </p>
      <LinkButton href={href("/admin/studies/new")}>Open a study</LinkButton>
      <Table
        caption={`Studies (${studies.length})`}
        rows={studies}
        rowKey={({ id }) => id}
        whenEmpty="No study yet."
        columns={[
          {
            header: "Study",
            cell: ({ id, title }) => <AppLink href={href("/admin/studies/:id", { id })}>{title}</AppLink>,
          },
          { header: "Whose", cell: ({ organisation }) => organisation ?? "" },
          { header: "Days", cell: ({ startsOn, endsOn }) => formatDayRange(startsOn, endsOn) },
          { header: "State", cell: ({ state }) => state },
          { header: "In it", cell: ({ members }) => members, numeric: true },
        ]}
      />
    </>
  );
}
