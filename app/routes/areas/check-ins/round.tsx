import { href } from "react-router";
import { askOneMore, handOutSeat } from "~/composition/check-in-seats.server";
import { findRoundPage } from "~/composition/check-ins-page.server";
import { andForget, readEnded } from "~/composition/read-rounds.server";
import { formOf, intentOf, notFound, readArea, submit } from "~/composition/request.server";
import { callOffCheckIn } from "~/features/check-ins/check-ins.commands.server";
import { InviteForm } from "~/features/check-ins/components/invite-form";
import { CallOff, OpenRound } from "~/features/check-ins/components/open-round";
import { ReleasedView } from "~/features/check-ins/components/released-view";
import { RoundOver } from "~/features/check-ins/components/round-over";
import { titleOf } from "~/features/check-ins/components/round-title";
import { SeatLink } from "~/features/check-ins/components/seat-link";
import { SeatList } from "~/features/check-ins/components/seat-list";
import { uninviteFromCheckIn } from "~/features/check-ins/invite.commands.server";
import { idSchema } from "~/platform/ids";
import { BackLink } from "~/ui/breadcrumbs";
import { ErrorSummary } from "~/ui/error-summary";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/round";

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: documentTitle(loaderData ? titleOf(loaderData.round) : "Check-in") },
];

export async function loader({ context, params }: Route.LoaderArgs) {
  const id = idSchema.safeParse(params.id).data ?? notFound();
  return readEnded(
    context,
    params.area,
    (actor, reading) => findRoundPage(actor, reading, id),
    ({ round }) => round.isOver,
  );
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const id = idSchema.safeParse(params.id).data ?? notFound();
  const round = { area: params.area, id };
  await readArea(context, params.area, (actor, reading) => findRoundPage(actor, reading, id));
  const form = await formOf(request);
  const to = href("/areas/:area/check-ins/:id", round);
  const done = (message: string) => () => ({ to, message });
  switch (intentOf(form)) {
    case "invite":
      return askOneMore(context, form, round, false);
    case "invite-by-mail":
      return askOneMore(context, form, round, true);
    case "hand-over":
      return handOutSeat(context, form, round);
    case "uninvite":
      return submit(context, form, uninviteFromCheckIn, { id }, done("They are asked no more."));
    case "call-off":
      return andForget(context, () =>
        submit(context, form, callOffCheckIn, { id }, done("The check-in is called off.")),
      );
    default:
      return notFound();
  }
}

/** A round: until it closes who of one's own side was asked, afterwards what both sides say. */
export default function Round({ loaderData, actionData, params }: Route.ComponentProps) {
  const { round, council, names, released, invitees, mail } = loaderData;
  const formKey = useFormKey();
  const made = actionData && "made" in actionData ? actionData.made : null;
  const home = `${href("/areas/:area/check-ins", params)}?council=${council.slug}`;
  return (
    <>
      <BackLink href={home}>Check-ins</BackLink>
      <PageTitle caption={council.name}>{titleOf(round)}</PageTitle>
      <ErrorSummary errors={problemsIn(actionData)} />
      {made ? <SeatLink made={made} lastDay={round.lastDay} /> : null}
      {round.state === "open" ? (
        <OpenRound
          round={round}
          names={names}
          answerHref={href("/areas/:area/check-ins/:id/answer", params)}
        />
      ) : null}
      {round.ownSide ? (
        <SeatList people={round.ownSide.people} canInvite={round.can.invite} formKey={formKey} />
      ) : null}
      {round.can.invite ? (
        <InviteForm key={invitees.length} invitees={invitees} mail={mail} formKey={formKey} />
      ) : null}
      {round.can.callOff ? <CallOff formKey={formKey} /> : null}
      {released ? (
        <ReleasedView
          {...released}
          names={names}
          hrefOf={(component) =>
            `${href("/areas/:area/health/:component", { ...params, component })}?council=${council.slug}`
          }
        />
      ) : null}
      {round.state === "too few" || round.state === "called off" ? (
        <RoundOver round={round} names={names} />
      ) : null}
    </>
  );
}

/** What stood in the way of any of the page's forms. */
function problemsIn(answer: Route.ComponentProps["actionData"]) {
  if (!answer || "made" in answer) return [];
  const error = "error" in answer ? answer.error : (answer.lastResult.error ?? {});
  return Object.values(error).flatMap((words) => (words ?? []).map((text) => ({ text })));
}
