import { href } from "react-router";
import { requireRecord } from "~/composition/record-panel.server";
import { forbidden, formOf, intentOf, notFound, readArea, submit } from "~/composition/request.server";
import { getAreaFrame } from "~/features/areas/areas.queries.server";
import { StepForm } from "~/features/projects/components/step-form";
import { getProjectPage } from "~/features/projects/project.queries.server";
import { editProjectForm } from "~/features/projects/project-form";
import { editProject } from "~/features/projects/record-project.commands.server";
import { audienceWords } from "~/features/records/record";
import { idSchema } from "~/platform/ids";
import { AppLink } from "~/ui/app-link";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/edit";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Change a project") }];

export async function loader({ context, params }: Route.LoaderArgs) {
  const id = idSchema.safeParse(params.id).data ?? notFound();
  return readArea(context, params.area, async (actor, { tx, today }) => {
    const project = (await getProjectPage(tx, actor, id, today)) ?? notFound();
    if (!project.can.includes("edit"))
      return forbidden("Only an editor of the side that recorded it can change it.");
    const { councils } = await getAreaFrame(tx, actor);
    const { title, aim, caseText, involves, startedOn, revision, relationshipId, sides } = project;
    const seenBy = relationshipId === null ? councils.map(({ name }) => name) : [sides.council];
    const audience = audienceWords("shared", actor, seenBy);
    return { words: { title, aim, caseText, involves, startedOn, revision }, audience };
  });
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const id = idSchema.safeParse(params.id).data ?? notFound();
  const form = await formOf(request);
  await requireRecord(context, params.area, id, "project");
  if (intentOf(form) !== "edit") return notFound();
  return submit(context, form, editProject, { id }, () => ({
    to: href("/areas/:area/projects/:id", { area: params.area, id }),
    message: "Your changes are saved.",
  }));
}

/** Changes a project's words. */
export default function EditProject({ loaderData, actionData, params }: Route.ComponentProps) {
  const { words, audience } = loaderData;
  return (
    <div className="cg-measure">
      <PageTitle caption={words.title}>Change this project</PageTitle>
      <StepForm
        step={editProjectForm(words)}
        audience={audience}
        answer={actionData}
        formKey={useFormKey()}
        primary
      />
      <p className="govuk-body">
        <AppLink href={href("/areas/:area/projects/:id", params)}>Cancel</AppLink>
      </p>
    </div>
  );
}
