import { href } from "react-router";
import { findCloseOut } from "~/composition/close-out.server";
import { formOf, intentOf, notFound, readArea, submit } from "~/composition/request.server";
import { beginClosing, stopClosing } from "~/features/areas/close-area.commands.server";
import { BeginClosingForm } from "~/features/areas/components/close-forms";
import { CloseOut } from "~/features/areas/components/close-out";
import { liveTies } from "~/features/identity/actor";
import { FormButton } from "~/ui/form-button";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/close";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("When the area closes") }];

export async function loader({ context, params }: Route.LoaderArgs) {
  return readArea(context, params.area, async (actor, { tx, today }) => {
    const isCommunity = actor.side === "community";
    const asked = {
      where: { slug: params.area },
      relationshipIds: liveTies(actor).map(({ id }) => id),
      showsReview: isCommunity,
    };
    const { steps, ...found } = (await findCloseOut(tx, asked, today)) ?? notFound();
    const leads = isCommunity && actor.role === "lead";
    return {
      ...found,
      can: { begin: leads && steps.includes("begin"), stop: leads && steps.includes("stop") },
    };
  });
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const slug = params.area;
  // An admin's own page of this is another: here it is for those who stand in the area.
  await readArea(context, slug, async () => null);
  const to = href("/areas/:area/close", { area: slug });
  const form = await formOf(request);
  switch (intentOf(form)) {
    case "begin":
      return submit(context, form, beginClosing, { slug }, () => ({ to, message: "Both sides are told." }));
    case "stop":
      return submit(context, form, stopClosing, { slug }, () => ({ to, message: "The area stays open." }));
    default:
      return notFound();
  }
}

/** How the area comes to its end: what is still to settle, and, for who leads the partnership, saying so. */
export default function Close({ loaderData, actionData, params }: Route.ComponentProps) {
  const { can, ...area } = loaderData;
  const formKey = useFormKey();
  return (
    <div className="cg-measure">
      <PageTitle caption={area.name}>When the area closes</PageTitle>
      <CloseOut {...area} hrefOf={(page) => `${href("/areas/:area", params)}/${page}`} />
      {can.begin ? (
        <>
          <h2 className="govuk-heading-m">Say that it is to close</h2>
          <BeginClosingForm answer={actionData} formKey={formKey} />
        </>
      ) : null}
      {can.stop ? (
        <FormButton fields={{ intent: "stop" }} variant="secondary" idempotencyKey={formKey}>
          It stays open after all
        </FormButton>
      ) : null}
    </div>
  );
}
