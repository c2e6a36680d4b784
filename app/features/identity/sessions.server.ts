import { APIError } from "better-auth/api";
import { authClient } from "~/platform/db.server";
import { noteAccount, type SignInCircumstances } from "./account-log.server";
import { findSession, getAuth } from "./auth.server";
import { browserWords } from "./browser-words";
import type { SessionView } from "./session";
import { countPasswordTry } from "./sign-in-limits.server";

type Owner = { id: string; demo: boolean };

/** Where the account is signed in now, newest first; of a demonstration account, which strangers share, this one alone. */
export async function findSessions(request: Request, owner: Owner, now: Date): Promise<SessionView[]> {
  const current = await findSession(request);
  const rows = await authClient().session.findMany({
    where: { userId: owner.id, expiresAt: { gt: now }, ...(owner.demo ? { id: current ?? "" } : {}) },
    orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
    select: { id: true, userAgent: true, createdAt: true, updatedAt: true },
    take: 50,
  });
  return rows.map(({ id, userAgent, createdAt, updatedAt }) => ({
    id,
    browser: browserWords(userAgent),
    since: createdAt,
    lastSeen: updatedAt,
    isThis: id === current,
  }));
}

/** Which sessions to end: one by its id, or all but this one. */
export type Ending = { id: string } | "others";

/** Ends sessions of one's own; false where there is no such session of theirs. */
export async function endSessions(
  request: Request,
  owner: Owner,
  ending: Ending,
  circumstances: SignInCircumstances,
): Promise<boolean> {
  const current = await findSession(request);
  const own = { userId: owner.id, ...(owner.demo ? { id: current ?? "" } : {}) };
  const which = ending === "others" ? { id: { not: current ?? "" } } : { id: ending.id };
  const { count } = await authClient().session.deleteMany({ where: { AND: [own, which] } });
  if (count > 0) await noteAccount(owner.id, "identity.sessions-ended", circumstances);
  return count > 0 || ending === "others";
}

export type PasswordChange = { status: "done"; headers: Headers } | { status: "wrong" } | { status: "wait" };

/** Changes one's password; the current one is asked, and every other session ends. Every token does with the write. */
export async function changePassword(
  request: Request,
  owner: Owner,
  passwords: { current: string; next: string },
  circumstances: SignInCircumstances,
): Promise<PasswordChange> {
  if (!(await countPasswordTry(owner.id, circumstances.clock.now()))) return { status: "wait" };
  try {
    const { headers } = await getAuth().api.changePassword({
      body: {
        currentPassword: passwords.current,
        newPassword: passwords.next,
        revokeOtherSessions: true,
      },
      headers: request.headers,
      returnHeaders: true,
    });
    await noteAccount(owner.id, "identity.password-changed", circumstances);
    return { status: "done", headers };
  } catch (error) {
    if (error instanceof APIError) return { status: "wrong" };
    throw error;
  }
}
