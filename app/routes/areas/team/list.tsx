import { href } from "react-router";
import { accountMailIsOn } from "~/composition/account-mail.server";
import { formOf, intentOf, notFound, submit } from "~/composition/request.server";
import { readTeam } from "~/composition/team-page.server";
import { InviteToSideForm } from "~/features/identity/components/invite-forms";
import { OpenInvitations } from "~/features/identity/components/open-invitations";
import { TeamTable } from "~/features/identity/components/team-table";
import {
  inviteToSide,
  resendInvitation,
  withdrawInvitation,
} from "~/features/identity/invitations.commands.server";
import { idSchema } from "~/platform/ids";
import { Details } from "~/ui/details";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/list";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Your team") }];

export function loader({ context, params }: Route.LoaderArgs) {
  return readTeam(context, params.area);
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const form = await formOf(request);
  const done = (message: string) => () => ({ to: href("/areas/:area/team", params), message });
  const [verb, invitation] = intentOf(form).split(" ");
  const said = "A mail is on its way. The invitation can be accepted for seven days.";
  if (verb === "invite") {
    if (!(await accountMailIsOn())) return notFound();
    return submit(context, form, inviteToSide, { area: params.area }, done(said));
  }
  const one = { id: idSchema.safeParse(invitation).data ?? notFound(), area: params.area };
  if (verb === "resend") return submit(context, form, resendInvitation, one, done(said));
  if (verb === "withdraw")
    return submit(context, form, withdrawInvitation, one, done("The invitation is taken back."));
  return notFound();
}

/** Who of one's own side uses this tracker, and who is invited. */
export default function Team({ loaderData, actionData, params }: Route.ComponentProps) {
  const { organisation, members, leads, hasMail, invitations, people, canReachAll } = loaderData;
  const formKey = useFormKey();
  const rows = (here: boolean) => members.filter(({ isHere }) => isHere === here);
  const hrefFor = (id: string) => href("/areas/:area/team/:id", { area: params.area, id });
  return (
    <>
      <PageTitle caption={organisation}>Your team</PageTitle>
      <p className="govuk-body">Who of your side uses this tracker, and what they may do.</p>
      {leads && hasMail ? (
        <Details summary="Invite somebody" open={actionData?.intent === "invite"}>
          <InviteToSideForm answer={actionData} formKey={formKey} people={people} canReachAll={canReachAll} />
        </Details>
      ) : null}
      {leads && !hasMail ? (
        <p className="govuk-body">This tracker sends no mail: ask a programme admin to open an account.</p>
      ) : null}
      <TeamTable caption="In the team" members={rows(true)} hrefFor={hrefFor} showsEmail={leads} />
      {leads ? <OpenInvitations invitations={invitations} formKey={formKey} /> : null}
      {rows(false).length > 0 ? (
        <TeamTable caption="Were in the team" members={rows(false)} hrefFor={hrefFor} showsEmail={leads} />
      ) : null}
    </>
  );
}
