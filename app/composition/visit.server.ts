import { createContext, type MiddlewareFunction, type RouterContextProvider, redirect } from "react-router";
import { findSignedIn } from "~/features/identity/auth.server";
import { browserWords } from "~/features/identity/browser-words";
import { type Clock, systemClock, todayBy } from "~/platform/clock";
import type { Principal } from "~/platform/db.server";
import { unreadFields } from "~/platform/form-body.server";
import { ReadScope } from "~/platform/read-scope.server";
import { clientAddressContext, requestIdContext, userAgentContext } from "~/platform/request-context.server";
import { orUnavailable, RETRY_SECONDS } from "~/platform/unavailable.server";
import { noteAnswer, noteOpening, openableIn } from "./access-trail.server";
import { endRoundsInTime } from "./end-due-rounds.server";
import type { SignedIn } from "./execution.server";
import { answerKept } from "./kept-documents.server";
import { isForPrograms } from "./open-pages";

/** One request of somebody signed in. */
export type Visit = {
  user: SignedIn;
  scope: ReadScope;
  clock: Clock;
  /** The token of a program that acts for the user; absent where they act themselves. */
  principal?: Principal;
  /** Everything the page shows was kept, and nothing was read for it (kept-pages.server.ts). */
  isKept?: boolean;
  /** A command of this request was refused, and that is in the log. */
  isRefused?: boolean;
  /** A file was given to take away, and of which area it is. */
  taken?: { area: string | null };
};

/** The visit of this request; null where nobody is signed in. */
export const visitContext = createContext<Visit | null>(null);

/** The clock of this request; tests set another. */
export const clockContext = createContext<Clock>(systemClock);

/** When and from where this request comes, for what is noted outside a command. */
export function circumstancesOf(context: Readonly<RouterContextProvider>) {
  return {
    clock: context.get(clockContext),
    requestId: context.get(requestIdContext),
    clientAddress: context.get(clientAddressContext),
    browser: browserWords(context.get(userAgentContext)),
  };
}

/**
 * Who is asking: the first thing that happens to every request. Nobody signed in gets the open pages (`isOpen`) and is
 * otherwise sent to sign in. Loaders of one request share one read transaction, which ends here.
 */
export function identify(isOpen: (pathname: string) => boolean): MiddlewareFunction<Response> {
  return async ({ request, context }, next) => {
    const url = new URL(request.url);
    // Programs bring a token (api/answer.server.ts): a browser's session counts for nothing there.
    if (isForPrograms(url.pathname)) return next();
    const user = await orUnavailable(findSignedIn(request), () => unreadFields(request));
    if (!user) {
      if (!isOpen(url.pathname))
        throw redirect(`/sign-in?next=${encodeURIComponent(url.pathname + url.search)}`);
      return keepWithin(await next(), url);
    }
    const clock = context.get(clockContext);
    await endRoundsInTime(clock);
    const scope = new ReadScope(`user:${user.id}`, todayBy(clock), openableIn(request));
    const visit: Visit = { user, scope, clock };
    context.set(visitContext, visit);
    try {
      await noteOpening({ request, visit, ...circumstancesOf(context) });
      const response = await answerKept(request, context, visit, next);
      await noteAnswer({ request, response, visit, ...circumstancesOf(context) });
      return keepWithin(response, url);
    } finally {
      await scope.close();
    }
  };
}

/** Says when to come again where that is all there is to say. A redirect leads to this site, whatever its address was made from: to a browser `/<tab>/elsewhere` is `//elsewhere`. */
function keepWithin(response: Response, asked: URL): Response {
  const to = response.headers.get("Location");
  const stays = to === null || (URL.canParse(to, asked) && new URL(to, asked).origin === asked.origin);
  if (!stays) response.headers.set("Location", "/");
  if (response.status === 503) response.headers.set("Retry-After", String(RETRY_SECONDS));
  return response;
}

/** Ends the request's read transaction: before rendering, which must not hold a connection. */
export async function closeReads(context: Readonly<RouterContextProvider>): Promise<void> {
  await context.get(visitContext)?.scope.close();
}
