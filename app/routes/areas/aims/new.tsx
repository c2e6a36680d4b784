import { href } from "react-router";
import { forbidden, formOf, intentOf, notFound, readArea, submit } from "~/composition/request.server";
import { stateAim } from "~/features/aims/aims.commands.server";
import { StateForm } from "~/features/aims/components/aim-forms";
import { getAreaFrame } from "~/features/areas/areas.queries.server";
import { otherSide } from "~/features/identity/actor";
import { audienceWords } from "~/features/records/record";
import { canWrite } from "~/features/records/record.policy";
import { sideNames } from "~/features/records/side-names";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/new";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("State an aim") }];

export async function loader({ context, params }: Route.LoaderArgs) {
  return readArea(context, params.area, async (actor, { tx }) => {
    const may = canWrite(actor);
    if (may !== true) return forbidden(may);
    const { councils } = await getAreaFrame(tx, actor);
    const several = councils.length > 1 && actor.side === "community";
    const sides = several
      ? { community: "the partnership", council: "the council" }
      : sideNames(councils[0]?.name ?? null);
    const named = several ? ["the council it is about"] : councils.map(({ name }) => name);
    return {
      councils: actor.side === "community" ? councils : [],
      own: sides[actor.side],
      other: sides[otherSide(actor.side)],
      audience: audienceWords("shared", actor, named),
    };
  });
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const form = await formOf(request);
  if (intentOf(form) !== "state") return notFound();
  return submit(context, form, stateAim, { area: params.area }, ({ id }) => ({
    to: href("/areas/:area/aims/:id", { area: params.area, id }),
    message: "The aim is saved. Both sides see it.",
  }));
}

/** States an aim of one's own, or what the other side seems to want. */
export default function NewAim({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <div className="cg-measure">
      <PageTitle>State an aim</PageTitle>
      <StateForm {...loaderData} answer={actionData} formKey={useFormKey()} />
    </div>
  );
}
