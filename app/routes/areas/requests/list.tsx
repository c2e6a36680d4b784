import { href } from "react-router";
import { readArea } from "~/composition/request.server";
import { getAreaFrame, getRelationshipsOf } from "~/features/areas/areas.queries.server";
import { canWrite } from "~/features/records/record.policy";
import { sideNames } from "~/features/records/side-names";
import { RequestFilters } from "~/features/requests/components/request-filters";
import { RequestList } from "~/features/requests/components/request-list";
import { requestFilter } from "~/features/requests/request-filter";
import { findRequests } from "~/features/requests/requests.queries.server";
import { plural } from "~/platform/plural";
import { AppLink } from "~/ui/app-link";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PageActions } from "~/ui/page-actions";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { Pagination } from "~/ui/pagination";
import type { Route } from "./+types/list";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Requests") }];

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const filter = requestFilter.parse(Object.fromEntries(new URL(request.url).searchParams));
  return readArea(context, params.area, async (actor, { tx, today }) => {
    const { councils } = await getAreaFrame(tx, actor);
    const relationships = await getRelationshipsOf(tx, actor);
    const { requests, ...found } = await findRequests(tx, actor, filter, today);
    return {
      ...found,
      filter,
      councils,
      canAsk: canWrite(actor) === true,
      requests: requests.map(({ relationshipId, toSide, toPerson, waitingOn, ...item }) => {
        const council = relationships.find(({ id }) => id === relationshipId)?.council ?? null;
        const side = sideNames(council)[toSide];
        const turn = waitingOn === actor.side;
        return {
          ...item,
          href: href("/areas/:area/requests/:id", { area: params.area, id: item.id }),
          to: toPerson ? `${toPerson} (${side})` : side,
          council: councils.length > 1 && toSide === "community" ? council : null,
          forReader: turn ? (item.state === "open" ? ("answer" as const) : ("judge" as const)) : null,
        };
      }),
    };
  });
}

/** What the two sides asked each other. */
export default function Requests({ loaderData, params }: Route.ComponentProps) {
  const { requests, count, page, pages, filter, councils, canAsk } = loaderData;
  const home = href("/areas/:area/requests", params);
  const hrefFor = (number: number) => {
    const { council, from, view, sort } = filter;
    const search = new URLSearchParams({ view, sort, page: String(number) });
    if (council) search.set("council", council);
    if (from) search.set("from", from);
    return `${home}?${search}`;
  };
  const ask = canAsk ? (
    <LinkButton href={href("/areas/:area/requests/new", params)}>Ask the other side</LinkButton>
  ) : null;
  return (
    <>
      <PageTitle aside={<PageActions>{ask}</PageActions>}>Requests</PageTitle>
      <p className="govuk-body">
        How long an answer may take is part of{" "}
        <AppLink href={href("/areas/:area/relationship", params)}>what the two sides agreed</AppLink>.
      </p>
      <RequestFilters filter={filter} councils={councils} home={home} />
      {requests.length === 0 ? (
        <EmptyState title="No requests here">
          What one side asks the other is kept here until it is answered, with the days each side had it.
        </EmptyState>
      ) : (
        <>
          <p className="govuk-body">{plural(count, "request")}</p>
          <RequestList items={requests} />
        </>
      )}
      <Pagination page={page} pages={pages} hrefFor={hrefFor} />
    </>
  );
}
