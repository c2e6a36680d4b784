import { href } from "react-router";
import { handlePaperIntent } from "~/composition/partnership-intents.server";
import { readOwn } from "~/composition/partnership-page.server";
import { formOf } from "~/composition/request.server";
import { policyItem } from "~/features/partnership/components/paper-items";
import { PaperPage } from "~/features/partnership/components/paper-page";
import { findPolicies } from "~/features/partnership/lines.queries.server";
import { policyQuestions } from "~/features/partnership/question";
import { documentTitle } from "~/ui/page-title";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/policies";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Policies of the partnership") }];

export async function loader({ context, params }: Route.LoaderArgs) {
  return readOwn(context, params.area, async (actor, { tx, today }) => ({
    today,
    lines: await findPolicies(tx, actor),
  }));
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const to = href("/areas/:area/partnership/policies", params);
  return handlePaperIntent(context, "policy", { area: params.area, form: await formOf(request), to });
}

/** A refused form is shown beside what is saved now: after a conflict that is somebody else’s. */
export function shouldRevalidate() {
  return true;
}

/** The policies the partnership has agreed for itself. */
export default function Policies({ loaderData, actionData, params }: Route.ComponentProps) {
  const { lines, canKeep, audience } = loaderData;
  return (
    <PaperPage
      kind="policy"
      back={href("/areas/:area/partnership", params)}
      title="Policies"
      add="Add a policy"
      empty="No policy is written down yet"
      questions={policyQuestions}
      items={lines.map((line) => policyItem(line, loaderData.today))}
      canKeep={canKeep}
      audience={audience}
      answer={actionData}
      formKey={useFormKey()}
    />
  );
}
