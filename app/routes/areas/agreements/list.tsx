import { href } from "react-router";
import { readArea } from "~/composition/request.server";
import { ListFilters } from "~/features/agreements/components/list-filters";
import { MouList } from "~/features/agreements/components/mou-list";
import { mouFilter } from "~/features/agreements/mou-filter";
import { MOU_VIEW_WORDS } from "~/features/agreements/mou-views";
import { findMous } from "~/features/agreements/mous.queries.server";
import { getAreaFrame, getRelationshipsOf } from "~/features/areas/areas.queries.server";
import { canWrite } from "~/features/records/record.policy";
import { plural } from "~/platform/plural";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PageActions } from "~/ui/page-actions";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { Pagination } from "~/ui/pagination";
import type { Route } from "./+types/list";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Agreements") }];

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const filter = mouFilter.parse(Object.fromEntries(new URL(request.url).searchParams));
  return readArea(context, params.area, async (actor, { tx, today }) => {
    const { councils } = await getAreaFrame(tx, actor);
    const relationships = await getRelationshipsOf(tx, actor);
    const { mous, ...found } = await findMous(tx, actor, filter, today);
    return {
      ...found,
      filter,
      councils,
      canWrite: canWrite(actor) === true,
      mous: mous.map(({ relationshipId, ...item }) => ({
        ...item,
        href: href("/areas/:area/agreements/:id", { area: params.area, id: item.id }),
        council: relationships.find(({ id }) => id === relationshipId)?.council ?? null,
      })),
    };
  });
}

/** What the two sides have written down between them. */
export default function Agreements({ loaderData, params }: Route.ComponentProps) {
  const { mous, count, page, pages, filter, councils } = loaderData;
  const home = href("/areas/:area/agreements", params);
  const hrefFor = (number: number) => {
    const search = new URLSearchParams({ view: filter.view, page: String(number) });
    if (filter.council) search.set("council", filter.council);
    return `${home}?${search}`;
  };
  const begin = loaderData.canWrite ? (
    <LinkButton href={`${href("/areas/:area/agreements/new", params)}?from=template`}>
      Write an agreement
    </LinkButton>
  ) : null;
  return (
    <>
      <PageTitle aside={<PageActions>{begin}</PageActions>}>Agreements</PageTitle>
      <p className="govuk-body">
        Who does what, what both want, and where there is room to move: written down, it outlives the people
        who agreed it.
      </p>
      <ListFilters filter={filter} views={MOU_VIEW_WORDS} councils={councils} home={home} />
      {mous.length === 0 ? (
        <EmptyState title="No agreements here">
          A short one is better than none. There is a template to start from.
        </EmptyState>
      ) : (
        <>
          <p className="govuk-body">{plural(count, "agreement")}</p>
          <MouList items={mous} />
        </>
      )}
      <Pagination page={page} pages={pages} hrefFor={hrefFor} />
    </>
  );
}
