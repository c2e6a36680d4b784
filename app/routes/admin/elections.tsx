import { href } from "react-router";
import { readAdmin, requireAdmin } from "~/composition/admin.server";
import { handleElectionIntent } from "~/composition/election-intents.server";
import { formOf } from "~/composition/request.server";
import { ElectionForm } from "~/features/elections/components/election-form";
import { ElectionList } from "~/features/elections/components/election-list";
import { HolidaysNote } from "~/features/elections/components/holidays-note";
import { LookUp } from "~/features/elections/components/look-up";
import { findElections } from "~/features/elections/elections.queries.server";
import { AdminSearch } from "~/features/identity/components/admin-search";
import { listSearch } from "~/features/identity/list-search";
import { findChoices } from "~/features/organisations/organisations.queries.server";
import { holidaySource } from "~/platform/calendar/known-holidays.server";
import { Details } from "~/ui/details";
import { EmptyState } from "~/ui/empty-state";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { Pagination } from "~/ui/pagination";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/elections";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Elections") }];

export async function loader({ request, context }: Route.LoaderArgs) {
  const filter = listSearch.parse(Object.fromEntries(new URL(request.url).searchParams));
  return readAdmin(context, async (_, { tx, today }) => {
    const { elections, ...found } = await findElections(tx, filter, today);
    const councils = await findChoices(tx, ["council"]);
    return {
      ...found,
      elections: elections.map((one) => ({ ...one, canKeep: true })),
      councils,
      holidays: holidaySource(),
      q: filter.q,
    };
  });
}

export async function action({ request, context }: Route.ActionArgs) {
  await requireAdmin(context);
  return handleElectionIntent(context, await formOf(request), {}, href("/admin/elections"));
}

/** A refused form is shown beside what is saved now: after a conflict that is somebody else’s. */
export function shouldRevalidate() {
  return true;
}

/** Every council's elections. */
export default function Elections({ loaderData, actionData }: Route.ComponentProps) {
  const { elections, councils, holidays, count, page, pages, q } = loaderData;
  const home = href("/admin/elections");
  const sent = { answer: actionData, formKey: useFormKey() };
  return (
    <div className="cg-measure">
      <PageTitle>Elections</PageTitle>
      <Details summary="Add an election" open={actionData?.intent === "add"}>
        <ElectionForm intent="add" councils={councils} {...sent} />
      </Details>
      <Details summary="Look up elections to come" open={actionData?.intent === "look-up"}>
        <LookUp councils={councils} {...sent} />
      </Details>
      <AdminSearch action={home} q={q} label="Council" />
      {count > 0 ? (
        <ElectionList elections={elections} {...sent} />
      ) : (
        <EmptyState title={q === "" ? "No election is known yet" : "No election matches"} />
      )}
      <HolidaysNote source={holidays} />
      <Pagination
        page={page}
        pages={pages}
        hrefFor={(number) => `${home}?${new URLSearchParams({ q, page: String(number) })}`}
      />
    </div>
  );
}
