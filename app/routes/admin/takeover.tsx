import { href } from "react-router";
import { readAdmin, requireAdmin } from "~/composition/admin.server";
import { formOf, intentOf, notFound, submit } from "~/composition/request.server";
import { TakeoverForm } from "~/features/areas/components/takeover-form";
import { takeBackTakeover } from "~/features/areas/take-back-takeover.commands.server";
import { takeOver } from "~/features/areas/take-over.commands.server";
import { openWords } from "~/features/areas/takeover";
import { findTakeover } from "~/features/areas/takeover.queries.server";
import { findPrepared } from "~/features/areas/takeover-steps.server";
import { findOrganisation } from "~/features/organisations/organisations.queries.server";
import { idSchema } from "~/platform/ids";
import { AppLink } from "~/ui/app-link";
import { EmptyState } from "~/ui/empty-state";
import { answerTo } from "~/ui/form-answer";
import { FormButton } from "~/ui/form-button";
import { formatDay } from "~/ui/format-date";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { Table } from "~/ui/table";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/takeover";

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: documentTitle(`What follows ${loaderData?.council.name ?? "a council"}`) },
];

export async function loader({ context, params }: Route.LoaderArgs) {
  const id = idSchema.safeParse(params.id).data ?? notFound();
  return readAdmin(context, async (_, { tx, today }) => {
    const organisation = (await findOrganisation(tx, id)) ?? notFound();
    if (!organisation.kinds.includes("council")) return notFound();
    const { ties, ...found } = await findTakeover(tx, id, today);
    return {
      ...found,
      council: { id, name: organisation.name },
      open: ties.filter(({ takenOverBy }) => takenOverBy === null),
      prepared: ties.filter(({ takenOverBy }) => takenOverBy !== null),
      canTakeBack: (await findPrepared(tx, id)) !== null,
    };
  });
}

export async function action({ request, context, params }: Route.ActionArgs) {
  await requireAdmin(context);
  const predecessorId = idSchema.safeParse(params.id).data ?? notFound();
  const to = href("/admin/organisations/:id/takeover", { id: predecessorId });
  const form = await formOf(request);
  switch (intentOf(form)) {
    case "prepare":
      return submit(context, form, takeOver, { predecessorId }, () => ({
        to,
        message: "The takeover is prepared. Both sides of each area are told.",
      }));
    case "take-back":
      return submit(context, form, takeBackTakeover, { predecessorId }, () => ({
        to,
        message: "The takeover is taken back.",
      }));
    default:
      return notFound();
  }
}

/** A council's end: who takes over in each of its areas, what follows, and what becomes of its accounts. */
export default function Takeover({ loaderData, actionData }: Route.ComponentProps) {
  const { council, successors, open, prepared, members, canTakeBack } = loaderData;
  const formKey = useFormKey();
  const refused = answerTo(actionData, "take-back")?.error?.[""]?.[0];
  const own = <AppLink href={href("/admin/organisations/:id", { id: council.id })}>{council.name}</AppLink>;
  return (
    <div className="cg-measure">
      <PageTitle caption={council.name}>When another council takes over</PageTitle>
      {prepared.length > 0 ? (
        <Table
          caption="Prepared"
          rows={prepared}
          rowKey={({ id }) => id}
          columns={[
            { header: "Area", cell: ({ area }) => area },
            { header: "Taken over by", cell: ({ takenOverBy }) => takenOverBy },
            { header: "From", cell: ({ endsOn }) => (endsOn ? formatDay(endsOn) : "") },
            { header: "What follows", cell: ({ open: counts }) => openWords(counts) },
          ]}
        />
      ) : null}
      {canTakeBack ? (
        <FormButton fields={{ intent: "take-back" }} variant="secondary" idempotencyKey={formKey}>
          Take it back
        </FormButton>
      ) : null}
      {refused ? <p className="govuk-error-message">{refused}</p> : null}
      {successors.length === 0 ? (
        <EmptyState title="No council takes over from this one yet">
          Say first on the page of {own} which one it is, and from which day.
        </EmptyState>
      ) : open.length > 0 ? (
        <TakeoverForm {...{ ties: open, members, successors, answer: actionData, formKey }} />
      ) : null}
      {successors.length > 0 && open.length === 0 && prepared.length === 0 ? (
        <EmptyState title="This council is in no area">Nothing has to follow.</EmptyState>
      ) : null}
    </div>
  );
}
