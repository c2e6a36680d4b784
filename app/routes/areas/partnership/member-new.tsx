import { href } from "react-router";
import { findMemberOptions, readOwn } from "~/composition/partnership-page.server";
import { forbidden, formOf, submit } from "~/composition/request.server";
import { LineForm } from "~/features/partnership/components/line-form";
import { keepMember } from "~/features/partnership/members.commands.server";
import { canKeep } from "~/features/partnership/partnership.policy";
import { memberQuestions } from "~/features/partnership/question";
import { BackLink } from "~/ui/breadcrumbs";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/member-new";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Add a member") }];

export async function loader({ context, params }: Route.LoaderArgs) {
  return readOwn(context, params.area, (actor, reading) => {
    const allowed = canKeep(actor);
    return allowed === true ? findMemberOptions(actor, reading) : forbidden(allowed);
  });
}

export async function action({ request, context, params: { area } }: Route.ActionArgs) {
  return submit(context, await formOf(request), keepMember, { area }, ({ id }) => ({
    to: href("/areas/:area/partnership/members/:id", { area, id }),
    message: "The member is written down.",
  }));
}

/** Writes down a member. */
export default function NewMember({ loaderData, actionData, params }: Route.ComponentProps) {
  const { people, others, audience } = loaderData;
  return (
    <div className="cg-measure">
      <BackLink href={href("/areas/:area/partnership/members", params)}>Members</BackLink>
      <PageTitle caption="The partnership">Add a member</PageTitle>
      <LineForm
        intent="add"
        questions={memberQuestions(people, others)}
        first={{ kin: "not_asked", startsOn: {} }}
        audience={audience}
        button="Save member"
        answer={actionData}
        formKey={useFormKey()}
      />
    </div>
  );
}
