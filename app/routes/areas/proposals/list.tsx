import { href } from "react-router";
import { readArea } from "~/composition/request.server";
import { ListFilters } from "~/features/agreements/components/list-filters";
import { ProposalList } from "~/features/agreements/components/proposal-list";
import { findProposals } from "~/features/agreements/proposal.queries.server";
import { proposalFilter } from "~/features/agreements/proposal-filter";
import { PROPOSAL_VIEW_WORDS } from "~/features/agreements/proposal-views";
import { getAreaFrame, getRelationshipsOf } from "~/features/areas/areas.queries.server";
import { canWrite } from "~/features/records/record.policy";
import { sideNames } from "~/features/records/side-names";
import { plural } from "~/platform/plural";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PageActions } from "~/ui/page-actions";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { Pagination } from "~/ui/pagination";
import type { Route } from "./+types/list";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Proposals") }];

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const filter = proposalFilter.parse(Object.fromEntries(new URL(request.url).searchParams));
  return readArea(context, params.area, async (actor, { tx, today }) => {
    const { councils } = await getAreaFrame(tx, actor);
    const relationships = await getRelationshipsOf(tx, actor);
    const { proposals, ...found } = await findProposals(tx, actor, filter, today);
    return {
      ...found,
      filter,
      councils,
      canWrite: canWrite(actor) === true,
      proposals: proposals.map(({ relationshipId, toSide, ...item }) => ({
        ...item,
        href: href("/areas/:area/proposals/:id", { area: params.area, id: item.id }),
        to: sideNames(relationships.find(({ id }) => id === relationshipId)?.council ?? null)[toSide],
        forReader: item.state === "open" && toSide === actor.side,
      })),
    };
  });
}

/** Changes one side put to the other. */
export default function Proposals({ loaderData, params }: Route.ComponentProps) {
  const { proposals, count, page, pages, filter, councils } = loaderData;
  const home = href("/areas/:area/proposals", params);
  const hrefFor = (number: number) => {
    const search = new URLSearchParams({ view: filter.view, page: String(number) });
    if (filter.council) search.set("council", filter.council);
    return `${home}?${search}`;
  };
  const begin = loaderData.canWrite ? (
    <LinkButton href={href("/areas/:area/proposals/new", params)}>Propose a change</LinkButton>
  ) : null;
  return (
    <>
      <PageTitle aside={<PageActions>{begin}</PageActions>}>Proposals</PageTitle>
      <p className="govuk-body">
        A change of a day, a goal, an agreement or a way of working, put to the other side. A no with reasons
        is an answer.
      </p>
      <ListFilters filter={filter} views={PROPOSAL_VIEW_WORDS} councils={councils} home={home} />
      {proposals.length === 0 ? (
        <EmptyState title="No proposals here">
          When something could be done in a better way, put it to the other side here.
        </EmptyState>
      ) : (
        <>
          <p className="govuk-body">{plural(count, "proposal")}</p>
          <ProposalList items={proposals} />
        </>
      )}
      <Pagination page={page} pages={pages} hrefFor={hrefFor} />
    </>
  );
}
