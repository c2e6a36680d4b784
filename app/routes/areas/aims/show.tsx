import { href } from "react-router";
import { handleRecordIntent } from "~/composition/record-intents.server";
import { loadRecordPanel, requireRecord } from "~/composition/record-panel.server";
import { formOf, intentOf, notFound, readArea, submit } from "~/composition/request.server";
import { STAGE_WORDS } from "~/features/aims/aim-words";
import { acknowledgeAim, answerBelief, editAim } from "~/features/aims/aims.commands.server";
import { getAimPage } from "~/features/aims/aims.queries.server";
import { AimDetails } from "~/features/aims/components/aim-details";
import { AimSteps } from "~/features/aims/components/aim-steps";
import { RecordActions } from "~/features/records/components/record-actions";
import { idSchema } from "~/platform/ids";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { PrintButton } from "~/ui/print-button";
import { Tag } from "~/ui/tag";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/show";

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: documentTitle(loaderData?.view.title ?? "Aim") },
];

export async function loader({ context, params }: Route.LoaderArgs) {
  const id = idSchema.safeParse(params.id).data ?? notFound();
  const view = await readArea(context, params.area, async (actor, { tx }) => {
    return (await getAimPage(tx, actor, id)) ?? notFound();
  });
  return { view, panel: await loadRecordPanel(context, params.area, id) };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const id = idSchema.safeParse(params.id).data ?? notFound();
  const form = await formOf(request);
  await requireRecord(context, params.area, id, "aim");
  const to = href("/areas/:area/aims/:id", { area: params.area, id });
  const done = (message: string) => () => ({ to, message });
  switch (intentOf(form)) {
    case "acknowledge":
      return submit(context, form, acknowledgeAim, { id }, done("The aim is acknowledged."));
    case "answer":
      return submit(context, form, answerBelief, { id }, done("Your answer is saved."));
    case "edit":
      return submit(context, form, editAim, { id }, done("Your changes are saved."));
    default:
      return (await handleRecordIntent(context, form, { area: params.area, id }, to)) ?? notFound();
  }
}

/** A refused form may have been refused because somebody else saved meanwhile: what is shown is read again. */
export function shouldRevalidate() {
  return true;
}

/** One aim: whose it is, what was said to it, and what can be done now. */
export default function ShowAim({ loaderData, actionData }: Route.ComponentProps) {
  const { view, panel } = loaderData;
  const formKey = useFormKey();
  const settled = view.stage === "acknowledged" || view.stage === "answered";
  return (
    <>
      <PageTitle
        caption={view.belief ? `What ${view.statedBy} believes ${view.owner} wants` : "Aim"}
        aside={<Tag tone={settled ? "good" : "waiting"}>{STAGE_WORDS[view.stage]}</Tag>}
      >
        {view.title}
      </PageTitle>
      <AimDetails view={view} />
      <div className="cg-measure">
        <AimSteps can={view.can} aim={view} audience={panel.audience} answer={actionData} formKey={formKey} />
      </div>
      <RecordActions panel={panel} answer={actionData} formKey={formKey}>
        <PrintButton />
      </RecordActions>
    </>
  );
}
