import { href } from "react-router";
import { ownHref } from "~/composition/partnership-href";
import { readOwn } from "~/composition/partnership-page.server";
import { DecisionList } from "~/features/partnership/components/decision-list";
import { recusalsDue } from "~/features/partnership/conduct-checks";
import { findDecisions, findInterests, findMembers } from "~/features/partnership/lines.queries.server";
import { AudienceNote } from "~/ui/audience-note";
import { BackLink } from "~/ui/breadcrumbs";
import { ButtonGroup, LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { PrintButton } from "~/ui/print-button";
import type { Route } from "./+types/decisions";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Decisions of the partnership") }];

export async function loader({ context, params }: Route.LoaderArgs) {
  return readOwn(context, params.area, async (actor, { tx, today }) => {
    const sources = { members: await findMembers(tx, actor), interests: await findInterests(tx, actor) };
    const decisions = await findDecisions(tx, actor);
    return {
      rows: decisions.map((decision) => ({
        decision,
        due: recusalsDue(decision, sources).map(({ name, vote }) => ({ name, vote })),
        ahead: decision.decidedOn > today,
        href: ownHref({ kind: "decision", id: decision.id }, actor.areaSlug),
      })),
    };
  });
}

/** What the partnership decided, and how. */
export default function Decisions({ loaderData, params }: Route.ComponentProps) {
  const { rows, canKeep, audience } = loaderData;
  return (
    <div className="cg-measure">
      <BackLink href={href("/areas/:area/partnership", params)}>The partnership</BackLink>
      <PageTitle caption="The partnership">Decisions</PageTitle>
      <AudienceNote lead="Who sees this list:">{audience}</AudienceNote>
      <ButtonGroup>
        {canKeep ? (
          <LinkButton href={href("/areas/:area/partnership/decisions/new", params)}>
            Add a decision
          </LinkButton>
        ) : null}
        <PrintButton />
      </ButtonGroup>
      {rows.length > 0 ? (
        <DecisionList rows={rows} />
      ) : (
        <EmptyState title="No decision is written down yet">
          Contracts, grants and changes of the plan belong here, with how they were made.
        </EmptyState>
      )}
    </div>
  );
}
