import { href, redirect } from "react-router";
import { z } from "zod";
import { findOrganisationFor } from "~/composition/organisation-page.server";
import { notFound, read } from "~/composition/request.server";
import { OrganisationTies } from "~/features/areas/components/organisation-ties";
import { OrganisationDetails } from "~/features/organisations/components/organisation-details";
import { OrganisationPeople } from "~/features/people/components/organisation-people";
import { AppLink } from "~/ui/app-link";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { Pagination } from "~/ui/pagination";
import { PrintButton } from "~/ui/print-button";
import type { Route } from "./+types/organisation";

const question = z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1) });

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: documentTitle(loaderData?.organisation.name ?? "Organisation") },
];

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { page } = question.parse(Object.fromEntries(new URL(request.url).searchParams));
  return read(context, async (actor, reading) => {
    const found = (await findOrganisationFor(actor, reading, { name: params.id, page })) ?? notFound();
    const { now, ...view } = found;
    if (now) throw redirect(href("/organisations/:id", { id: now.slug }));
    return view;
  });
}

/** One organisation: what it is, what became of it, and what it is to the reader's areas. */
export default function Organisation({ loaderData, params }: Route.ComponentProps) {
  const { organisation, ties, localTo, stewardOf, people, count, page, pages, isRegister } = loaderData;
  const home = href("/organisations/:id", params);
  return (
    <div className="cg-measure">
      <PageTitle caption="Organisation" aside={<PrintButton />}>
        {organisation.name}
      </PageTitle>
      <OrganisationDetails organisation={organisation} />
      {isRegister ? (
        <p className="govuk-body">
          <AppLink href={href("/admin/organisations/:id", { id: organisation.id })}>
            Its entry in the register
          </AppLink>
        </p>
      ) : null}
      <OrganisationTies ties={ties} localTo={localTo} stewardOf={stewardOf} />
      <OrganisationPeople people={people} count={count} />
      <Pagination page={page} pages={pages} hrefFor={(number) => `${home}?page=${number}`} />
    </div>
  );
}
