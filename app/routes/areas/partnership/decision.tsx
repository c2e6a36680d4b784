import { href } from "react-router";
import { handleTaking } from "~/composition/partnership-intents.server";
import { findLineLog } from "~/composition/partnership-log.server";
import { findMeetingOptions, findVoters, readOwn } from "~/composition/partnership-page.server";
import { formOf, intentOf, notFound, submit } from "~/composition/request.server";
import { DecisionDetails } from "~/features/partnership/components/decision-details";
import { LineForm } from "~/features/partnership/components/line-form";
import { TakeOff } from "~/features/partnership/components/line-keeping";
import { LineLog } from "~/features/partnership/components/line-log";
import { VoteInputs } from "~/features/partnership/components/vote-inputs";
import { recusalsDue } from "~/features/partnership/conduct-checks";
import { keepDecision } from "~/features/partnership/decisions.commands.server";
import { findDecision, findInterests, findMembers } from "~/features/partnership/lines.queries.server";
import { decisionQuestions } from "~/features/partnership/question";
import { idSchema } from "~/platform/ids";
import { BackLink } from "~/ui/breadcrumbs";
import { Details } from "~/ui/details";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/decision";

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: documentTitle(loaderData?.decision.title ?? "Decision") },
];

const idOf = (id: string) => idSchema.safeParse(id).data ?? notFound();

export async function loader({ context, params }: Route.LoaderArgs) {
  const id = idOf(params.id);
  return readOwn(context, params.area, async (actor, reading) => {
    const { tx } = reading;
    const decision = (await findDecision(tx, actor, id)) ?? notFound();
    const members = await findMembers(tx, actor);
    const due = recusalsDue(decision, { members, interests: await findInterests(tx, actor) });
    return {
      decision,
      names: Object.fromEntries(members.map((one) => [one.id, one.name])),
      due: due.map(({ name, vote }) => ({ name, vote })),
      meetings: await findMeetingOptions(actor, reading, decision.meetingId),
      voters: await findVoters(actor, reading, decision),
      log: await findLineLog(actor, reading, id),
    };
  });
}

export async function action({ request, context, params: { area, id } }: Route.ActionArgs) {
  const form = await formOf(request);
  const to = href("/areas/:area/partnership/decisions/:id", { area, id: idOf(id) });
  if (intentOf(form) === "edit")
    return submit(context, form, keepDecision, { area, id }, () => ({
      to,
      message: "Your changes are saved.",
    }));
  return handleTaking(context, { area, form, to: href("/areas/:area/partnership/decisions", { area }) });
}

/** A refused form is shown beside what is saved now: after a conflict that is somebody else’s. */
export function shouldRevalidate() {
  return true;
}

/** One decision: how it was made, who voted how and who stepped out. */
export default function DecisionPage({ loaderData, actionData, params }: Route.ComponentProps) {
  const { decision, names, due, meetings, voters, log, canKeep, audience } = loaderData;
  const sent = { answer: actionData, formKey: useFormKey() };
  const meeting = meetings.find(({ value }) => value === decision.meetingId);
  const meetingHref = (id: string) => href("/areas/:area/meetings/:id", { area: params.area, id });
  return (
    <div className="cg-measure">
      <BackLink href={href("/areas/:area/partnership/decisions", params)}>Decisions</BackLink>
      <PageTitle caption="Decision of the partnership">{decision.title}</PageTitle>
      <DecisionDetails
        decision={decision}
        names={names}
        due={due}
        meeting={meeting ? { title: meeting.label, href: meetingHref(meeting.value) } : null}
      />
      {canKeep ? (
        <>
          <Details summary="Change what is written here" open={actionData?.intent === "edit"}>
            <LineForm
              key={decision.revision}
              intent="edit"
              line={decision}
              questions={decisionQuestions(meetings)}
              audience={audience}
              button="Save changes"
              more={(typed) => <VoteInputs voters={voters} saved={decision.votes} typed={typed?.votes} />}
              {...sent}
            />
          </Details>
          <TakeOff kind="decision" id={decision.id} name={decision.title} formKey={sent.formKey} />
        </>
      ) : null}
      <LineLog entries={log} />
    </div>
  );
}
