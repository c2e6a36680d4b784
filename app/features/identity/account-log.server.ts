import type { Clock } from "~/platform/clock";
import { todayBy } from "~/platform/clock";
import { inTransaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";

/** When and from where somebody did something with their account. */
export type SignInCircumstances = { clock: Clock; requestId: string | null; clientAddress: string | null };

/** What the log calls what happens to an account by its owner. */
export type AccountEvent =
  | "identity.signed-in"
  | "identity.sessions-ended"
  | "identity.password-changed"
  | "identity.authenticator-set-up"
  | "identity.authenticator-taken-off"
  | "identity.recovery-codes-made";

/** Adds to the log what somebody did with their own account; they and the admins read it. */
export async function noteAccount(
  userId: string,
  command: AccountEvent,
  { clock, requestId, clientAddress }: SignInCircumstances,
  data: Record<string, string> = {},
): Promise<void> {
  const at = clock.now();
  const where = { principal: "auth", actorId: userId, level: "personal" as const, data };
  await inTransaction("auth", todayBy(clock), async (tx) => {
    // createMany: the auth principal writes the entry and cannot read it back.
    await tx.event.createMany({
      data: [{ id: newId(at), at, command, requestId, clientAddress, ...where }],
    });
  });
}
