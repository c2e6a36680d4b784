import type { RouterContextProvider } from "react-router";
import { askedTo, type Invited } from "~/features/identity/invitation";
import { findInvitation } from "~/features/identity/invitation-acceptance.server";
import { countGuess, forgiveGuess } from "~/features/identity/sign-in-limits.server";
import { isToken } from "~/features/links/link-token.server";
import { findActor } from "./request.server";
import { circumstancesOf } from "./visit.server";

/** How it is accepted: as somebody new; as who is signed in; after signing in; or not while signed in as another. */
export type AcceptAs = "new" | "self" | "sign-in" | "another";

/** What the link of an invitation shows, or why it shows nothing. */
export type InvitationPage =
  | {
      state: "open";
      name: string;
      email: string;
      inviter: string;
      asked: string;
      as: AcceptAs;
      signedInAs: string | null;
    }
  | { state: "nothing" }
  | { state: "wait" };

/** What a token invites to. Nothing is written by looking. */
export async function findInvitationPage(
  context: Readonly<RouterContextProvider>,
  token: string,
): Promise<InvitationPage> {
  const { clock, clientAddress } = circumstancesOf(context);
  if (!(await countGuess(clientAddress, clock.now()))) return { state: "wait" };
  const found = isToken(token) ? await findInvitation(token, clock.now()) : null;
  if (!found) return { state: "nothing" };
  await forgiveGuess(clientAddress);
  const actor = await findActor(context);
  const as = acceptAs(found, actor && { id: actor.userId });
  const { name, email, inviter } = found;
  return { state: "open", name, email, inviter, asked: askedTo(found), as, signedInAs: actor?.email ?? null };
}

function acceptAs({ account }: Invited & { account: string | null }, actor: { id: string } | null): AcceptAs {
  if (actor) return actor.id === account ? "self" : "another";
  return account === null ? "new" : "sign-in";
}
