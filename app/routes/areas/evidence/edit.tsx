import { href } from "react-router";
import { editEntry } from "~/composition/publicity-entries.server";
import { forbidden, formOf, intentOf, notFound, readArea, submit } from "~/composition/request.server";
import { EvidenceForm } from "~/features/evidence/components/evidence-form";
import { getEvidenceForm } from "~/features/evidence/evidence.queries.server";
import { LEVEL_WORDS } from "~/features/records/record";
import { idSchema } from "~/platform/ids";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/edit";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Change an entry") }];

type Context = Route.LoaderArgs["context"];

/** The form of an entry this reader sees, whoever may change it. */
async function findForm(context: Context, params: { area: string; id: string }) {
  const id = idSchema.safeParse(params.id).data ?? notFound();
  return readArea(context, params.area, async (actor, { tx, today }) => {
    return (await getEvidenceForm(tx, actor, id, today)) ?? notFound();
  });
}

export async function loader({ context, params }: Route.LoaderArgs) {
  const { may, level, ...form } = await findForm(context, params);
  return may === true ? { ...form, audience: `${LEVEL_WORDS[level]}.` } : forbidden(may);
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const form = await formOf(request);
  if (intentOf(form) !== "edit") return notFound();
  const { kind } = await findForm(context, params);
  return submit(context, form, editEntry, { id: params.id, kind: kind.id }, ({ id }) => ({
    to: href("/areas/:area/evidence/:id", { area: params.area, id }),
    message: "Your changes are saved.",
  }));
}

/** A refused form may have been refused because somebody else saved meanwhile: what is shown is read again. */
export function shouldRevalidate() {
  return true;
}

/** Changes what an entry says. */
export default function EditEvidence({ loaderData, actionData }: Route.ComponentProps) {
  const { kind, title, ...form } = loaderData;
  return (
    <div className="cg-measure">
      <PageTitle caption={title}>Change: {kind.one}</PageTitle>
      <EvidenceForm
        {...form}
        councils={[]}
        intent="edit"
        answer={actionData}
        formKey={useFormKey()}
        key={form.revision}
      />
    </div>
  );
}
