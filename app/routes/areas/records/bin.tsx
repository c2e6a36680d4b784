import { recordHref } from "~/composition/record-href";
import { requireRecord } from "~/composition/record-panel.server";
import { formOf, intentOf, notFound, readArea, submit } from "~/composition/request.server";
import { findBin, findVoided } from "~/features/records/bin.queries.server";
import { GoneList } from "~/features/records/components/gone-list";
import { PANEL_INTENTS } from "~/features/records/record-panel";
import { restoreRecord } from "~/features/records/records.commands.server";
import { BIN_DAYS } from "~/features/retention/schedule";
import { idSchema } from "~/platform/ids";
import { EmptyState } from "~/ui/empty-state";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/bin";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Bin") }];

export async function loader({ context, params }: Route.LoaderArgs) {
  return readArea(context, params.area, async (actor, { tx }) => ({
    binned: await findBin(tx, actor),
    voided: await findVoided(tx, actor),
  }));
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const form = await formOf(request);
  const id = idSchema.safeParse(form.get("id")).data ?? notFound();
  if (intentOf(form) !== PANEL_INTENTS.restore) return notFound();
  await requireRecord(context, params.area, id);
  return submit(context, form, restoreRecord, { id }, () => ({
    to: recordHref("note", params.area, id),
    message: "It is out of the bin.",
  }));
}

/** What this side took back, to be taken out again, and what both sides agreed does not count. */
export default function Bin({ loaderData }: Route.ComponentProps) {
  const { binned, voided } = loaderData;
  const formKey = useFormKey();
  return (
    <div className="cg-measure">
      <PageTitle>Bin</PageTitle>
      {binned.length === 0 ? (
        <EmptyState title="The bin is empty">What your side takes back is kept here.</EmptyState>
      ) : (
        <>
          <p className="govuk-body">What lies here for {BIN_DAYS} days goes for good.</p>
          <GoneList label="In the bin" records={binned} verb="Binned" formKey={formKey} />
        </>
      )}
      {voided.length > 0 ? (
        <>
          <h2 className="govuk-heading-m">Does not count</h2>
          <p className="govuk-body">Both sides agreed that these do not count.</p>
          <GoneList label="Does not count" records={voided} verb="Agreed" formKey={undefined} />
        </>
      ) : null}
    </div>
  );
}
