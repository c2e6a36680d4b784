import { href } from "react-router";
import { readAdmin, requireAdmin } from "~/composition/admin.server";
import { formOf, intentOf, notFound, submit } from "~/composition/request.server";
import { AdminSearch } from "~/features/identity/components/admin-search";
import { listSearch } from "~/features/identity/list-search";
import { OrganisationPairs } from "~/features/organisations/components/merge-organisations";
import { OrganisationForm } from "~/features/organisations/components/organisation-forms";
import { ORGANISATION_KINDS, TIERS } from "~/features/organisations/organisation";
import { findOrganisationPairs } from "~/features/organisations/organisation-merging.queries.server";
import { createOrganisation } from "~/features/organisations/organisations.commands.server";
import { findRegister } from "~/features/organisations/organisations.queries.server";
import { AppLink } from "~/ui/app-link";
import { Details } from "~/ui/details";
import { formatDay } from "~/ui/format-date";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { Pagination } from "~/ui/pagination";
import { Table } from "~/ui/table";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/organisations";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Organisations") }];

export async function loader({ request, context }: Route.LoaderArgs) {
  const filter = listSearch.parse(Object.fromEntries(new URL(request.url).searchParams));
  return readAdmin(context, async (_, { tx }) => ({
    ...(await findRegister(tx, filter)),
    pairs: filter.q === "" ? await findOrganisationPairs(tx) : [],
    q: filter.q,
  }));
}

export async function action({ request, context }: Route.ActionArgs) {
  await requireAdmin(context);
  const form = await formOf(request);
  if (intentOf(form) !== "add") return notFound();
  return submit(context, form, createOrganisation, {}, ({ id }) => ({
    to: href("/admin/organisations/:id", { id }),
    message: "The organisation is in the register.",
  }));
}

/** The register of organisations. */
export default function Organisations({ loaderData, actionData }: Route.ComponentProps) {
  const { organisations, count, page, pages, pairs, q } = loaderData;
  const home = href("/admin/organisations");
  return (
    <>
      <PageTitle>Organisations</PageTitle>
      <Details summary="Add an organisation" open={actionData !== undefined}>
        <OrganisationForm answer={actionData} formKey={useFormKey()} />
      </Details>
      <OrganisationPairs
        pairs={pairs}
        hrefFor={({ a, b }) => `${href("/admin/organisations/:id/merge", { id: a.id })}?with=${b.id}`}
      />
      <AdminSearch action={home} q={q} label="Name or code" />
      <Table
        caption={`Register (${count})`}
        rows={organisations}
        rowKey={({ id }) => id}
        whenEmpty="No organisation matches."
        columns={[
          {
            header: "Name",
            cell: ({ id, name }) => <AppLink href={href("/admin/organisations/:id", { id })}>{name}</AppLink>,
          },
          { header: "Kind", cell: ({ kinds }) => kinds.map((kind) => ORGANISATION_KINDS[kind]).join(", ") },
          { header: "Tier", cell: ({ tier }) => (tier ? TIERS[tier] : "") },
          { header: "Ended", cell: ({ endsOn }) => (endsOn ? formatDay(endsOn) : "") },
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
