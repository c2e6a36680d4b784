import { href, redirect } from "react-router";
import { readAdmin, requireAdmin } from "~/composition/admin.server";
import { formOf, intentOf, notFound, submit } from "~/composition/request.server";
import {
  ComparedOrganisations,
  MergeOrganisationsForm,
} from "~/features/organisations/components/merge-organisations";
import {
  mergeOrganisations,
  tellOrganisationsApart,
  undoOrganisationMerging,
} from "~/features/organisations/organisation-merging.commands.server";
import {
  findOrganisationHolding,
  findOrganisationMergings,
  findOrganisationNow,
} from "~/features/organisations/organisation-merging.queries.server";
import { findChoices } from "~/features/organisations/organisations.queries.server";
import { ChooseOther } from "~/features/people/components/choose-other";
import { MergingsList } from "~/features/people/components/mergings-list";
import { idSchema } from "~/platform/ids";
import { ErrorSummary } from "~/ui/error-summary";
import { problemsOf } from "~/ui/form-answer";
import { FormButton } from "~/ui/form-button";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/organisation-merge";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Here twice?") }];

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const id = idSchema.safeParse(params.id).data ?? notFound();
  const other = idSchema.safeParse(new URL(request.url).searchParams.get("with")).data;
  return readAdmin(context, async (_, { tx }) => {
    const kept = await findOrganisationHolding(tx, id);
    if (!kept) {
      const now = (await findOrganisationNow(tx, id)) ?? notFound();
      throw redirect(href("/admin/organisations/:id/merge", { id: now }));
    }
    const merged = other && other !== id ? await findOrganisationHolding(tx, other) : null;
    const choices = merged ? [] : await findChoices(tx, kept.kinds);
    const mergings = await findOrganisationMergings(tx, id);
    return {
      ...{ kept, merged, others: choices.filter(({ value }) => value !== id) },
      mergings: mergings.map((one) => ({ ...one, by: "an admin" })),
    };
  });
}

export async function action({ request, context, params }: Route.ActionArgs) {
  await requireAdmin(context);
  const id = idSchema.safeParse(params.id).data ?? notFound();
  const form = await formOf(request);
  const [verb, merging] = intentOf(form).split(" ");
  const done = (message: string) => () => ({ to: href("/admin/organisations/:id", { id }), message });
  switch (verb) {
    case "merge":
      return submit(context, form, mergeOrganisations, { id }, done("They are one organisation now."));
    case "tell-apart":
      return submit(context, form, tellOrganisationsApart, { id }, done("Remembered: they are two."));
    case "undo": {
      const fixed = { id: idSchema.safeParse(merging).data ?? notFound() };
      return submit(context, form, undoOrganisationMerging, fixed, done("They are two organisations again."));
    }
    default:
      return notFound();
  }
}

/** A page that was refused shows what is saved by now. */
export function shouldRevalidate() {
  return true;
}

/** Two organisations of the register side by side, and the way to make them one; and back. */
export default function MergeOrganisation({ loaderData, actionData }: Route.ComponentProps) {
  const { kept, merged, others, mergings } = loaderData;
  const formKey = useFormKey();
  return (
    <div className="cg-measure">
      {actionData && actionData.intent !== "merge" ? <ErrorSummary errors={problemsOf(actionData)} /> : null}
      <PageTitle caption="Is this organisation here twice?">{kept.name}</PageTitle>
      {merged ? (
        <>
          <ComparedOrganisations kept={kept} merged={merged} />
          <p className="govuk-body">
            Areas, accounts, people and all that the other recorded will be of this one. You can undo it.
          </p>
          <MergeOrganisationsForm kept={kept} merged={merged} answer={actionData} formKey={formKey} />
          <FormButton
            variant="secondary"
            fields={{ intent: "tell-apart", other: merged.id }}
            idempotencyKey={formKey}
          >
            No, they are two organisations
          </FormButton>
        </>
      ) : (
        <ChooseOther what="organisation" near={[]} others={others} />
      )}
      <MergingsList what="organisations" mergings={mergings} canWrite formKey={formKey} />
    </div>
  );
}
