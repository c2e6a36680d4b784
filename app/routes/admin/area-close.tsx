import { href } from "react-router";
import { readAdmin, requireAdmin } from "~/composition/admin.server";
import { findCloseOut } from "~/composition/close-out.server";
import { formOf, intentOf, notFound, submit } from "~/composition/request.server";
import { findArea } from "~/features/areas/area-register.queries.server";
import {
  beginClosing,
  confirmClosing,
  makeLegacy,
  nameSteward,
  reopenArea,
  stopClosing,
} from "~/features/areas/close-area.commands.server";
import { findStewardChoices } from "~/features/areas/close-out.queries.server";
import { AdminCloseForms } from "~/features/areas/components/close-forms";
import { CloseOut } from "~/features/areas/components/close-out";
import { idSchema } from "~/platform/ids";
import { FormButton } from "~/ui/form-button";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/area-close";

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: documentTitle(`When ${loaderData?.name ?? "an area"} closes`) },
];

export async function loader({ context, params }: Route.LoaderArgs) {
  const id = idSchema.safeParse(params.id).data ?? notFound();
  return readAdmin(context, async (_, { tx, today }) => {
    const { relationships } = (await findArea(tx, id)) ?? notFound();
    const asked = {
      where: { id },
      relationshipIds: relationships.map((one) => one.id),
      showsReview: true,
    };
    const found = (await findCloseOut(tx, asked, today)) ?? notFound();
    return { ...found, stewards: await findStewardChoices(tx, id) };
  });
}

export async function action({ request, context, params }: Route.ActionArgs) {
  await requireAdmin(context);
  const id = idSchema.safeParse(params.id).data ?? notFound();
  const { slug } = await readAdmin(context, async (_, { tx }) => (await findArea(tx, id)) ?? notFound());
  const form = await formOf(request);
  const done = (message: string) => () => ({ to: href("/admin/areas/:id/close", { id }), message });
  switch (intentOf(form)) {
    case "begin":
      return submit(context, form, beginClosing, { slug }, done("Both sides are told that it closes."));
    case "stop":
      return submit(context, form, stopClosing, { slug }, done("The area stays open."));
    case "confirm":
      return submit(context, form, confirmClosing, { slug }, done("The day is confirmed."));
    case "steward":
      return submit(context, form, nameSteward, { slug }, done("The steward is named."));
    case "make-legacy":
      return submit(context, form, makeLegacy, { slug }, done("The area is kept as a legacy."));
    case "reopen":
      return submit(context, form, reopenArea, { slug }, done("The area is open again."));
    default:
      return notFound();
  }
}

/** An area's end, as an admin confirms it. What it records is not here: only how much is open. */
export default function AreaClose({ loaderData, actionData }: Route.ComponentProps) {
  const { stewards, stewardId, steps, ...area } = loaderData;
  const formKey = useFormKey();
  return (
    <div className="cg-measure">
      <PageTitle caption={area.name}>When the area closes</PageTitle>
      <CloseOut {...area} />
      {steps.includes("stop") ? (
        <FormButton fields={{ intent: "stop" }} variant="secondary" idempotencyKey={formKey}>
          It stays open after all
        </FormButton>
      ) : null}
      {steps.includes("make-legacy") ? (
        <FormButton fields={{ intent: "make-legacy" }} variant="secondary" idempotencyKey={formKey}>
          Keep it as a legacy
        </FormButton>
      ) : null}
      <AdminCloseForms {...{ steps, stewards, steward: stewardId, answer: actionData, formKey }} />
    </div>
  );
}
