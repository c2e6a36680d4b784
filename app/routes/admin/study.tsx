import { href } from "react-router";
import { requireAdmin } from "~/composition/admin.server";
import { destroyEndedKeys } from "~/composition/end-studies.server";
import { formOf, intentOf, notFound, submit } from "~/composition/request.server";
import { loadStudy } from "~/composition/studies.server";
import { circumstancesOf } from "~/composition/visit.server";
import { StudyMembers } from "~/features/releases/components/study-members";
import { endStudy } from "~/features/releases/studies.commands.server";
import { addStudyMember, removeStudyMember } from "~/features/releases/study-members.commands.server";
import { idSchema } from "~/platform/ids";
import { BackLink } from "~/ui/breadcrumbs";
import { Details } from "~/ui/details";
import { ErrorSummary } from "~/ui/error-summary";
import { problemsOf } from "~/ui/form-answer";
import { FormButton } from "~/ui/form-button";
import { formatDay, formatInstant } from "~/ui/format-date";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { SummaryList } from "~/ui/summary-list";
import { useFormKey } from "~/ui/use-form-key";
import { WarningText } from "~/ui/warning-text";
import { WrittenText } from "~/ui/written-text";
import type { Route } from "./+types/study";

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: documentTitle(loaderData?.title ?? "Study") },
];

export async function loader({ context, params }: Route.LoaderArgs) {
  return loadStudy(context, idSchema.safeParse(params.id).data ?? notFound());
}

export async function action({ request, context, params }: Route.ActionArgs) {
  await requireAdmin(context);
  const id = idSchema.safeParse(params.id).data ?? notFound();
  const form = await formOf(request);
  const done = (message: string) => () => ({ to: href("/admin/studies/:id", { id }), message });
  const [verb, member] = intentOf(form).split(" ");
  if (verb === "add") return submit(context, form, addStudyMember, { id }, done("They are in the study."));
  if (verb === "remove")
    return submit(
      context,
      form,
      removeStudyMember,
      { id, member: idSchema.safeParse(member).data ?? notFound() },
      done("They are out of the study."),
    );
  if (verb !== "end") return notFound();
  try {
    return await submit(
      context,
      form,
      endStudy,
      { id },
      done("The study is over, and its key is destroyed."),
    );
  } finally {
    await destroyEndedKeys(circumstancesOf(context).clock);
  }
}

const KEY_WORDS = {
  here: "Here, in a file of its own outside the database",
  missing: "Missing: the next release has no rows for this study",
  wrong: "Another than it was opened with: the next release has no rows for this study",
  destroyed: "Destroyed: nobody can say any more which area a row was of",
};

/** One study: what it asks, who is in it, and its end. */
export default function Study({ loaderData, actionData }: Route.ComponentProps) {
  const { title, purpose, organisation, by, startsOn, endsOn, state, isOver, endedAt, key, members } =
    loaderData;
  const formKey = useFormKey();
  const keyState = isOver && key === "missing" ? "destroyed" : key;
  const isLost = !isOver && key !== "here";
  return (
    <div className="cg-measure">
      <BackLink href={href("/admin/studies")}>Studies</BackLink>
      <ErrorSummary errors={actionData && actionData.intent !== "add" ? problemsOf(actionData) : []} />
      <PageTitle caption="Study">{title}</PageTitle>
      {isLost ? (
        <WarningText>
          The key that this study was opened with is not here. A key is in no backup, so after a restore this
          is so. Put its file back if you have it, or end the study and open a new one: its areas then get new
          letters.
        </WarningText>
      ) : null}
      <SummaryList
        rows={[
          { key: "State", value: state },
          { key: "Whose", value: organisation ?? "Not in the register" },
          { key: "What it wants to find out", value: <WrittenText>{purpose}</WrittenText> },
          { key: "Tells areas apart by", value: by },
          { key: "First day", value: formatDay(startsOn) },
          { key: "Last day", value: formatDay(endsOn) },
          ...(endedAt ? [{ key: "Ended", value: formatInstant(endedAt) }] : []),
          { key: "Its key", value: KEY_WORDS[keyState] },
        ]}
      />
      <StudyMembers members={members} isOver={isOver} answer={actionData} formKey={formKey} />
      {isOver ? null : (
        <Details summary="End this study now">
          <p className="govuk-body">
            Its rows go from every release, its people see no more of it, and its key is destroyed. This
            cannot be undone.
          </p>
          <FormButton fields={{ intent: "end" }} idempotencyKey={formKey} variant="warning">
            End it
          </FormButton>
        </Details>
      )}
    </div>
  );
}
