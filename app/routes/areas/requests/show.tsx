import { href } from "react-router";
import { handleRecordIntent } from "~/composition/record-intents.server";
import { loadRecordPanel, requireRecord } from "~/composition/record-panel.server";
import { formOf, intentOf, notFound, readArea, submit } from "~/composition/request.server";
import { findPeopleOf } from "~/features/people/people.queries.server";
import { RecordActions } from "~/features/records/components/record-actions";
import { answerRequest, holdRequest, referRequest } from "~/features/requests/answer-request.commands.server";
import { reviseRequest } from "~/features/requests/ask-request.commands.server";
import { judgeAnswer, withdrawRequest } from "~/features/requests/close-request.commands.server";
import { RequestDetails } from "~/features/requests/components/request-details";
import { RequestSteps } from "~/features/requests/components/request-steps";
import { getRequestPage } from "~/features/requests/request.queries.server";
import { STATE_WORDS } from "~/features/requests/request.transitions";
import { isOfAskedSide } from "~/features/requests/request-people";
import { idSchema } from "~/platform/ids";
import { AppLink } from "~/ui/app-link";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { PrintButton } from "~/ui/print-button";
import { Tag } from "~/ui/tag";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/show";

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: documentTitle(loaderData?.view.title ?? "Request") },
];

export async function loader({ context, params }: Route.LoaderArgs) {
  const id = idSchema.safeParse(params.id).data ?? notFound();
  const page = await readArea(context, params.area, async (actor, { tx, today }) => {
    const found = (await getRequestPage(tx, actor, id, today)) ?? notFound();
    const { toPersonId: _, council: __, relationshipId, ...view } = found;
    const people = view.can.includes("refer") ? await findPeopleOf(tx, actor, today) : [];
    return {
      view,
      people: people
        .filter((person) => isOfAskedSide(person, actor, { toSide: view.toSide, relationshipId }))
        .map(({ id: personId, name, organisation }) => ({ id: personId, name, organisation })),
    };
  });
  return { ...page, panel: await loadRecordPanel(context, params.area, id) };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const id = idSchema.safeParse(params.id).data ?? notFound();
  const form = await formOf(request);
  await requireRecord(context, params.area, id, "request");
  const to = href("/areas/:area/requests/:id", { area: params.area, id });
  const done = (message: string) => () => ({ to, message });
  switch (intentOf(form)) {
    case "answer":
      return submit(context, form, answerRequest, { id }, done("The answer is saved."));
    case "hold":
      return submit(context, form, holdRequest, { id }, done("The holding reply is saved."));
    case "refer":
      return submit(context, form, referRequest, { id }, done("Saved: it was passed on."));
    case "judge":
      return submit(context, form, judgeAnswer, { id }, done("Saved. Nothing more is waiting here."));
    case "revise":
      return submit(context, form, reviseRequest, { id }, done("Your changes are saved."));
    case "withdraw":
      return submit(context, form, withdrawRequest, { id }, done("The request is withdrawn."));
    default:
      return (await handleRecordIntent(context, form, { area: params.area, id }, to)) ?? notFound();
  }
}

/** A refused form may have been refused because somebody else saved meanwhile: what is shown is read again. */
export function shouldRevalidate() {
  return true;
}

/** One request: what was asked, what became of it, and what can be done now. */
export default function ShowRequest({ loaderData, actionData, params }: Route.ComponentProps) {
  const { view, people, panel } = loaderData;
  const formKey = useFormKey();
  const meeting = view.meeting ? (
    <AppLink href={href("/areas/:area/meetings/:id", { area: params.area, id: view.meeting.id })}>
      {view.meeting.title}
    </AppLink>
  ) : null;
  return (
    <>
      <PageTitle
        caption="Request"
        aside={<Tag tone={view.state === "open" ? "waiting" : "quiet"}>{STATE_WORDS[view.state]}</Tag>}
      >
        {view.title}
      </PageTitle>
      <RequestDetails view={view} meeting={meeting} />
      <div className="cg-measure">
        <RequestSteps
          can={view.can}
          asked={view.ownSide === view.toSide}
          request={view}
          people={people}
          audience={panel.audience}
          answer={actionData}
          formKey={formKey}
        />
      </div>
      <RecordActions panel={panel} answer={actionData} formKey={formKey}>
        <PrintButton />
      </RecordActions>
    </>
  );
}
