import { href } from "react-router";
import { handleTaking } from "~/composition/partnership-intents.server";
import { findLineLog } from "~/composition/partnership-log.server";
import { findMemberOptions, readOwn } from "~/composition/partnership-page.server";
import { formOf, intentOf, notFound, submit } from "~/composition/request.server";
import { LineForm } from "~/features/partnership/components/line-form";
import { TakeOff } from "~/features/partnership/components/line-keeping";
import { LineLog } from "~/features/partnership/components/line-log";
import { LeftForm, MemberDetails } from "~/features/partnership/components/member-details";
import { findInterests, findMember } from "~/features/partnership/lines.queries.server";
import { endMember, keepMember } from "~/features/partnership/members.commands.server";
import { memberQuestions } from "~/features/partnership/question";
import { idSchema } from "~/platform/ids";
import { BackLink } from "~/ui/breadcrumbs";
import { Details } from "~/ui/details";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/member";

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: documentTitle(loaderData?.member.name ?? "Member") },
];

const idOf = (id: string) => idSchema.safeParse(id).data ?? notFound();

export async function loader({ context, params }: Route.LoaderArgs) {
  const id = idOf(params.id);
  return readOwn(context, params.area, async (actor, reading) => {
    const member = (await findMember(reading.tx, actor, id)) ?? notFound();
    const interests = await findInterests(reading.tx, actor);
    return {
      member,
      interests: interests.filter(({ memberId }) => memberId === id),
      options: await findMemberOptions(actor, reading, id),
      log: await findLineLog(actor, reading, id),
    };
  });
}

export async function action({ request, context, params: { area, id } }: Route.ActionArgs) {
  const form = await formOf(request);
  const to = href("/areas/:area/partnership/members/:id", { area, id: idOf(id) });
  const intent = intentOf(form);
  if (intent === "edit")
    return submit(context, form, keepMember, { area, id }, () => ({
      to,
      message: "Your changes are saved.",
    }));
  if (intent === "left")
    return submit(context, form, endMember, { area, id }, () => ({
      to,
      message: "The day is written down.",
    }));
  return handleTaking(context, { area, form, to: href("/areas/:area/partnership/members", { area }) });
}

/** A refused form is shown beside what is saved now: after a conflict that is somebody else’s. */
export function shouldRevalidate() {
  return true;
}

/** One member: what is written of them, and what was before. */
export default function MemberPage({ loaderData, actionData, params }: Route.ComponentProps) {
  const { member, interests, options, log, canKeep, audience } = loaderData;
  const sent = { answer: actionData, formKey: useFormKey() };
  return (
    <div className="cg-measure">
      <BackLink href={href("/areas/:area/partnership/members", params)}>Members</BackLink>
      <PageTitle caption="Member of the partnership">{member.name}</PageTitle>
      <MemberDetails
        member={member}
        others={options.others}
        interests={interests}
        hrefOf={(id) => href("/areas/:area/partnership/members/:id", { area: params.area, id })}
      />
      {canKeep ? (
        <>
          <Details summary="Change what is written here" open={actionData?.intent === "edit"}>
            <LineForm
              key={member.revision}
              intent="edit"
              line={member}
              questions={memberQuestions(options.people, options.others)}
              audience={audience}
              button="Save changes"
              {...sent}
            />
          </Details>
          {member.endsOn === null ? <LeftForm {...sent} /> : null}
          <TakeOff kind="member" id={member.id} name={member.name} formKey={sent.formKey} />
        </>
      ) : null}
      <LineLog entries={log} />
    </div>
  );
}
