import { href } from "react-router";
import { findMovableDay, proposeChange } from "~/composition/day-proposals.server";
import { forbidden, formOf, intentOf, notFound, readArea, submit } from "~/composition/request.server";
import { ProposalForm } from "~/features/agreements/components/proposal-form";
import { getAreaFrame } from "~/features/areas/areas.queries.server";
import { audienceWords } from "~/features/records/record";
import { canWrite } from "~/features/records/record.policy";
import { findBase } from "~/features/records/record.queries.server";
import { idSchema } from "~/platform/ids";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/new";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Propose a change") }];

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const aboutId = idSchema.safeParse(new URL(request.url).searchParams.get("about")).data;
  return readArea(context, params.area, async (actor, { tx, today }) => {
    const may = canWrite(actor);
    if (may !== true) return forbidden(may);
    const { councils } = await getAreaFrame(tx, actor);
    const found = aboutId ? await findBase(tx, actor, aboutId) : null;
    const about = found?.level === "shared" ? found : null;
    const day = about && (await findMovableDay(tx, actor, about.id, today));
    const names = councils.map(({ name }) => name);
    const asked = actor.side === "community" && councils.length > 1 ? ["the council it is put to"] : names;
    return {
      councils: actor.side === "community" && !about?.relationshipId ? councils : [],
      about: about && { id: about.id, title: about.title, day: day?.canMove ? day.on : null },
      audience: audienceWords("shared", actor, asked),
    };
  });
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const form = await formOf(request);
  if (intentOf(form) !== "make") return notFound();
  return submit(context, form, proposeChange, { area: params.area }, ({ id }) => ({
    to: href("/areas/:area/proposals/:id", { area: params.area, id }),
    message: "Your proposal is saved. Both sides see it.",
  }));
}

/** Puts a change to the other side. */
export default function NewProposal({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <div className="cg-measure">
      <PageTitle>Propose a change</PageTitle>
      <ProposalForm {...loaderData} answer={actionData} formKey={useFormKey()} />
    </div>
  );
}
