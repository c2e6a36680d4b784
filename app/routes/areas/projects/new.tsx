import { href } from "react-router";
import { newPlanOptions } from "~/composition/plan-options.server";
import { forbidden, formOf, intentOf, notFound, readArea, submit } from "~/composition/request.server";
import { StepForm } from "~/features/projects/components/step-form";
import { newProjectForm } from "~/features/projects/project-form";
import { recordProject } from "~/features/projects/record-project.commands.server";
import { canWrite } from "~/features/records/record.policy";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/new";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Record a project") }];

export async function loader({ context, params }: Route.LoaderArgs) {
  return readArea(context, params.area, async (actor, { tx, today }) => {
    const may = canWrite(actor);
    return may === true ? newPlanOptions(tx, actor, today) : forbidden(may);
  });
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const form = await formOf(request);
  if (intentOf(form) !== "record") return notFound();
  return submit(context, form, recordProject, { area: params.area }, ({ id }) => ({
    to: href("/areas/:area/projects/:id", { area: params.area, id }),
    message: "The project is saved. Both sides see it.",
  }));
}

/** Records a piece of joint work. */
export default function NewProject({ loaderData, actionData }: Route.ComponentProps) {
  const { audience, ...options } = loaderData;
  return (
    <div className="cg-measure">
      <PageTitle>Record a project</PageTitle>
      <StepForm
        step={newProjectForm(options)}
        audience={audience}
        answer={actionData}
        formKey={useFormKey()}
        primary
      />
    </div>
  );
}
