import { href } from "react-router";
import { forbidden, formOf, intentOf, notFound, readArea, submit } from "~/composition/request.server";
import { MouForm } from "~/features/agreements/components/mou-form";
import { draftMou } from "~/features/agreements/draft-mou.commands.server";
import { MOU_TEMPLATE } from "~/features/agreements/mou-template";
import { findReplaceable } from "~/features/agreements/mous.queries.server";
import { getAreaFrame } from "~/features/areas/areas.queries.server";
import { audienceWords } from "~/features/records/record";
import { canWrite } from "~/features/records/record.policy";
import { AppLink } from "~/ui/app-link";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/new";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Write an agreement") }];

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const search = new URL(request.url).searchParams;
  return readArea(context, params.area, async (actor, { tx, today }) => {
    const may = canWrite(actor);
    if (may !== true) return forbidden(may);
    const { councils } = await getAreaFrame(tx, actor);
    const replaceable = await findReplaceable(tx, actor, today);
    return {
      councils: actor.side === "community" ? councils : [],
      asksKind: actor.side === "community",
      replaceable,
      replacesId: replaceable.find(({ id }) => id === search.get("replaces"))?.id,
      fromTemplate: search.get("from") === "template",
      values: search.get("from") === "template" ? MOU_TEMPLATE : {},
      audience: `${audienceWords("side", actor, [])} Once a lead proposes it, both sides see it.`,
    };
  });
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const form = await formOf(request);
  if (intentOf(form) !== "draft") return notFound();
  return submit(context, form, draftMou, { area: params.area }, ({ id }) => ({
    to: href("/areas/:area/agreements/:id", { area: params.area, id }),
    message: "Your draft is saved. Only your side sees it until it is proposed.",
  }));
}

/** Begins an agreement as a draft of one's own side. */
export default function NewAgreement({ loaderData, actionData, params }: Route.ComponentProps) {
  const { fromTemplate, ...form } = loaderData;
  const own = href("/areas/:area/agreements/new", params);
  return (
    <div className="cg-measure">
      <PageTitle>Write an agreement</PageTitle>
      <p className="govuk-body">
        {fromTemplate ? (
          <>
            These are words to start from. Change them, and fill in or take out what stands in square
            brackets. <AppLink href={own}>Start with an empty page instead</AppLink>
          </>
        ) : (
          <AppLink href={`${own}?from=template`}>Start from a template</AppLink>
        )}
      </p>
      <MouForm
        {...form}
        intent="draft"
        submit="Save the draft"
        answer={actionData}
        formKey={useFormKey()}
        key={String(fromTemplate)}
      />
    </div>
  );
}
