import { href } from "react-router";
import { handleHandoverIntent } from "~/composition/handover-intents.server";
import { findHandoverView } from "~/composition/handover-page.server";
import { handleRecordIntent } from "~/composition/record-intents.server";
import { loadRecordPanel, requireRecord } from "~/composition/record-panel.server";
import { formOf, notFound, readArea } from "~/composition/request.server";
import { HandoverDetails } from "~/features/handovers/components/handover-details";
import { HANDOVER_TONES } from "~/features/handovers/components/handover-list";
import { OpenItems } from "~/features/handovers/components/open-items";
import { STATE_WORDS } from "~/features/handovers/handover";
import { ACTIONS } from "~/features/handovers/handover.transitions";
import { firstForm, otherForms } from "~/features/handovers/handover-forms";
import { Steps } from "~/features/projects/components/steps";
import { RecordActions } from "~/features/records/components/record-actions";
import { idSchema } from "~/platform/ids";
import { AppLink } from "~/ui/app-link";
import { ButtonGroup, LinkButton } from "~/ui/button";
import { formatDay } from "~/ui/format-date";
import { InsetText } from "~/ui/inset-text";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { PrintButton } from "~/ui/print-button";
import { Tag } from "~/ui/tag";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/show";

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: documentTitle(loaderData ? `Handover: ${loaderData.view.title}` : "Handover") },
];

export async function loader({ context, params }: Route.LoaderArgs) {
  const id = idSchema.safeParse(params.id).data ?? notFound();
  const view = await readArea(
    context,
    params.area,
    async (actor, reading) => (await findHandoverView(actor, reading, id)) ?? notFound(),
  );
  return { view, panel: await loadRecordPanel(context, params.area, id) };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const id = idSchema.safeParse(params.id).data ?? notFound();
  const form = await formOf(request);
  await requireRecord(context, params.area, id, "handover");
  const to = href("/areas/:area/handovers/:id", { area: params.area, id });
  return (
    (await handleHandoverIntent(context, form, id, to)) ??
    (await handleRecordIntent(context, form, { area: params.area, id }, to)) ??
    notFound()
  );
}

const linked = (to: { href: string; name: string } | null) =>
  to ? <AppLink href={to.href}>{to.name}</AppLink> : null;

/** One handover: who leaves and follows, what moves, and what can be done now. */
export default function ShowHandover({ loaderData, actionData, params }: Route.ComponentProps) {
  const { view, panel } = loaderData;
  const formKey = useFormKey();
  const { state, vacant, can } = view;
  return (
    <>
      <PageTitle
        caption={`Handover: ${view.outgoing.name}${view.incoming ? ` to ${view.incoming.name}` : ""}`}
        aside={<Tag tone={vacant ? "attention" : HANDOVER_TONES[state]}>{STATE_WORDS[state]}</Tag>}
      >
        {view.title}
      </PageTitle>
      {vacant ? (
        <InsetText>The post is empty since {formatDay(view.effectiveOn)}. Nobody follows yet.</InsetText>
      ) : null}
      <HandoverDetails
        view={view}
        outgoing={linked(view.outgoing)}
        incoming={linked(view.incoming)}
        metAt={view.metAt ? <AppLink href={view.metAt.href}>{view.metAt.title}</AppLink> : null}
      />
      {view.withdrawn ? null : (
        <ButtonGroup>
          <LinkButton variant="secondary" href={href("/areas/:area/handovers/:id/brief", params)}>
            Read the brief
          </LinkButton>
          <AppLink reload href={href("/areas/:area/handovers/:id/brief.pdf", params)}>
            The brief as a PDF
          </AppLink>
        </ButtonGroup>
      )}
      <div className="cg-measure">
        <Steps
          title="What can be done"
          first={firstForm(view)}
          actions={ACTIONS}
          groups={[{ title: null, steps: otherForms(view) }]}
          audience={panel.audience}
          answer={actionData}
          formKey={formKey}
        />
        {view.withdrawn ? null : (
          <OpenItems
            outgoing={view.outgoing.name}
            incoming={view.incoming?.name ?? null}
            open={view.open}
            moved={view.moved}
            can={{ move: can.includes("move-items"), undo: can.includes("undo-move") }}
            formKey={formKey}
          />
        )}
      </div>
      <RecordActions panel={panel} answer={actionData} formKey={formKey}>
        <PrintButton />
      </RecordActions>
    </>
  );
}
