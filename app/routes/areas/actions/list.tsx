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
import { STEP_FILTERS, type StepFilter } from "~/features/actions/action-view";
import { ActionForms } from "~/features/actions/components/action-forms";
import { AnsweredList } from "~/features/actions/components/answered-list";
import { GoneStep } from "~/features/actions/components/gone-step";
import { OwnSteps, TheirSteps, Unknowns } from "~/features/actions/components/next-steps";
import { StepsList } from "~/features/actions/components/steps-list";
import { audienceWords } from "~/features/records/record";
import { canWrite } from "~/features/records/record.policy";
import { AppLink } from "~/ui/app-link";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { PrintButton } from "~/ui/print-button";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/list";

const name = z.string().min(1).max(200).nullable().catch(null);
const asked = z.object({
  council: name,
  action: name,
  steps: z.enum(STEP_FILTERS).catch("all"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

function askedOf(request: Request): z.output<typeof asked> {
  const { searchParams } = new URL(request.url);
  const of = (key: string) => searchParams.get(key);
  return asked.parse({
    council: of("council"),
    action: of("action"),
    steps: of("steps"),
    page: of("page") ?? 1,
  });
}

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Next steps") }];

export async function loader({ request, context, params }: Route.LoaderArgs) {
  return readArea(context, params.area, async (actor, { tx, today }) => {
    const { council: wanted, action: unfolded, steps: filter, page } = askedOf(request);
    const found = (await chooseRelationship(tx, actor, wanted)) ?? notFound();
    const lists = (await findActions(tx, actor, found.chosen.id, today, { filter, page })) ?? notFound();
    const { council, slug } = found.chosen;
    const { others: othersOfSide, ...shown } = lists;
    return {
      ...shown,
      othersOfSide,
      council,
      slug,
      unfolded,
      councils: found.others.map((one) => ({ slug: one.slug, council: one.council })),
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
  const { mine, unknowns, theirs, answered, steps, council, councils, otherSide, audience } = loaderData;
  const formKey = useFormKey();
  const own = href("/areas/:area/actions", params);
  const hrefOf = (filter: StepFilter, page: number) =>
    `${own}?${new URLSearchParams({ council: loaderData.slug, steps: filter, page: String(page) })}`;
  return (
    <div className="cg-measure">
      <PageTitle caption={council} aside={<PrintButton />}>
        Next steps
      </PageTitle>
      {councils.map((one) => (
        <p className="govuk-body" key={one.slug}>
          <AppLink href={`${own}?${new URLSearchParams({ council: one.slug })}`}>With {one.council}</AppLink>
        </p>
      ))}
      <GoneStep answer={actionData} shown={[...mine, ...loaderData.othersOfSide]} />
      <OwnSteps
        mine={mine}
        others={loaderData.othersOfSide}
        unfolded={actionData?.intent.split(":")[1] ?? loaderData.unfolded}
        answers={
          loaderData.canWrite
            ? (card) => <ActionForms card={card} answer={actionData} formKey={formKey} audience={audience} />
            : undefined
        }
      />
      <Unknowns unknowns={unknowns} />
      <TheirSteps theirs={theirs} otherSide={otherSide} />
      <h2 className="govuk-heading-m">What became of your steps</h2>
      <StepsList steps={steps} formKey={formKey} canUndo={loaderData.canWrite} hrefOf={hrefOf} />
      {answered.length > 0 ? <h2 className="govuk-heading-m">What your side put aside</h2> : null}
      <AnsweredList answers={answered} formKey={formKey} canUndo={loaderData.canWrite} />
    </div>
  );
}
