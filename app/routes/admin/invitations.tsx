import { href } from "react-router";
import { accountMailIsOn } from "~/composition/account-mail.server";
import { readAdmin, requireAdmin } from "~/composition/admin.server";
import { formOf, intentOf, notFound, submit } from "~/composition/request.server";
import { InviteAnyoneForm } from "~/features/identity/components/invite-forms";
import { OpenInvitations } from "~/features/identity/components/open-invitations";
import {
  inviteAnyone,
  resendInvitation,
  withdrawInvitation,
} from "~/features/identity/invitations.commands.server";
import { findAreaChoices, findInvitations } from "~/features/identity/invitations.queries.server";
import { findChoices } from "~/features/organisations/organisations.queries.server";
import { idSchema } from "~/platform/ids";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/invitations";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Invitations") }];

export async function loader({ context }: Route.LoaderArgs) {
  const hasMail = await accountMailIsOn();
  return readAdmin(context, async (_, { tx, now, today }) => ({
    hasMail,
    invitations: await findInvitations(tx, now),
    organisations: await findChoices(tx, ["partnership", "council", "programme"]),
    areas: await findAreaChoices(tx, today),
  }));
}

export async function action({ request, context }: Route.ActionArgs) {
  await requireAdmin(context);
  const form = await formOf(request);
  const done = (message: string) => () => ({ to: href("/admin/invitations"), message });
  const [verb, invitation] = intentOf(form).split(" ");
  const said = "A mail is on its way. The invitation can be accepted for seven days.";
  if (verb === "invite") {
    if (!(await accountMailIsOn())) return notFound();
    return submit(context, form, inviteAnyone, {}, done(said));
  }
  const id = idSchema.safeParse(invitation).data ?? notFound();
  if (verb === "resend") return submit(context, form, resendInvitation, { id }, done(said));
  if (verb === "withdraw")
    return submit(context, form, withdrawInvitation, { id }, done("The invitation is taken back."));
  return notFound();
}

/** Who is invited, and inviting somebody to any organisation. */
export default function Invitations({ loaderData, actionData }: Route.ComponentProps) {
  const { hasMail, invitations, organisations, areas } = loaderData;
  const formKey = useFormKey();
  return (
    <>
      <PageTitle>Invitations</PageTitle>
      <OpenInvitations invitations={invitations} formKey={formKey} showsPlace />
      <h2 className="govuk-heading-m">Invite somebody</h2>
      {hasMail ? (
        <InviteAnyoneForm answer={actionData} formKey={formKey} organisations={organisations} areas={areas} />
      ) : (
        <p className="govuk-body">This tracker sends no mail. Open accounts with a first password instead.</p>
      )}
    </>
  );
}
