import { href } from "react-router";
import { meetingFormOptions, repeatedForm } from "~/composition/meeting-form.server";
import { findKnownPeople } from "~/composition/meeting-people.server";
import { holdPlannedWithPromises } from "~/composition/meetings.commands.server";
import { withNear } from "~/composition/near-people.server";
import { forbidden, formOf, notFound, readArea, submit } from "~/composition/request.server";
import { DraftNotice } from "~/features/meetings/components/draft-notice";
import { MeetingForm } from "~/features/meetings/components/meeting-form";
import { typedForm } from "~/features/meetings/components/typed-form";
import { useDraft } from "~/features/meetings/components/use-draft";
import { getMeeting } from "~/features/meetings/meeting.queries.server";
import { idSchema } from "~/platform/ids";
import { plural } from "~/platform/plural";
import { ErrorSummary } from "~/ui/error-summary";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/write-up";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Write up a meeting") }];

export async function loader({ context, params }: Route.LoaderArgs) {
  const id = idSchema.safeParse(params.id).data ?? notFound();
  return readArea(context, params.area, async (actor, { tx, today }) => {
    const meeting = (await getMeeting(tx, actor, id)) ?? notFound();
    if (!meeting.can.hold) return forbidden("Only a planned meeting can be written up, by an editor.");
    const known = await findKnownPeople(tx, actor, { today });
    const { on, how, title, startsAt, place, purpose } = meeting;
    return {
      title,
      options: await meetingFormOptions(tx, actor, known, meeting.relationshipId),
      defaults: { on: on > today ? { quick: "today" } : on, how, title, startsAt, place, purpose },
      draftKey: `${actor.userId} ${params.area} ${id}`,
    };
  });
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const id = idSchema.safeParse(params.id).data ?? notFound();
  const form = await formOf(request);
  const again = repeatedForm(form);
  if (again) return again;
  const answer = await submit(context, form, holdPlannedWithPromises, { id }, ({ promises }) => ({
    to: href("/areas/:area/meetings/:id", { area: params.area, id }),
    message:
      promises === 0 ? "Meeting written up." : `Meeting written up, with ${plural(promises, "promise")}.`,
  }));
  return withNear(context, params.area, answer);
}

export default function WriteUp({ loaderData, actionData, params }: Route.ComponentProps) {
  const { title, options, defaults, draftKey } = loaderData;
  const draft = useDraft("write-up", draftKey, actionData);
  const form = typedForm("write-up", actionData, draft.values ?? defaults);
  return (
    <div className="cg-measure">
      <ErrorSummary errors={form.problems} />
      <PageTitle caption={title}>How did it go?</PageTitle>
      <DraftNotice draft={draft} />
      <MeetingForm
        key={draft.version}
        form={form}
        options={options}
        formKey={useFormKey()}
        submitText="Save meeting"
        cancelHref={href("/areas/:area/meetings/:id", params)}
        first
      />
    </div>
  );
}
