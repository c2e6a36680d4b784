import { href } from "react-router";
import { readArea } from "~/composition/request.server";
import { aimFilter } from "~/features/aims/aim-filter";
import { findAims } from "~/features/aims/aims.queries.server";
import { AimFilters } from "~/features/aims/components/aim-filters";
import { AimList } from "~/features/aims/components/aim-list";
import { getAreaFrame, getRelationshipsOf } from "~/features/areas/areas.queries.server";
import { canWrite } from "~/features/records/record.policy";
import { sideNameFirst, sideNames } from "~/features/records/side-names";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PageActions } from "~/ui/page-actions";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { Pagination } from "~/ui/pagination";
import type { Route } from "./+types/list";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Aims") }];

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const filter = aimFilter.parse(Object.fromEntries(new URL(request.url).searchParams));
  return readArea(context, params.area, async (actor, { tx, today }) => {
    const { councils } = await getAreaFrame(tx, actor);
    const relationships = await getRelationshipsOf(tx, actor);
    const { aims, ...found } = await findAims(tx, actor, filter, today);
    return {
      ...found,
      filter,
      councils,
      canState: canWrite(actor) === true,
      aims: aims.map(({ relationshipId, owner, belief, ...aim }) => {
        const council = relationships.find(({ id }) => id === relationshipId)?.council ?? null;
        const other = sideNames(council)[owner === "council" ? "community" : "council"];
        return {
          ...aim,
          href: href("/areas/:area/aims/:id", { area: params.area, id: aim.id }),
          whose: `${sideNameFirst(owner, council)}’s aim${belief ? `, as ${other} believes` : ""}`,
          council: councils.length > 1 && owner === "community" ? council : null,
        };
      }),
    };
  });
}

/** What each side is trying to achieve, and what each believes of the other. */
export default function Aims({ loaderData, params }: Route.ComponentProps) {
  const { aims, page, pages, filter, councils, canState } = loaderData;
  const home = href("/areas/:area/aims", params);
  const hrefFor = (number: number) => {
    const search = new URLSearchParams({ page: String(number) });
    if (filter.owner) search.set("owner", filter.owner);
    if (filter.council) search.set("council", filter.council);
    return `${home}?${search}`;
  };
  const state = canState ? (
    <LinkButton href={href("/areas/:area/aims/new", params)}>State an aim</LinkButton>
  ) : null;
  return (
    <>
      <PageTitle aside={<PageActions>{state}</PageActions>}>Aims</PageTitle>
      <p className="govuk-body">
        What each side is trying to achieve here, and what each believes the other wants. Only the side whose
        aim it is can say whether that is right.
      </p>
      <AimFilters filter={filter} councils={councils} home={home} />
      {aims.length === 0 ? (
        <EmptyState title="No aims here yet">
          Each side can state what it wants, and ask the other to acknowledge it.
        </EmptyState>
      ) : (
        <AimList items={aims} label="Aims" />
      )}
      <Pagination page={page} pages={pages} hrefFor={hrefFor} />
    </>
  );
}
