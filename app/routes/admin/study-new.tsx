import { href } from "react-router";
import { requireAdmin } from "~/composition/admin.server";
import { formOf, intentOf, notFound, submit } from "~/composition/request.server";
import { loadNewStudy } from "~/composition/studies.server";
import { StudyForm } from "~/features/releases/components/study-form";
import { openStudy } from "~/features/releases/studies.commands.server";
import { BackLink } from "~/ui/breadcrumbs";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/study-new";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Open a study") }];

export async function loader({ context }: Route.LoaderArgs) {
  return loadNewStudy(context);
}

export async function action({ request, context }: Route.ActionArgs) {
  await requireAdmin(context);
  const form = await formOf(request);
  if (intentOf(form) !== "open") return notFound();
  return submit(context, form, openStudy, {}, ({ id }) => ({
    to: href("/admin/studies/:id", { id }),
    message: "The study is open. Now let its people in.",
  }));
}

/** Opens a study. */
export default function NewStudy({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <div className="cg-measure">
      <BackLink href={href("/admin/studies")}>Studies</BackLink>
      <PageTitle>Open a study</PageTitle>
      <StudyForm {...loaderData} answer={actionData} formKey={useFormKey()} />
    </div>
  );
}
