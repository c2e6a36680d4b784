import { href } from "react-router";
import { recordHref } from "~/composition/record-href";
import { readArea } from "~/composition/request.server";
import { getAreaFrame } from "~/features/areas/areas.queries.server";
import { readFilter } from "~/features/commitments/commitment-search.server";
import { filterParams } from "~/features/commitments/commitment-view";
import { findCommitments } from "~/features/commitments/commitments.queries.server";
import { CommitmentFilters } from "~/features/commitments/components/commitment-filters";
import { CommitmentLines } from "~/features/commitments/components/commitment-lines";
import { mayWrite, otherSide } from "~/features/identity/actor";
import { sideNameFirst } from "~/features/records/side-names";
import { plural } from "~/platform/plural";
import { ButtonGroup, LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { Pagination } from "~/ui/pagination";
import { PrintButton } from "~/ui/print-button";
import type { Route } from "./+types/list";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Promises") }];

export async function loader({ request, context, params }: Route.LoaderArgs) {
  return readArea(context, params.area, async (actor, { tx, today }) => {
    const filter = readFilter(new URL(request.url), actor);
    const { name, councils } = await getAreaFrame(tx, actor);
    const council = councils.length === 1 ? (councils[0]?.name ?? null) : null;
    return {
      area: name,
      filter,
      councils,
      sides: {
        ours: sideNameFirst(actor.side, council),
        theirs: sideNameFirst(otherSide(actor.side), council),
      },
      list: await findCommitments(tx, actor, filter, today),
      canRecord: mayWrite(actor),
    };
  });
}

/** The register of promises, of both sides to each other. */
export default function CommitmentList({ loaderData, params }: Route.ComponentProps) {
  const { filter, list, sides, councils, canRecord } = loaderData;
  const own = href("/areas/:area/commitments", params);
  const record = canRecord ? (
    <LinkButton href={href("/areas/:area/commitments/new", params)}>Record a promise</LinkButton>
  ) : null;
  if (!list.any) {
    return (
      <>
        <PageTitle>Promises</PageTitle>
        <EmptyState title="No promises yet" action={record}>
          What either side says it will do for the other is kept here, with its day, for both to see.
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <PageTitle>Promises</PageTitle>
      <ButtonGroup>
        {record}
        <PrintButton />
      </ButtonGroup>
      <CommitmentFilters filter={filter} sides={sides} councils={councils} clearHref={own} />
      <p className="govuk-body">{plural(list.total, "promise")}</p>
      {list.total === 0 ? (
        <EmptyState title="No promises match">Change or clear the filters to see others.</EmptyState>
      ) : (
        <CommitmentLines lines={list.lines} hrefOf={(id) => recordHref("commitment", params.area, id)} />
      )}
      <Pagination
        page={list.page}
        pages={list.pages}
        hrefFor={(page) => `${own}?${filterParams(filter)}&page=${page}`}
      />
    </>
  );
}
