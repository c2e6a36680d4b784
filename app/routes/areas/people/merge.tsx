import { href } from "react-router";
import { findMergePage, goToPersonNow } from "~/composition/merge-page.server";
import { forbidden, formOf, intentOf, notFound, readArea, submit } from "~/composition/request.server";
import { ChooseOther } from "~/features/people/components/choose-other";
import { ComparedPeople, MergeForm } from "~/features/people/components/compare-people";
import { MergingsList } from "~/features/people/components/mergings-list";
import { mergePeople, tellPeopleApart, undoMerging } from "~/features/people/merging.commands.server";
import { canWrite } from "~/features/records/record.policy";
import { idSchema } from "~/platform/ids";
import { plural } from "~/platform/plural";
import { AppLink } from "~/ui/app-link";
import { ErrorSummary } from "~/ui/error-summary";
import { problemsOf } from "~/ui/form-answer";
import { FormButton } from "~/ui/form-button";
import { InsetText } from "~/ui/inset-text";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/merge";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Here twice?") }];

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const id = idSchema.safeParse(params.id).data ?? notFound();
  const other = idSchema.safeParse(new URL(request.url).searchParams.get("with")).data;
  return readArea(context, params.area, async (actor, { tx }) => {
    const allowed = canWrite(actor);
    if (allowed !== true) return forbidden(allowed);
    const page = await findMergePage(tx, actor, id, other);
    return page ?? goToPersonNow(tx, params.area, id, "/merge");
  });
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const id = idSchema.safeParse(params.id).data ?? notFound();
  const { area } = params;
  const form = await formOf(request);
  const [verb, merging] = intentOf(form).split(" ");
  const to = href("/areas/:area/people/:id", { area, id });
  switch (verb) {
    case "merge":
      return submit(context, form, mergePeople, { area, id }, () => ({
        to,
        message: "They are one person now. You can undo this below “Is this person here twice?”.",
      }));
    case "tell-apart":
      return submit(context, form, tellPeopleApart, { area, id }, () => ({
        to: href("/areas/:area/people", { area }),
        message: "Remembered: they are two people.",
      }));
    case "undo": {
      const fixed = { area, id: idSchema.safeParse(merging).data ?? notFound() };
      return submit(context, form, undoMerging, fixed, ({ stays }) => ({ to, message: undone(stays) }));
    }
    default:
      return notFound();
  }
}

function undone(stays: number): string {
  if (stays === 0) return "They are two people again, as before.";
  return `They are two people again. ${plural(stays, "thing")} that somebody changed since then stayed as it is now.`;
}

/** A page that was refused shows what is saved by now. */
export function shouldRevalidate() {
  return true;
}

/** Two records side by side, and the way to make them one; and back. */
export default function MergePerson({ loaderData, actionData, params }: Route.ComponentProps) {
  const { person, comparison, near, others, mergings, audience } = loaderData;
  const formKey = useFormKey();
  const isForm = actionData?.intent === "merge";
  return (
    <div className="cg-measure">
      {actionData && !isForm ? <ErrorSummary errors={problemsOf(actionData)} /> : null}
      <PageTitle caption="Is this person here twice?">{person.name}</PageTitle>
      {comparison ? (
        <>
          <ComparedPeople {...comparison} />
          {comparison.together > 0 ? (
            <InsetText>
              Both are listed at {plural(comparison.together, "meeting")}. People who sat at one table may
              well be two. If they become one, they came once.
            </InsetText>
          ) : null}
          <p className="govuk-body">
            Everything that names the other record will name this one: also what the other side keeps to
            itself, which you do not see and which stays theirs. The other’s address will lead here. You can
            undo it.{" "}
            <AppLink
              href={`${href("/areas/:area/people/:id/merge", { ...params, id: comparison.merged.id })}?with=${person.id}`}
            >
              Keep the other record instead
            </AppLink>
          </p>
          <MergeForm
            comparison={comparison}
            audience={audience}
            answer={actionData}
            formKey={formKey}
            key={`${person.id} ${comparison.merged.id}`}
          />
          <FormButton
            variant="secondary"
            fields={{ intent: "tell-apart", other: comparison.merged.id }}
            idempotencyKey={formKey}
          >
            No, they are two people
          </FormButton>
        </>
      ) : (
        <ChooseOther near={near} others={others} />
      )}
      <MergingsList mergings={mergings} canWrite formKey={formKey} />
    </div>
  );
}
