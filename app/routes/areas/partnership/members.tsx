import { href } from "react-router";
import { findMemberRows, readOwn } from "~/composition/partnership-page.server";
import { MemberTable } from "~/features/partnership/components/member-table";
import { AppLink } from "~/ui/app-link";
import { AudienceNote } from "~/ui/audience-note";
import { BackLink } from "~/ui/breadcrumbs";
import { ButtonGroup, LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { PrintButton } from "~/ui/print-button";
import type { Route } from "./+types/members";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Members of the partnership") }];

export async function loader({ context, params }: Route.LoaderArgs) {
  return readOwn(context, params.area, findMemberRows);
}

/** Everybody on the partnership, now and before. */
export default function Members({ loaderData, params }: Route.ComponentProps) {
  const { members, past, canKeep, audience } = loaderData;
  return (
    <>
      <BackLink href={href("/areas/:area/partnership", params)}>The partnership</BackLink>
      <PageTitle caption="The partnership">Members</PageTitle>
      <AudienceNote lead="Who sees this list:">{audience}</AudienceNote>
      <ButtonGroup>
        {canKeep ? (
          <LinkButton href={href("/areas/:area/partnership/members/new", params)}>Add a member</LinkButton>
        ) : null}
        <PrintButton />
        <AppLink href={href("/areas/:area/partnership/members.csv", params)} reload>
          Download as a spreadsheet (CSV)
        </AppLink>
      </ButtonGroup>
      {members.length > 0 ? (
        <MemberTable caption="Members, and those who work beside them" rows={members} />
      ) : (
        <EmptyState title="Nobody is written down yet">
          With the members here, the rules can be looked at and the yearly review fills itself in.
        </EmptyState>
      )}
      {past.length > 0 ? <MemberTable caption="Those who have left" rows={past} /> : null}
    </>
  );
}
