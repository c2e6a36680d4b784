import { href } from "react-router";
import { planFormOptions } from "~/composition/meeting-form.server";
import { forbidden, formOf, readArea, submit } from "~/composition/request.server";
import { PlanForm } from "~/features/meetings/components/plan-form";
import { typedForm } from "~/features/meetings/components/typed-form";
import { planMeeting } from "~/features/meetings/meetings.commands.server";
import { canWrite } from "~/features/records/record.policy";
import { ErrorSummary } from "~/ui/error-summary";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/plan";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Plan a meeting") }];

export async function loader({ context, params }: Route.LoaderArgs) {
  return readArea(context, params.area, async (actor, { tx }) => {
    const allowed = canWrite(actor);
    if (allowed !== true) return forbidden(allowed);
    const { options, council } = await planFormOptions(tx, actor);
    return { options, defaults: { how: "in_person", council } };
  });
}

export async function action({ request, context, params }: Route.ActionArgs) {
  return submit(context, await formOf(request), planMeeting, { area: params.area }, ({ id }) => ({
    to: href("/areas/:area/meetings/:id", { area: params.area, id }),
    message: "Meeting planned.",
  }));
}

export default function PlanMeeting({ loaderData, actionData, params }: Route.ComponentProps) {
  const form = typedForm("plan-meeting", actionData, loaderData.defaults);
  return (
    <div className="cg-measure">
      <ErrorSummary errors={form.problems} />
      <PageTitle>Plan a meeting</PageTitle>
      <PlanForm
        form={form}
        options={loaderData.options}
        formKey={useFormKey()}
        what="plan"
        submitText="Save"
        cancelHref={href("/areas/:area/meetings", params)}
      />
    </div>
  );
}
