import { href } from "react-router";
import { milestoneOptions } from "~/composition/plan-options.server";
import { forbidden, formOf, intentOf, notFound, readArea, submit } from "~/composition/request.server";
import { StepForm } from "~/features/projects/components/step-form";
import { newMilestoneForm } from "~/features/projects/milestone-form";
import { recordMilestone } from "~/features/projects/record-milestone.commands.server";
import { canWrite } from "~/features/records/record.policy";
import { idSchema } from "~/platform/ids";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/new";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Set a milestone") }];

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const search = new URL(request.url).searchParams;
  const start = {
    projectId: idSchema.safeParse(search.get("project")).data ?? null,
    parentId: idSchema.safeParse(search.get("parent")).data ?? null,
  };
  return readArea(context, params.area, async (actor, { tx, today }) => {
    const may = canWrite(actor);
    if (may !== true) return forbidden(may);
    return { start, ...(await milestoneOptions(tx, actor, today, null)) };
  });
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const form = await formOf(request);
  if (intentOf(form) !== "record") return notFound();
  return submit(context, form, recordMilestone, { area: params.area }, ({ id }) => ({
    to: href("/areas/:area/milestones/:id", { area: params.area, id }),
    message: "The milestone is saved. Both sides see it.",
  }));
}

/** Sets a milestone of a project or of the area. */
export default function NewMilestone({ loaderData, actionData }: Route.ComponentProps) {
  const { audience, start, ...options } = loaderData;
  return (
    <div className="cg-measure">
      <PageTitle>Set a milestone</PageTitle>
      <StepForm
        step={newMilestoneForm(options, start)}
        audience={audience}
        answer={actionData}
        formKey={useFormKey()}
        primary
      />
    </div>
  );
}
