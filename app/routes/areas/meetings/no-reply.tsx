import { href } from "react-router";
import { planFormOptions } from "~/composition/meeting-form.server";
import { forbidden, formOf, readArea, submit } from "~/composition/request.server";
import { PlanForm } from "~/features/meetings/components/plan-form";
import { typedForm } from "~/features/meetings/components/typed-form";
import { recordNoReply } from "~/features/meetings/meetings.commands.server";
import { canWrite } from "~/features/records/record.policy";
import { ErrorSummary } from "~/ui/error-summary";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/no-reply";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Note an attempt without a reply") }];

export async function loader({ context, params }: Route.LoaderArgs) {
  return readArea(context, params.area, async (actor, { tx }) => {
    const allowed = canWrite(actor);
    if (allowed !== true) return forbidden(allowed);
    const { options, council } = await planFormOptions(tx, actor);
    return { options, defaults: { on: { quick: "today" }, how: "call", council } };
  });
}

export async function action({ request, context, params }: Route.ActionArgs) {
  return submit(context, await formOf(request), recordNoReply, { area: params.area }, ({ id }) => ({
    to: href("/areas/:area/meetings/:id", { area: params.area, id }),
    message: "Attempt noted. It is shown, and does not count as contact.",
  }));
}

export default function NoReply({ loaderData, actionData, params }: Route.ComponentProps) {
  const form = typedForm("no-reply", actionData, loaderData.defaults);
  return (
    <div className="cg-measure">
      <ErrorSummary errors={form.problems} />
      <PageTitle>Note an attempt without a reply</PageTitle>
      <PlanForm
        form={form}
        options={loaderData.options}
        formKey={useFormKey()}
        what="no-reply"
        submitText="Save"
        cancelHref={href("/areas/:area/meetings", params)}
      />
    </div>
  );
}
