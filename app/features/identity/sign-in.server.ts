import { APIError } from "better-auth/api";
import type { Clock } from "~/platform/clock";
import { todayBy } from "~/platform/clock";
import { authClient, inTransaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { getAuth } from "./auth.server";

type Circumstances = { clock: Clock; requestId: string | null; clientAddress: string | null };

/** Signs in by e-mail and password; the cookies to set, or null: one answer for every reason why not. */
export async function signIn(
  request: Request,
  credentials: { email: string; password: string },
  circumstances: Circumstances,
): Promise<Headers | null> {
  try {
    const { headers, response } = await getAuth().api.signInEmail({
      body: { ...credentials, rememberMe: true },
      headers: request.headers,
      returnHeaders: true,
    });
    const deactivated = await authClient().user.count({
      where: { id: response.user.id, deactivatedAt: { not: null } },
    });
    if (deactivated > 0) return null;
    await noteSignIn(response.user.id, "identity.signed-in", circumstances);
    return headers;
  } catch (error) {
    if (error instanceof APIError) return null;
    throw error;
  }
}

/** Ends the session of this request; the cookies that say so. */
export async function signOut(request: Request): Promise<Headers> {
  const { headers } = await getAuth().api.signOut({ headers: request.headers, returnHeaders: true });
  return headers;
}

async function noteSignIn(userId: string, command: string, circumstances: Circumstances): Promise<void> {
  const { clock, requestId, clientAddress } = circumstances;
  await inTransaction("auth", todayBy(clock), async (tx) => {
    // createMany: the auth principal writes the entry and cannot read it back.
    await tx.event.createMany({
      data: [
        {
          id: newId(clock.now()),
          at: clock.now(),
          principal: "auth",
          actorId: userId,
          command,
          level: "personal",
          data: {},
          requestId,
          clientAddress,
        },
      ],
    });
  });
}
