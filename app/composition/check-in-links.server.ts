import type { RouterContextProvider } from "react-router";
import type { z } from "zod";
import type { SeatForm } from "~/features/check-ins/check-in";
import { findCheckInLink } from "~/features/check-ins/check-in-links.queries.server";
import { findLinkedSeatForm } from "~/features/check-ins/check-ins.queries.server";
import { type Actor, toActor } from "~/features/identity/actor";
import { countGuess, forgiveGuess } from "~/features/identity/sign-in-limits.server";
import { hashToken, isToken } from "~/features/links/link-token.server";
import { type Clock, todayBy } from "~/platform/clock";
import { type Command, type CommandResult, type Execution, execute } from "~/platform/command.server";
import { inReading, inTransaction, type StandRow } from "~/platform/db.server";
import { refuseClosed } from "./closed-areas.server";
import { noteDenialByLink } from "./link-actor.server";
import { circumstancesOf } from "./visit.server";

type Context = Readonly<RouterContextProvider>;

/** What the address of a personal link to a check-in shows: its seat's form, or why there is none. */
export type LinkedCheckIn =
  | { state: "open"; linkId: string; form: SeatForm }
  | { state: "over" }
  | { state: "nothing" }
  | { state: "wait" };

/** The seat a token opens, as often as it likes while its round takes answers. Nothing is written by looking. */
export async function findCheckInByLink(context: Context, token: string): Promise<LinkedCheckIn> {
  const { clock, clientAddress } = circumstancesOf(context);
  if (!(await countGuess(clientAddress, clock.now()))) return { state: "wait" };
  const today = todayBy(clock);
  const found = isToken(token)
    ? await inTransaction("auth", today, (tx) => findCheckInLink(tx, hashToken(token), today))
    : null;
  if (found === null) return { state: "nothing" };
  await forgiveGuess(clientAddress);
  const form = found.isOpen ? await readSeatForm(found.id, clock) : null;
  return form ? { state: "open", linkId: found.id, form } : { state: "over" };
}

/** A link as one who acts: it has no account, and sits on one seat. */
function seatActor(linkId: string, stands: readonly StandRow[]): Actor {
  return { ...toActor({ id: linkId, name: "", email: "", demo: false }, stands), contactId: linkId };
}

function readSeatForm(linkId: string, clock: Clock): Promise<SeatForm | null> {
  const today = todayBy(clock);
  return inReading(`link:${linkId}`, today, async (tx, stands) => {
    const [stand] = seatActor(linkId, stands).stands;
    return stand ? findLinkedSeatForm(tx, { ...stand, userId: linkId, name: "" }, today) : null;
  });
}

type Whence = {
  clock: Clock;
  requestId?: string | null;
  clientAddress?: string | null;
  browser?: string | null;
};

/** Runs a command as whoever holds a link to a check-in; the log says no more than that the link did. */
export function runByCheckInLink<S extends z.ZodType, T, R>(
  linkId: string,
  command: Command<Actor, S, T, R>,
  input: unknown,
  { clock, requestId, clientAddress, browser }: Whence,
): Promise<CommandResult<R>> {
  const execution: Execution<Actor> = {
    principal: `link:${linkId}`,
    actorId: null,
    actor: (stands) => seatActor(linkId, stands),
    clock,
    ...(requestId ? { requestId } : {}),
    ...(clientAddress ? { clientAddress } : {}),
    ...(browser ? { browser } : {}),
    refuse: refuseClosed,
    // Nothing of a check-in is scored before its release.
    after: () => Promise.resolve(),
    denied: (id, why) => noteDenialByLink(linkId, id, why, clock),
  };
  return execute(command, input, execution);
}
