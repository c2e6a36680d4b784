import { href } from "react-router";
import { handlePaperIntent } from "~/composition/partnership-intents.server";
import { readOwn } from "~/composition/partnership-page.server";
import { formOf } from "~/composition/request.server";
import { planItem } from "~/features/partnership/components/paper-items";
import { PaperPage } from "~/features/partnership/components/paper-page";
import { findPlanTexts } from "~/features/partnership/lines.queries.server";
import { planQuestions } from "~/features/partnership/question";
import { documentTitle } from "~/ui/page-title";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/plan";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("The plan") }];

export async function loader({ context, params }: Route.LoaderArgs) {
  return readOwn(context, params.area, async (actor, { tx }) => ({ lines: await findPlanTexts(tx, actor) }));
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const to = href("/areas/:area/partnership/plan", params);
  return handlePaperIntent(context, "plan", { area: params.area, form: await formOf(request), to });
}

/** A refused form is shown beside what is saved now: after a conflict that is somebody else’s. */
export function shouldRevalidate() {
  return true;
}

/** The vision, the plan, its refreshes and what follows, in the words of their day. */
export default function Plan({ loaderData, actionData, params }: Route.ComponentProps) {
  const { lines, canKeep, audience } = loaderData;
  return (
    <PaperPage
      kind="plan"
      back={href("/areas/:area/partnership", params)}
      title="The plan"
      add="Add words"
      empty="No words of the plan are written down yet"
      questions={planQuestions}
      items={lines.map((line) => planItem(line))}
      canKeep={canKeep}
      audience={audience}
      answer={actionData}
      formKey={useFormKey()}
    />
  );
}
