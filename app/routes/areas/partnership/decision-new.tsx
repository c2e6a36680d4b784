import { href } from "react-router";
import { findMeetingOptions, findVoters, readOwn } from "~/composition/partnership-page.server";
import { forbidden, formOf, submit } from "~/composition/request.server";
import { LineForm } from "~/features/partnership/components/line-form";
import { VoteInputs } from "~/features/partnership/components/vote-inputs";
import { keepDecision } from "~/features/partnership/decisions.commands.server";
import { canKeep } from "~/features/partnership/partnership.policy";
import { decisionQuestions } from "~/features/partnership/question";
import { BackLink } from "~/ui/breadcrumbs";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/decision-new";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Add a decision") }];

export async function loader({ context, params }: Route.LoaderArgs) {
  return readOwn(context, params.area, async (actor, reading) => {
    const allowed = canKeep(actor);
    if (allowed !== true) return forbidden(allowed);
    const meetings = await findMeetingOptions(actor, reading);
    return { meetings, voters: await findVoters(actor, reading, null) };
  });
}

export async function action({ request, context, params: { area } }: Route.ActionArgs) {
  return submit(context, await formOf(request), keepDecision, { area }, ({ id }) => ({
    to: href("/areas/:area/partnership/decisions/:id", { area, id }),
    message: "The decision is written down.",
  }));
}

/** Writes down a decision, or one to come. */
export default function NewDecision({ loaderData, actionData, params }: Route.ComponentProps) {
  const { meetings, voters, audience } = loaderData;
  return (
    <div className="cg-measure">
      <BackLink href={href("/areas/:area/partnership/decisions", params)}>Decisions</BackLink>
      <PageTitle caption="The partnership">Add a decision</PageTitle>
      <LineForm
        intent="add"
        questions={decisionQuestions(meetings)}
        audience={audience}
        button="Save decision"
        more={(typed) => <VoteInputs voters={voters} saved={[]} typed={typed?.votes} />}
        answer={actionData}
        formKey={useFormKey()}
      />
    </div>
  );
}
