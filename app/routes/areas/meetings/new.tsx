import { href } from "react-router";
import { meetingFormOptions, repeatedForm } from "~/composition/meeting-form.server";
import { findKnownPeople } from "~/composition/meeting-people.server";
import { logMeetingWithPromises } from "~/composition/meetings.commands.server";
import { withNear } from "~/composition/near-people.server";
import { forbidden, formOf, readArea, submit } from "~/composition/request.server";
import { findOwnPerson } from "~/features/identity/own-person.queries.server";
import { DraftNotice } from "~/features/meetings/components/draft-notice";
import { MeetingForm } from "~/features/meetings/components/meeting-form";
import { typedForm } from "~/features/meetings/components/typed-form";
import { useDraft } from "~/features/meetings/components/use-draft";
import { findLastCouncil } from "~/features/meetings/meetings.queries.server";
import { canWrite } from "~/features/records/record.policy";
import { plural } from "~/platform/plural";
import { AppLink } from "~/ui/app-link";
import { ErrorSummary } from "~/ui/error-summary";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/new";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Log a meeting") }];

export async function loader({ context, params }: Route.LoaderArgs) {
  return readArea(context, params.area, async (actor, { tx, today }) => {
    const allowed = canWrite(actor);
    if (allowed !== true) return forbidden(allowed);
    const known = await findKnownPeople(tx, actor, { today });
    const options = await meetingFormOptions(tx, actor, known);
    const own = await findOwnPerson(tx, actor.userId);
    const me = options.people.find(({ id }) => id === own);
    const defaults = {
      on: { quick: "today" },
      how: "in_person",
      council: options.councils.length > 1 ? await findLastCouncil(tx, actor) : undefined,
      ours: me ? [{ person: me.text }] : [],
    };
    return { options, defaults, draftKey: `${actor.userId} ${params.area}` };
  });
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const form = await formOf(request);
  const again = repeatedForm(form);
  if (again) return again;
  const answer = await submit(
    context,
    form,
    logMeetingWithPromises,
    { area: params.area },
    ({ id, promises }) => ({
      to: href("/areas/:area/meetings/:id", { area: params.area, id }),
      message: promises === 0 ? "Meeting logged." : `Meeting logged, with ${plural(promises, "promise")}.`,
    }),
  );
  return withNear(context, params.area, answer);
}

export default function LogMeeting({ loaderData, actionData, params }: Route.ComponentProps) {
  const { options, defaults, draftKey } = loaderData;
  const draft = useDraft("log-meeting", draftKey, actionData);
  const form = typedForm("log-meeting", actionData, draft.values ?? defaults);
  return (
    <div className="cg-measure">
      <ErrorSummary errors={form.problems} />
      <PageTitle>Log a meeting</PageTitle>
      <p className="govuk-body">
        Nobody answered?{" "}
        <AppLink href={href("/areas/:area/meetings/no-reply", params)}>Note an attempt</AppLink>. Still to
        come? <AppLink href={href("/areas/:area/meetings/plan", params)}>Plan a meeting</AppLink>.
      </p>
      <DraftNotice draft={draft} />
      <MeetingForm
        key={draft.version}
        form={form}
        options={options}
        formKey={useFormKey()}
        submitText="Save meeting"
        cancelHref={href("/areas/:area/meetings", params)}
        first
      />
    </div>
  );
}
