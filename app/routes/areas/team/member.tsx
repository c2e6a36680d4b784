import { href } from "react-router";
import { formOf, intentOf, notFound, submit } from "~/composition/request.server";
import { readMember } from "~/composition/team-page.server";
import { endMembership, giveMembership } from "~/features/identity/accounts.commands.server";
import { MemberForms } from "~/features/identity/components/member-forms";
import { roleWords } from "~/features/identity/role-words";
import { changeRole, linkPerson } from "~/features/identity/team.commands.server";
import { AppLink } from "~/ui/app-link";
import { formatDay } from "~/ui/format-date";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { SummaryList } from "~/ui/summary-list";
import type { Route } from "./+types/member";

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: documentTitle(loaderData?.member.name ?? "Your team") },
];

export async function loader({ context, params }: Route.LoaderArgs) {
  const { organisationId: _, reach: __, ...view } = await readMember(context, params);
  return view;
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const form = await formOf(request);
  const { member, organisationId, reach } = await readMember(context, params);
  const done = (message: string) => () => ({ to: href("/areas/:area/team/:id", params), message });
  switch (intentOf(form)) {
    case "change":
      return submit(context, form, changeRole, { id: member.membership }, done("Their role is changed."));
    case "end":
      return submit(
        context,
        form,
        endMembership,
        { id: member.membership },
        done("They are not in the team any more, from now on."),
      );
    case "bring-back": {
      const fixed = { userId: member.id, organisationId, ...(reach ? { areaId: reach } : {}) };
      return submit(context, form, giveMembership, fixed, done("They are in the team again, from today."));
    }
    case "person":
      return submit(context, form, linkPerson, { userId: member.id }, done("Saved."));
    default:
      return notFound();
  }
}

/** One member of the team: what they may do, who they are, and for leads what can be changed. */
export default function Member({ loaderData, actionData, params }: Route.ComponentProps) {
  const { organisation, member, isClosed } = loaderData;
  const rows = [
    ...(member.email === null ? [] : [{ key: "E-mail address", value: member.email }]),
    { key: "Role", value: roleWords(member.role) },
    { key: "From", value: member.since < "1900" ? "The start" : formatDay(member.since) },
    ...(member.until === null ? [] : [{ key: "Until", value: formatDay(member.until) }]),
    { key: "In the register of people", value: member.person ?? "Nobody has said who" },
    ...(isClosed ? [{ key: "Account", value: "Closed" }] : []),
  ];
  return (
    <div className="cg-measure">
      <PageTitle caption={organisation}>{member.name}</PageTitle>
      <SummaryList rows={rows} />
      <MemberForms {...loaderData} answer={actionData} />
      <p className="govuk-body">
        <AppLink href={href("/areas/:area/team", params)}>Back to your team</AppLink>
      </p>
    </div>
  );
}
