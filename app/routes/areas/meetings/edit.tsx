import { href } from "react-router";
import { meetingFormOptions, repeatedForm } from "~/composition/meeting-form.server";
import { findKnownPeople } from "~/composition/meeting-people.server";
import { editMeetingWithPeople } from "~/composition/meetings.commands.server";
import { withNear } from "~/composition/near-people.server";
import { forbidden, formOf, notFound, readArea, submit } from "~/composition/request.server";
import { EditConflict, revisionToSend } from "~/features/meetings/components/edit-conflict";
import { editDefaults, planDefaults } from "~/features/meetings/components/edit-defaults";
import { MeetingForm } from "~/features/meetings/components/meeting-form";
import { PlanForm } from "~/features/meetings/components/plan-form";
import { typedForm } from "~/features/meetings/components/typed-form";
import { editPlan } from "~/features/meetings/edit-meeting.commands.server";
import { getMeeting } from "~/features/meetings/meeting.queries.server";
import { idSchema } from "~/platform/ids";
import { ErrorSummary } from "~/ui/error-summary";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/edit";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Change a meeting") }];

export async function loader({ context, params }: Route.LoaderArgs) {
  const id = idSchema.safeParse(params.id).data ?? notFound();
  return readArea(context, params.area, async (actor, { tx, today }) => {
    const meeting = (await getMeeting(tx, actor, id)) ?? notFound();
    if (!meeting.can.edit) return forbidden("Only an editor of the side that recorded it can change it.");
    const known = await findKnownPeople(tx, actor, { today, on: meeting.on }, meeting.attendees);
    const options = await meetingFormOptions(tx, actor, known, meeting.relationshipId);
    const { status, revision, title } = meeting;
    const defaults =
      status === "held" ? editDefaults(meeting, options.people, actor.side) : planDefaults(meeting);
    return { title, status, revision, options, defaults };
  });
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const id = idSchema.safeParse(params.id).data ?? notFound();
  const form = await formOf(request);
  const again = repeatedForm(form);
  if (again) return again;
  const done = () => ({
    to: href("/areas/:area/meetings/:id", { area: params.area, id }),
    message: "Saved.",
  });
  // Only the form of a held meeting names people; which of the two was sent is seen by that.
  const held = [...form.keys()].some((name) => name.startsWith("ours["));
  return held
    ? withNear(context, params.area, await submit(context, form, editMeetingWithPeople, { id }, done))
    : submit(context, form, editPlan, { id }, done);
}

export default function EditMeeting({ loaderData, actionData, params }: Route.ComponentProps) {
  const { title, status, revision, options, defaults } = loaderData;
  const form = typedForm("edit-meeting", actionData, defaults);
  const formKey = useFormKey();
  const cancelHref = href("/areas/:area/meetings/:id", params);
  const hidden = { revision: revisionToSend(actionData, form, revision) };
  const frame = { form, options, formKey, cancelHref, hidden, submitText: "Save changes" };
  return (
    <div className="cg-measure">
      <ErrorSummary errors={form.problems} />
      <PageTitle caption={title}>Change this meeting</PageTitle>
      <EditConflict conflict={actionData?.conflict} form={form}>
        {status === "held" ? (
          <MeetingForm {...frame} first={false} />
        ) : (
          <PlanForm {...frame} what={status === "planned" ? "plan" : "no-reply"} />
        )}
      </EditConflict>
    </div>
  );
}
