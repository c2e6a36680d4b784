import { href } from "react-router";
import { readKept } from "~/composition/kept-pages.server";
import { findOwnLines } from "~/composition/people-side.server";
import { formOf, intentOf, notFound, submit } from "~/composition/request.server";
import { LeadList } from "~/features/people/components/lead-list";
import { PeopleFilters } from "~/features/people/components/people-filters";
import { PeopleGroups } from "~/features/people/components/people-groups";
import { SuggestedPairs } from "~/features/people/components/suggested-pairs";
import { checkLead } from "~/features/people/leads.commands.server";
import { findLeads } from "~/features/people/leads.queries.server";
import { findSuggestedPairs } from "~/features/people/near-people.queries.server";
import { type PeopleFilter, peopleFilter } from "~/features/people/people-filter";
import { findOrganisations, findPeopleList } from "~/features/people/people-list.queries.server";
import { canWrite } from "~/features/records/record.policy";
import { idSchema } from "~/platform/ids";
import { plural } from "~/platform/plural";
import { AppLink } from "~/ui/app-link";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { formatRelativeDay } from "~/ui/format-date";
import { PageActions } from "~/ui/page-actions";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { Pagination } from "~/ui/pagination";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/list";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("People") }];

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const filter = peopleFilter.parse(Object.fromEntries(new URL(request.url).searchParams));
  return readKept(context, params.area, ["people", filter], async (actor, { tx, today }) => {
    const organisations = await findOrganisations(tx, actor);
    const leads = await findLeads(tx, actor, today);
    const own = await findOwnLines(tx, actor, today);
    const cold = [...own].flatMap(([id, { cadence }]) => (cadence?.cold ? [id] : []));
    const wanted = { ...filter, only: filter.cold && cold };
    const may = canWrite(actor) === true;
    return {
      ...(await findPeopleList(tx, actor, wanted, today, organisations)),
      filter,
      own: [...own].map(([id, { cadence, plan }]) => ({ id, cold: cadence?.cold === true, plan })),
      organisations: organisations.map(({ slug, name }) => ({ slug, name })),
      canWrite: may,
      pairs: may && !hasFilter(filter) ? await findSuggestedPairs(tx, actor) : [],
      leads: leads.map(({ lead, ...place }) => ({
        ...place,
        lead: lead && {
          appointmentId: lead.appointmentId,
          name: lead.name,
          leavesOn: lead.leavesOn,
          href: href("/areas/:area/people/:id", { area: params.area, id: lead.personId }),
          checked: lead.checkedOn && formatRelativeDay(lead.checkedOn, today),
        },
      })),
    };
  });
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const form = await formOf(request);
  const [verb, post] = intentOf(form).split(" ");
  const id = idSchema.safeParse(post).data ?? notFound();
  if (verb !== "check-lead") return notFound();
  return submit(context, form, checkLead, { area: params.area, id }, () => ({
    to: href("/areas/:area/people", params),
    message: "Checked today: still in post.",
  }));
}

/** Who is who on each side. */
export default function People({ loaderData, params }: Route.ComponentProps) {
  const { groups, count, page, pages, filter, own, organisations, leads, pairs, canWrite } = loaderData;
  const home = href("/areas/:area/people", params);
  const add = canWrite ? (
    <>
      <LinkButton href={href("/areas/:area/people/new", params)}>Add somebody</LinkButton>
      <AppLink href={href("/areas/:area/people/import", params)}>Import people</AppLink>
    </>
  ) : null;
  return (
    <>
      <PageTitle aside={<PageActions>{add}</PageActions>}>People</PageTitle>
      <ul className="govuk-list">
        <li>
          <AppLink href={href("/areas/:area/people/map", params)}>Who matters here</AppLink>
        </li>
        <li>
          <AppLink href={href("/areas/:area/people/coverage", params)}>How far our ties reach</AppLink>
        </li>
        <li>
          <AppLink href={href("/areas/:area/team", params)}>Who of your side uses this tracker</AppLink>
        </li>
      </ul>
      <LeadList leads={leads} canWrite={canWrite} formKey={useFormKey()} />
      <SuggestedPairs
        pairs={pairs}
        hrefFor={({ a, b }) =>
          `${href("/areas/:area/people/:id/merge", { area: params.area, id: a.id })}?with=${b.id}`
        }
      />
      <PeopleFilters filter={filter} organisations={organisations} home={home} />
      {count === 0 ? (
        <EmptyState title={hasFilter(filter) ? "Nobody here matches" : "Nobody is listed yet"}>
          The people both sides work with are listed here, with the posts they hold.
        </EmptyState>
      ) : (
        <>
          <p className="govuk-body">{plural(count, "person", "people")}</p>
          <PeopleGroups
            groups={groups}
            own={own}
            hrefFor={(id) => href("/areas/:area/people/:id", { area: params.area, id })}
          />
        </>
      )}
      <Pagination page={page} pages={pages} hrefFor={(number) => `${home}?${searchOf(filter, number)}`} />
    </>
  );
}

type Filter = PeopleFilter;

function hasFilter({ q, organisation, level, posts, cold }: Filter): boolean {
  return q !== "" || [organisation, level, cold].some((one) => one !== undefined) || posts !== "now";
}

function searchOf({ q, organisation, level, posts, cold }: Filter, page: number): URLSearchParams {
  const search = new URLSearchParams({ posts, page: String(page) });
  if (q) search.set("q", q);
  if (organisation) search.set("organisation", organisation);
  if (level) search.set("level", level);
  if (cold) search.set("cold", cold);
  return search;
}
