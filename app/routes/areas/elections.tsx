import { href } from "react-router";
import { handleElectionIntent } from "~/composition/election-intents.server";
import { findElectionsPage } from "~/composition/elections-page.server";
import { formOf, notFound, readArea } from "~/composition/request.server";
import { AfterPoll } from "~/features/elections/components/after-poll";
import { ElectionForm } from "~/features/elections/components/election-form";
import { ElectionList } from "~/features/elections/components/election-list";
import { HolidaysNote } from "~/features/elections/components/holidays-note";
import { LookUp } from "~/features/elections/components/look-up";
import { PeriodNotice } from "~/features/elections/components/period-notice";
import { Details } from "~/ui/details";
import { EmptyState } from "~/ui/empty-state";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/elections";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Elections") }];

export async function loader({ context, params }: Route.LoaderArgs) {
  return readArea(context, params.area, findElectionsPage);
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const councilId = await readArea(context, params.area, async (actor) =>
    actor.side === "council" ? actor.organisationId : actor.relationships[0]?.councilId,
  );
  const form = await formOf(request);
  const to = href("/areas/:area/elections", params);
  return handleElectionIntent(context, form, { councilId: councilId ?? notFound() }, to);
}

/** A refused form is shown beside what is saved now: after a conflict that is somebody else’s. */
export function shouldRevalidate() {
  return true;
}

/** The elections of the area's councils, and what they mean for working together. */
export default function Elections({ loaderData, actionData }: Route.ComponentProps) {
  const { elections, near, canAdd, polls, holidays } = loaderData;
  const sent = { answer: actionData, formKey: useFormKey() };
  return (
    <div className="cg-measure">
      <PageTitle>Elections</PageTitle>
      <PeriodNotice periods={near} />
      {canAdd ? (
        <>
          <Details summary="Add an election of your council" open={actionData?.intent === "add"}>
            <ElectionForm intent="add" {...sent} />
          </Details>
          <Details summary="Look up elections to come" open={actionData?.intent === "look-up"}>
            <LookUp {...sent} />
          </Details>
        </>
      ) : null}
      {elections.length > 0 ? (
        <ElectionList elections={elections} {...sent} />
      ) : (
        <EmptyState title="No election is known">
          The council’s own editors, or a programme admin, can add one. Pages here then say when a
          pre-election period runs.
        </EmptyState>
      )}
      <HolidaysNote source={holidays} />
      <AfterPoll polls={polls} />
    </div>
  );
}
