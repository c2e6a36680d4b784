import { data, href, redirect } from "react-router";
import { answerSeat } from "~/composition/answer-check-in.server";
import { formOf, notFound, readArea, run } from "~/composition/request.server";
import { findRound, findSeatForm } from "~/features/check-ins/check-ins.queries.server";
import { AnswerPages } from "~/features/check-ins/components/answer-pages";
import { titleOf } from "~/features/check-ins/components/round-title";
import { stepNamed, stepText } from "~/features/check-ins/steps";
import { flashCookie } from "~/platform/flash.server";
import { idSchema } from "~/platform/ids";
import { BackLink } from "~/ui/breadcrumbs";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/answer";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Your check-in") }];

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const id = idSchema.safeParse(params.id).data ?? notFound();
  const at = stepNamed(new URL(request.url).searchParams.get("step"));
  return readArea(context, params.area, async (actor, { tx, today }) => {
    const round = (await findRound(tx, actor, id, today)) ?? notFound();
    const form = await findSeatForm(tx, actor, id, today);
    return { at, form, round: { openedOn: round.openedOn, isAsked: round.mine !== null } };
  });
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const id = idSchema.safeParse(params.id).data ?? notFound();
  const seat = await readArea(context, params.area, async (actor, { tx, today }) =>
    findSeatForm(tx, actor, id, today),
  );
  if (seat === null) return notFound();
  const sent = await answerSeat(await formOf(request), seat, (command, input) =>
    run(context, command, input),
  );
  if (sent === null) return notFound();
  if ("error" in sent) return data(sent, { status: 400 });
  const own = href("/areas/:area/check-ins/:id/answer", { area: params.area, id });
  const to = sent.to === null ? own : `${own}?step=${stepText(sent.to)}`;
  throw redirect(to, { headers: { "Set-Cookie": await flashCookie(sent.message) } });
}

/** What was saved of a step that is not whole is shown again. */
export function shouldRevalidate() {
  return true;
}

/** One's own answers, a step a page, until the round closes. */
export default function AnswerCheckIn({ loaderData, actionData, params }: Route.ComponentProps) {
  const { at, form, round } = loaderData;
  const formKey = useFormKey();
  const back = href("/areas/:area/check-ins/:id", params);
  return (
    <div className="cg-measure">
      {form === null ? (
        <>
          <BackLink href={back}>{titleOf(round)}</BackLink>
          <PageTitle caption={titleOf(round)}>
            {round.isAsked ? "This check-in takes no answers any more" : "You were not asked this time"}
          </PageTitle>
          <p className="govuk-body">
            {round.isAsked
              ? "It is over. What you answered until then counts, and nobody sees it."
              : "Whoever has an account on the day a check-in is opened is asked. A lead of your side can tell you more."}
          </p>
        </>
      ) : (
        <AnswerPages
          form={form}
          at={at}
          problems={actionData?.error ?? {}}
          home={href("/areas/:area/check-ins/:id/answer", params)}
          formKey={formKey}
        />
      )}
    </div>
  );
}
