import { href } from "react-router";
import {
  acceptChange,
  declineChange,
  findMovableDay,
  withdrawChange,
} from "~/composition/day-proposals.server";
import { recordHref } from "~/composition/record-href";
import { handleRecordIntent } from "~/composition/record-intents.server";
import { loadRecordPanel, requireRecord } from "~/composition/record-panel.server";
import { formOf, intentOf, notFound, readArea, submit } from "~/composition/request.server";
import { ProposalDetails } from "~/features/agreements/components/proposal-details";
import { PROPOSAL_TONES } from "~/features/agreements/components/proposal-list";
import { ProposalSteps } from "~/features/agreements/components/proposal-steps";
import { findVersionNumber } from "~/features/agreements/mou-versions.queries.server";
import { getProposalPage } from "~/features/agreements/proposal.queries.server";
import { STATE_WORDS } from "~/features/agreements/proposal.transitions";
import { getRelationshipsOf } from "~/features/areas/areas.queries.server";
import { RecordActions } from "~/features/records/components/record-actions";
import { sideNames } from "~/features/records/side-names";
import { idSchema } from "~/platform/ids";
import { AppLink } from "~/ui/app-link";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { PrintButton } from "~/ui/print-button";
import { Tag } from "~/ui/tag";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/show";

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: documentTitle(loaderData?.view.title ?? "Proposal") },
];

export async function loader({ context, params }: Route.LoaderArgs) {
  const id = idSchema.safeParse(params.id).data ?? notFound();
  const page = await readArea(context, params.area, async (actor, { tx, today }) => {
    const { relationshipId, versionId, aboutRecord, ...view } =
      (await getProposalPage(tx, actor, id)) ?? notFound();
    const relationships = await getRelationshipsOf(tx, actor);
    const number = versionId && (await findVersionNumber(tx, versionId));
    const day =
      view.about === "date" && view.state === "open" && view.ownSide === view.toSide
        ? await findMovableDay(tx, actor, aboutRecord ? aboutRecord.id : null, today)
        : null;
    const aboutHref = aboutRecord && recordHref(aboutRecord.kind, params.area, aboutRecord.id);
    return {
      view,
      sides: sideNames(relationships.find((each) => each.id === relationshipId)?.council ?? null),
      movesTo:
        day?.waiting && aboutRecord
          ? { id: day.waiting.id, title: aboutRecord.title, day: day.waiting.newDueOn }
          : null,
      changes: aboutRecord && aboutHref ? { title: aboutRecord.title, href: aboutHref } : null,
      difference:
        number && aboutHref
          ? { number, href: `${aboutHref}/versions?from=${number.before}&to=${number.own}#difference` }
          : null,
    };
  });
  return { ...page, panel: await loadRecordPanel(context, params.area, id) };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const id = idSchema.safeParse(params.id).data ?? notFound();
  const form = await formOf(request);
  await requireRecord(context, params.area, id, "proposal");
  const to = href("/areas/:area/proposals/:id", { area: params.area, id });
  const done = (message: string) => () => ({ to, message });
  switch (intentOf(form)) {
    case "accept":
      return submit(context, form, acceptChange, { id }, done("Accepted."));
    case "decline":
      return submit(context, form, declineChange, { id }, done("The answer is saved, with its reasons."));
    case "withdraw":
      return submit(context, form, withdrawChange, { id }, done("The proposal is taken back."));
    default:
      return (await handleRecordIntent(context, form, { area: params.area, id }, to)) ?? notFound();
  }
}

/** One proposal: what would change, and what was said to it. */
export default function ShowProposal({ loaderData, actionData }: Route.ComponentProps) {
  const { view, sides, changes, difference, movesTo, panel } = loaderData;
  const formKey = useFormKey();
  return (
    <>
      <PageTitle
        caption="Proposal"
        aside={<Tag tone={PROPOSAL_TONES[view.state]}>{STATE_WORDS[view.state]}</Tag>}
      >
        {view.title}
      </PageTitle>
      <ProposalDetails
        view={view}
        sides={sides}
        changes={changes ? <AppLink href={changes.href}>{changes.title}</AppLink> : null}
        difference={
          difference ? (
            <AppLink href={difference.href}>
              From version {difference.number.before} to version {difference.number.own}
            </AppLink>
          ) : null
        }
      />
      <div className="cg-measure">
        <ProposalSteps
          can={view.can}
          asked={view.ownSide === view.toSide}
          movesTo={movesTo}
          changesAgreement={view.about === "agreement"}
          audience={panel.audience}
          answer={actionData}
          formKey={formKey}
        />
      </div>
      <RecordActions panel={panel} answer={actionData} formKey={formKey}>
        <PrintButton />
      </RecordActions>
    </>
  );
}
