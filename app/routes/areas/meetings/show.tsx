import { href } from "react-router";
import { repeatedForm } from "~/composition/meeting-form.server";
import { handleMeetingIntent } from "~/composition/meeting-intents.server";
import { findMeetingPage } from "~/composition/meeting-page.server";
import { handleRecordIntent } from "~/composition/record-intents.server";
import { loadRecordPanel, requireRecord } from "~/composition/record-panel.server";
import { formOf, notFound, readArea } from "~/composition/request.server";
import { MeetingFacts, MeetingPeople } from "~/features/meetings/components/meeting-facts";
import { StateTag } from "~/features/meetings/components/meeting-list";
import { MeetingMinutes } from "~/features/meetings/components/meeting-minutes";
import {
  MeetingActions,
  MeetingAgenda,
  MeetingDecisions,
} from "~/features/meetings/components/meeting-outcomes";
import { AddPromises, MeetingSteps } from "~/features/meetings/components/meeting-steps";
import { RecordActions } from "~/features/records/components/record-actions";
import { idSchema } from "~/platform/ids";
import { LinkButton } from "~/ui/button";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/show";

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: documentTitle(loaderData?.meeting.title ?? "Meeting") },
];

export async function loader({ context, params }: Route.LoaderArgs) {
  const id = idSchema.safeParse(params.id).data ?? notFound();
  const page = await readArea(context, params.area, async (actor, { tx, today }) => ({
    meeting: (await findMeetingPage(tx, actor, id, today)) ?? notFound(),
    today,
  }));
  return { ...page, panel: await loadRecordPanel(context, params.area, id) };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { area } = params;
  const id = idSchema.safeParse(params.id).data ?? notFound();
  const form = await formOf(request);
  await requireRecord(context, area, id, "meeting");
  const to = href("/areas/:area/meetings/:id", { area, id });
  return (
    repeatedForm(form) ??
    (await handleMeetingIntent(context, form, { area, id }, to)) ??
    (await handleRecordIntent(context, form, { area, id }, to)) ??
    notFound()
  );
}

/** One meeting: what it was, who came, what was decided and promised, its agenda and its minutes. */
export default function ShowMeeting({ loaderData, actionData, params }: Route.ComponentProps) {
  const { meeting, panel, today } = loaderData;
  const { area } = params;
  const page = { meeting, answer: actionData, formKey: useFormKey() };
  const hrefOf = (id: string) => href("/areas/:area/meetings/:id", { area, id });
  const series = meeting.seriesId && href("/areas/:area/meetings/series/:id", { area, id: meeting.seriesId });
  return (
    <>
      <PageTitle caption="Meeting" aside={<StateTag item={meeting} today={today} />}>
        {meeting.title}
      </PageTitle>
      <div className="cg-measure">
        <MeetingFacts meeting={meeting} hrefOf={hrefOf} seriesHref={series} />
        <MeetingSteps
          {...page}
          writeUpHref={href("/areas/:area/meetings/:id/write-up", params)}
          ownHref={hrefOf(meeting.id)}
          audience={panel.audience}
        />
        <MeetingAgenda meeting={meeting} />
        <MeetingPeople meeting={meeting} />
        <MeetingDecisions meeting={meeting} />
        <MeetingActions
          meeting={meeting}
          commitmentHref={(id) => href("/areas/:area/commitments/:id", { area, id })}
        />
        <AddPromises {...page} />
        <MeetingMinutes {...page} />
      </div>
      <RecordActions panel={panel} answer={actionData} formKey={page.formKey}>
        {meeting.can.edit ? (
          <LinkButton variant="secondary" href={href("/areas/:area/meetings/:id/edit", params)}>
            Change this meeting
          </LinkButton>
        ) : null}
      </RecordActions>
    </>
  );
}
