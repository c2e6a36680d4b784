import { data, href, type RouterContextProvider, redirect } from "react-router";
import { inviteToCheckIn } from "~/features/check-ins/invite.commands.server";
import { findInvitees } from "~/features/check-ins/invitees.queries.server";
import type { CommandResult } from "~/platform/command.server";
import { flashCookie } from "~/platform/flash.server";
import { handOverAgain, inviteByHand, type MadeSeatLink } from "./hand-over-check-in.server";
import { forbidden, notFound, readArea, run } from "./request.server";

type Context = Readonly<RouterContextProvider>;
type Round = { area: string; id: string };
type Refused = Exclude<CommandResult<unknown>, { status: "done" }>;

/**
 * Asks one more of one's own side: whoever has an account answers by it, and is told; anybody else gets a link, which is
 * mailed (`byMail`) or handed over, and stands on the page that follows this once.
 */
export async function askOneMore(context: Context, form: FormData, round: Round, byMail: boolean) {
  const inviteeId = String(form.get("inviteeId") ?? "");
  const invitees = await readArea(context, round.area, (actor, { tx, today }) =>
    findInvitees(tx, actor, round.id, today),
  );
  const hasAccount = invitees.some(({ id, by }) => id === inviteeId && by === "account");
  if (!hasAccount && !byMail) return shown(await inviteByHand(context, round.id, inviteeId));
  const way = hasAccount ? "account" : "mail";
  const outcome = await run(context, inviteToCheckIn, { id: round.id, inviteeId, way });
  if (outcome.status !== "done") return refused(outcome);
  const message = `${outcome.result.name} ${hasAccount ? "can answer by their account" : "gets the link by mail"}.`;
  throw redirect(href("/areas/:area/check-ins/:id", round), {
    headers: { "Set-Cookie": await flashCookie(message) },
  });
}

/** Makes one more link to a seat, to hand over. */
export async function handOutSeat(context: Context, form: FormData, { id }: Round) {
  return shown(await handOverAgain(context, id, String(form.get("seatId") ?? "")));
}

/** A link that was just made, for the page that follows; or what to say instead. */
function shown(made: MadeSeatLink | Refused) {
  if ("status" in made) return refused(made);
  const { seatId: _, ...link } = made;
  return { made: link };
}

function refused(outcome: Refused) {
  if (outcome.status === "forbidden") return forbidden(outcome.why);
  if (outcome.status !== "invalid") return notFound();
  return data({ error: { "": Object.values(outcome.fields).flat() } }, { status: 400 });
}
