import { href } from "react-router";
import { requireAdmin } from "~/composition/admin.server";
import { keepErasureLog, loadErasures } from "~/composition/people-rights.server";
import { formOf, intentOf, notFound, submit } from "~/composition/request.server";
import { DecideErasureForm } from "~/features/rights/components/erasure-forms";
import { ToldAreas } from "~/features/rights/components/told-areas";
import { ERASURE_REASONS } from "~/features/rights/erasure";
import { decideErasure } from "~/features/rights/erasures.commands.server";
import { idSchema } from "~/platform/ids";
import { AppLink } from "~/ui/app-link";
import { FormButton } from "~/ui/form-button";
import { formatDay } from "~/ui/format-date";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { Table } from "~/ui/table";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/people-rights";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("People’s rights") }];

const PAGE = href("/admin/people-rights");

export async function loader({ request, context }: Route.LoaderArgs) {
  const id = idSchema.safeParse(new URL(request.url).searchParams.get("id")).data ?? null;
  return loadErasures(context, id);
}

export async function action({ request, context }: Route.ActionArgs) {
  await requireAdmin(context);
  const form = await formOf(request);
  const intent = intentOf(form);
  if (intent !== "carry-out" && intent !== "decline") return notFound();
  const id = idSchema.safeParse(form.get("id")).data ?? notFound();
  form.delete("id");
  const done = (message: string) => () => ({ to: PAGE, message });
  if (intent === "decline")
    return submit(context, form, decideErasure, { id, answer: intent }, done("Declined. Tell them why."));
  try {
    return await submit(
      context,
      form,
      decideErasure,
      { id, answer: intent },
      done("Their details are erased."),
    );
  } finally {
    await keepErasureLog(context);
  }
}

/** Who is to be erased, by numbers alone: an admin sees nothing of what is written about them. */
export default function PeopleRights({ loaderData, actionData }: Route.ComponentProps) {
  const { open, decided, told, chosen } = loaderData;
  const formKey = useFormKey();
  return (
    <div className="cg-measure">
      <PageTitle>People’s rights</PageTitle>
      <p className="govuk-body">
        Leads ask for people of their register to be erased, and anybody for themselves. Who they are is not
        shown here: ask the organisation, and answer within a month.
      </p>
      <Table
        caption="Waiting for a decision"
        rows={open}
        rowKey={({ id }) => id}
        whenEmpty="Nobody waits."
        columns={[
          {
            header: "Asked on",
            cell: ({ id, askedOn }) => <AppLink href={`${PAGE}?id=${id}`}>{formatDay(askedOn)}</AppLink>,
          },
          { header: "By", cell: ({ organisation }) => organisation ?? "Themselves" },
          { header: "Why", cell: ({ reason }) => ERASURE_REASONS[reason] },
        ]}
      />
      {chosen ? (
        <>
          <h2 className="govuk-heading-m">
            Asked on {formatDay(chosen.askedOn)} by {chosen.organisation ?? "themselves"}
          </h2>
          {chosen.notByThem ? (
            <p className="govuk-body">
              {chosen.notByThem === "about" ? "This is about you" : "You asked for this"}: another programme
              admin decides.
            </p>
          ) : (
            <>
              <DecideErasureForm id={chosen.id} reach={chosen.reach} answer={actionData} formKey={formKey} />
              <FormButton
                fields={{ intent: "decline", id: chosen.id }}
                idempotencyKey={formKey}
                variant="secondary"
              >
                Decline
              </FormButton>
            </>
          )}
        </>
      ) : null}
      <ToldAreas told={told} />
      <Table
        caption="Decided"
        rows={decided}
        rowKey={({ id }) => id}
        whenEmpty="Nothing yet."
        columns={[
          { header: "Asked on", cell: ({ askedOn }) => formatDay(askedOn) },
          {
            header: "Decided",
            cell: ({ doneOn, declinedOn }) =>
              doneOn ? `Erased on ${formatDay(doneOn)}` : `Declined on ${formatDay(declinedOn ?? "")}`,
          },
          { header: "Why", cell: ({ reason }) => ERASURE_REASONS[reason] },
        ]}
      />
    </div>
  );
}
