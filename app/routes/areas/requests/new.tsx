import { href } from "react-router";
import { forbidden, formOf, intentOf, notFound, readArea, submit } from "~/composition/request.server";
import { getAreaFrame } from "~/features/areas/areas.queries.server";
import { liveTies, otherSide } from "~/features/identity/actor";
import { findPeopleOf } from "~/features/people/people.queries.server";
import { audienceWords } from "~/features/records/record";
import { canWrite } from "~/features/records/record.policy";
import { askRequest } from "~/features/requests/ask-request.commands.server";
import { RequestForm } from "~/features/requests/components/request-form";
import { findDefaultTarget } from "~/features/requests/request.queries.server";
import { idSchema } from "~/platform/ids";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/new";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Ask the other side") }];

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const meeting = idSchema.safeParse(new URL(request.url).searchParams.get("meeting")).data;
  return readArea(context, params.area, async (actor, { tx, today }) => {
    const may = canWrite(actor);
    if (may !== true) return forbidden(may);
    const { councils } = await getAreaFrame(tx, actor);
    const [only, ...others] = liveTies(actor);
    const usual =
      only && others.length === 0
        ? await findDefaultTarget(tx, actor, only.id, today)
        : { workingDays: null };
    const people = await findPeopleOf(tx, actor, today);
    return {
      councils: actor.side === "community" ? councils : [],
      workingDays: usual.workingDays,
      people: people
        .filter(({ side }) => side === otherSide(actor.side))
        .map(({ id, name, organisation }) => ({ id, name, organisation })),
      audience: audienceWords(
        "shared",
        actor,
        councils.length > 1 && actor.side === "community"
          ? ["the council it is about"]
          : councils.map((c) => c.name),
      ),
      meetingId: meeting,
    };
  });
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const form = await formOf(request);
  if (intentOf(form) !== "ask") return notFound();
  return submit(context, form, askRequest, { area: params.area }, ({ id }) => ({
    to: href("/areas/:area/requests/:id", { area: params.area, id }),
    message: "Your request is saved. Both sides see it.",
  }));
}

/** Asks the other side for something. */
export default function NewRequest({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <div className="cg-measure">
      <PageTitle>Ask the other side</PageTitle>
      <RequestForm {...loaderData} answer={actionData} formKey={useFormKey()} />
    </div>
  );
}
