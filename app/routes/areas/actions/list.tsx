import { href } from "react-router";
import { z } from "zod";
import {
  acceptAction,
  dismissAction,
  markActionDone,
  undoAction,
} from "~/composition/actions.commands.server";
import { findActions } from "~/composition/actions.server";
import { chooseRelationship } from "~/composition/health.server";
import { formOf, intentOf, notFound, readArea, submit } from "~/composition/request.server";
import { ActionForms } from "~/features/actions/components/action-forms";
import { ActionList, UnknownList } from "~/features/actions/components/action-list";
import { AnsweredList } from "~/features/actions/components/answered-list";
import { audienceWords } from "~/features/records/record";
import { canWrite } from "~/features/records/record.policy";
import { AppLink } from "~/ui/app-link";
import { EmptyState } from "~/ui/empty-state";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/list";

const name = z.string().min(1).max(200).nullable().catch(null);
const asked = z.object({ council: name, action: name });

function askedOf(request: Request): z.output<typeof asked> {
  const { searchParams } = new URL(request.url);
  return asked.parse({ council: searchParams.get("council"), action: searchParams.get("action") });
}

/** What the other side could do is shown to be talked about, not to be done here. */
const THEIRS = 2;

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Next steps") }];

export async function loader({ request, context, params }: Route.LoaderArgs) {
  return readArea(context, params.area, async (actor, { tx, today }) => {
    const { council: wanted, action: unfolded } = askedOf(request);
    const found = (await chooseRelationship(tx, actor, wanted)) ?? notFound();
    const lists = (await findActions(tx, actor, found.chosen.id, today)) ?? notFound();
    const { council } = found.chosen;
    return {
      ...lists,
      council,
      unfolded,
      others: found.others.map((one) => ({ slug: one.slug, council: one.council })),
      otherSide: actor.side === "council" ? "the partnership" : council,
      canWrite: canWrite(actor) === true,
      audience: {
        promise: audienceWords("shared", actor, [council]),
        own: audienceWords("side", actor, [council]),
      },
    };
  });
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const form = await formOf(request);
  const [verb, id = ""] = intentOf(form).split(":");
  const { council } = askedOf(request);
  const { area } = params;
  const about = { area, action: id, ...(council === null ? {} : { council }) };
  const back = (message: string) => () => ({
    to: href("/areas/:area/actions", params) + new URL(request.url).search,
    message,
  });
  switch (verb) {
    case "accept":
      return submit(context, form, acceptAction, about, back("It is a promise of your side now."));
    case "dismiss":
      return submit(
        context,
        form,
        dismissAction,
        about,
        back("Put aside. It comes back when things change."),
      );
    case "done":
      return submit(context, form, markActionDone, about, back("Well done. It is off the list."));
    case "undo":
      return submit(context, form, undoAction, { area, id }, back("Taken back. A promise made stays."));
    default:
      return notFound();
  }
}

/** What this side could do next, what would tell more, and what waits for the other side. */
export default function NextSteps({ loaderData, actionData, params }: Route.ComponentProps) {
  const { mine, unknowns, theirs, answered, council, others, otherSide, audience } = loaderData;
  const formKey = useFormKey();
  const own = href("/areas/:area/actions", params);
  return (
    <div className="cg-measure">
      <PageTitle caption={council}>Next steps</PageTitle>
      {others.map((one) => (
        <p className="govuk-body" key={one.slug}>
          <AppLink href={`${own}?${new URLSearchParams({ council: one.slug })}`}>With {one.council}</AppLink>
        </p>
      ))}
      <h2 className="govuk-heading-m">For your side</h2>
      {mine.length === 0 ? (
        <EmptyState title="Nothing calls for a step today">Steps come up as things are recorded.</EmptyState>
      ) : (
        <ActionList
          label="For your side"
          cards={mine}
          unfolded={actionData?.intent.split(":")[1] ?? loaderData.unfolded}
          answers={
            loaderData.canWrite
              ? (card) => (
                  <ActionForms card={card} answer={actionData} formKey={formKey} audience={audience} />
                )
              : undefined
          }
        />
      )}
      <h2 className="govuk-heading-m">What would tell us more</h2>
      {unknowns.length === 0 ? <p className="govuk-body">Nothing waits for a word from you.</p> : null}
      <UnknownList unknowns={unknowns} />
      <h2 className="govuk-heading-m">Waiting on {otherSide}</h2>
      {theirs.length === 0 ? <p className="govuk-body">Nothing.</p> : null}
      <ActionList label={`Waiting on ${otherSide}`} cards={theirs} first={THEIRS} />
      {answered.length > 0 ? <h2 className="govuk-heading-m">What your side answered</h2> : null}
      <AnsweredList answers={answered} formKey={formKey} canUndo={loaderData.canWrite} />
    </div>
  );
}
