import { href } from "react-router";
import { addArea } from "~/composition/add-area.commands.server";
import { readAdmin, requireAdmin } from "~/composition/admin.server";
import {
  asksForCouncils,
  fillByPostcode,
  postcodeOf,
  withPostcode,
} from "~/composition/find-councils.server";
import { formOf, intentOf, notFound, submit } from "~/composition/request.server";
import { findAreas } from "~/features/areas/area-register.queries.server";
import { AreaForm } from "~/features/areas/components/area-forms";
import { AdminSearch } from "~/features/identity/components/admin-search";
import { listSearch } from "~/features/identity/list-search";
import { findChoices } from "~/features/organisations/organisations.queries.server";
import { listWords } from "~/platform/list-words";
import { AppLink } from "~/ui/app-link";
import { Details } from "~/ui/details";
import { filledBy } from "~/ui/form-answer";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { Pagination } from "~/ui/pagination";
import { Table } from "~/ui/table";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/areas";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Areas") }];

export async function loader({ request, context }: Route.LoaderArgs) {
  const filter = listSearch.parse(Object.fromEntries(new URL(request.url).searchParams));
  return readAdmin(context, async (_, { tx }) => ({
    ...(await findAreas(tx, filter)),
    choices: await findChoices(tx, ["council"]),
    q: filter.q,
  }));
}

export async function action({ request, context }: Route.ActionArgs) {
  await requireAdmin(context);
  const form = await formOf(request);
  if (intentOf(form) !== "add") return notFound();
  const postcode = postcodeOf(form);
  if (asksForCouncils(form))
    return fillByPostcode(context, form, ({ inRegister: [first, second], region }) => ({
      councilId: first?.id,
      secondCouncilId: second?.id,
      region,
    }));
  const answer = await submit(context, form, addArea, {}, ({ id }) => ({
    to: href("/admin/areas/:id", { id }),
    message: "The area is added.",
  }));
  return withPostcode(answer, postcode);
}

/** The areas and the councils they are connected with. */
export default function Areas({ loaderData, actionData }: Route.ComponentProps) {
  const { areas, choices, count, page, pages, q } = loaderData;
  const filled = filledBy(actionData);
  const home = href("/admin/areas");
  return (
    <>
      <PageTitle>Areas</PageTitle>
      <Details summary="Add an area" open={actionData !== undefined}>
        <AreaForm
          key={filled?.id}
          answer={actionData}
          formKey={useFormKey()}
          said={filled?.said}
          councils={choices}
        />
      </Details>
      <AdminSearch action={home} q={q} label="Name or code" />
      <Table
        caption={`Areas (${count})`}
        rows={areas}
        rowKey={({ id }) => id}
        whenEmpty="No area matches."
        columns={[
          {
            header: "Name",
            cell: ({ id, name }) => <AppLink href={href("/admin/areas/:id", { id })}>{name}</AppLink>,
          },
          { header: "Code", cell: ({ code }) => code ?? "" },
          {
            header: "Councils",
            cell: ({ councils }) => (councils.length > 0 ? listWords(councils) : "None yet"),
          },
        ]}
      />
      <Pagination
        page={page}
        pages={pages}
        hrefFor={(number) => `${home}?${new URLSearchParams({ q, page: String(number) })}`}
      />
    </>
  );
}
