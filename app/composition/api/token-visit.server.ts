import type { RouterContextProvider } from "react-router";
import { countProgram } from "~/features/identity/sign-in-limits.server";
import { hashSent } from "~/features/identity/token-secret.server";
import { findLiveToken, type LiveToken } from "~/features/identity/tokens.queries.server";
import { todayBy } from "~/platform/clock";
import { ReadScope } from "~/platform/read-scope.server";
import { clientAddressContext } from "~/platform/request-context.server";
import { endRoundsInTime } from "../end-due-rounds.server";
import { clockContext, visitContext } from "../visit.server";
import { problemType, Refusal } from "./problem.server";

type Context = Readonly<RouterContextProvider>;

const REALM = 'Bearer realm="Common Ground"';
const WAIT_SECONDS = 60;

/** Who asks, by the token of the request alone; 401 where it brings none in force. */
export async function openVisit(
  request: Request,
  context: Context,
): Promise<{ token: LiveToken; scope: ReadScope }> {
  const sent = /^Bearer +(\S+) *$/i.exec(request.headers.get("Authorization") ?? "")?.[1];
  if (sent === undefined)
    throw new Refusal(401, {
      detail: "Send a token of your account, as `Authorization: Bearer …`. A cookie counts for nothing here.",
      headers: { "WWW-Authenticate": REALM },
    });
  const clock = context.get(clockContext);
  const hash = hashSent(sent);
  const token = hash && (await findLiveToken(hash, todayBy(clock)));
  const address = context.get(clientAddressContext);
  const isWithin = await countProgram(token ? { token: token.id } : { address }, clock.now());
  if (!isWithin)
    throw new Refusal(429, {
      detail: "There were too many requests. Wait a minute.",
      headers: { "Retry-After": String(WAIT_SECONDS) },
    });
  if (!token)
    throw new Refusal(401, {
      type: problemType("token"),
      detail: "This token is none of ours, has ended, or was ended.",
      headers: { "WWW-Authenticate": `${REALM}, error="invalid_token"` },
    });
  await endRoundsInTime(clock);
  const principal = `token:${token.id}` as const;
  const scope = new ReadScope(principal, todayBy(clock));
  context.set(visitContext, { user: token.owner, scope, clock, principal });
  return { token, scope };
}
