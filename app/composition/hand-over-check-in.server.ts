import type { RouterContextProvider } from "react-router";
import { handOverSeat, inviteToCheckIn } from "~/features/check-ins/invite.commands.server";
import { hashToken, newToken } from "~/features/links/link-token.server";
import type { CommandResult } from "~/platform/command.server";
import { checkInAddress, codeOf } from "./answer-address.server";
import { run } from "./request.server";

type Context = Readonly<RouterContextProvider>;

/** A link to a check-in just made: for whom, its address and the code to scan, shown once. */
export type MadeSeatLink = { seatId: string; name: string; address: string; code: string };

type Refused = Exclude<CommandResult<unknown>, { status: "done" }>;
type Made = { status: "done"; result: { seatId: string; name: string } } | Refused;

/** Asks somebody of the register, and gives the link to hand over, this once; or why not. */
export async function inviteByHand(
  context: Context,
  id: string,
  inviteeId: string,
): Promise<MadeSeatLink | Refused> {
  const token = newToken();
  const input = { id, inviteeId, way: "hand", tokenHash: hashToken(token) };
  return toMade(await run(context, inviteToCheckIn, input), token);
}

/** One more link to a seat of one's own side, to hand over; or why not. */
export async function handOverAgain(
  context: Context,
  id: string,
  seatId: string,
): Promise<MadeSeatLink | Refused> {
  const token = newToken();
  return toMade(await run(context, handOverSeat, { id, seatId, tokenHash: hashToken(token) }), token);
}

async function toMade(outcome: Made, token: string): Promise<MadeSeatLink | Refused> {
  if (outcome.status !== "done") return outcome;
  const address = checkInAddress(token);
  return { ...outcome.result, address, code: await codeOf(address) };
}
