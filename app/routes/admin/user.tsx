import { href } from "react-router";
import { readAdmin, requireAdmin } from "~/composition/admin.server";
import { formOf, intentOf, notFound, submit } from "~/composition/request.server";
import {
  deactivateUser,
  endMembership,
  giveMembership,
  reactivateUser,
  resetSecondFactor,
} from "~/features/identity/accounts.commands.server";
import { findUser } from "~/features/identity/accounts.queries.server";
import { MembershipForm } from "~/features/identity/components/account-forms";
import { findChoices } from "~/features/organisations/organisations.queries.server";
import { idSchema } from "~/platform/ids";
import { FormButton } from "~/ui/form-button";
import { formatDay } from "~/ui/format-date";
import { InsetText } from "~/ui/inset-text";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { SummaryList } from "~/ui/summary-list";
import { Table } from "~/ui/table";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/user";

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: documentTitle(loaderData?.user.name ?? "Account") },
];

export async function loader({ context, params }: Route.LoaderArgs) {
  const id = idSchema.safeParse(params.id).data ?? notFound();
  return readAdmin(context, async (actor, { tx, today }) => ({
    user: (await findUser(tx, id, today)) ?? notFound(),
    organisations: await findChoices(tx, ["partnership", "council", "programme"]),
    isSelf: actor.userId === id,
  }));
}

export async function action({ request, context, params }: Route.ActionArgs) {
  await requireAdmin(context);
  const id = idSchema.safeParse(params.id).data ?? notFound();
  const form = await formOf(request);
  const done = (message: string) => () => ({ to: href("/admin/users/:id", { id }), message });
  const [verb, membership] = intentOf(form).split(" ");
  switch (verb) {
    case "give":
      return submit(context, form, giveMembership, { userId: id }, done("The role is given from today."));
    case "end": {
      const ended = idSchema.safeParse(membership).data ?? notFound();
      return submit(context, form, endMembership, { id: ended }, done("The role ended."));
    }
    case "reset":
      return submit(
        context,
        form,
        resetSecondFactor,
        { id },
        done("Their second step is taken off. They are signed out everywhere and told by mail."),
      );
    case "close":
      return submit(context, form, deactivateUser, { id }, done("The account is closed."));
    case "reopen":
      return submit(context, form, reactivateUser, { id }, done("The account is open again."));
    default:
      return notFound();
  }
}

/** One account: its roles, given and ended, and closing it. */
export default function User({ loaderData, actionData }: Route.ComponentProps) {
  const { user, organisations, isSelf } = loaderData;
  const formKey = useFormKey();
  return (
    <div className="cg-measure">
      <PageTitle caption="Account">{user.name}</PageTitle>
      {user.closed ? (
        <>
          <InsetText>This account is closed. Nobody signs in with it.</InsetText>
          <FormButton fields={{ intent: "reopen" }} idempotencyKey={formKey} variant="secondary">
            Open it again
          </FormButton>
        </>
      ) : null}
      <SummaryList rows={[{ key: "E-mail address", value: user.email }]} />
      <Table
        caption="Roles"
        rows={user.memberships}
        rowKey={({ id }) => id}
        whenEmpty="No role yet: this account sees nothing."
        columns={[
          {
            header: "Organisation",
            cell: ({ organisation, area }) => (area ? `${organisation} (${area})` : organisation),
          },
          { header: "Role", cell: ({ role }) => role },
          { header: "From", cell: ({ startsOn }) => (startsOn < "1900" ? "The start" : formatDay(startsOn)) },
          {
            header: "Until",
            cell: ({ id, role, organisation, endsOn, running }) =>
              running ? (
                <FormButton
                  fields={{ intent: `end ${id}` }}
                  idempotencyKey={formKey}
                  variant="secondary"
                  about={`the role ${role} for ${organisation}`}
                >
                  End
                </FormButton>
              ) : endsOn ? (
                formatDay(endsOn)
              ) : (
                ""
              ),
          },
        ]}
      />
      {user.closed ? null : (
        <>
          <h2 className="govuk-heading-m">Give a role</h2>
          <MembershipForm organisations={organisations} answer={actionData} formKey={formKey} />
        </>
      )}
      {user.closed || isSelf ? null : (
        <>
          <h2 className="govuk-heading-m">Lost phone</h2>
          <p className="govuk-body">
            For somebody who lost both their authenticator app and their recovery codes. Be sure it is them:
            ring them, or see them.
          </p>
          <FormButton fields={{ intent: "reset" }} idempotencyKey={formKey} variant="secondary">
            Take off their second step
          </FormButton>
          <h2 className="govuk-heading-m">Close the account</h2>
          <p className="govuk-body">It is not deleted: what was written with it keeps its author.</p>
          <FormButton fields={{ intent: "close" }} idempotencyKey={formKey} variant="warning">
            Close this account
          </FormButton>
        </>
      )}
    </div>
  );
}
