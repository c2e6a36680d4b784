import type { Clock } from "~/platform/clock";
import { todayBy } from "~/platform/clock";
import { inTransaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { enqueue } from "~/platform/jobs.server";
import { networkRange } from "~/platform/network-range";

/** When and from where somebody did something with their account. */
export type SignInCircumstances = {
  clock: Clock;
  requestId: string | null;
  clientAddress: string | null;
  /** The browser, as its owner would call it. */
  browser?: string | null;
};

/** What the log calls what happens to an account by its owner. */
export type AccountEvent =
  | "identity.signed-in"
  | "identity.signed-out"
  | "identity.sign-in-failed"
  | "identity.second-step-failed"
  | "identity.sessions-ended"
  | "identity.password-changed"
  | "identity.authenticator-set-up"
  | "identity.authenticator-taken-off"
  | "identity.recovery-codes-made"
  | "identity.passkey-added"
  | "identity.passkey-renamed"
  | "identity.passkey-removed";

/** What the owner is told of by mail, so that they notice what they did not do themselves; named as the mail is. */
const TOLD: Partial<Record<AccountEvent, string>> = {
  "identity.password-changed": "password-changed",
  "identity.authenticator-set-up": "authenticator-set-up",
  "identity.authenticator-taken-off": "authenticator-taken-off",
  "identity.recovery-codes-made": "recovery-codes-made",
  "identity.passkey-added": "passkey-added",
};

/** Has the owner of an account told of what was done with it. */
export async function tellOwner(user: string, what: string, clock: Clock): Promise<void> {
  await inTransaction("job:account-mail", todayBy(clock), (tx) =>
    enqueue(tx, "send-account-mail", { what, user }),
  );
}

/**
 * Adds to the log what somebody did with their own account; they and the admins read it. Without an account it was
 * somebody who tried: what they typed is not kept.
 */
export async function noteAccount(
  userId: string | null,
  command: AccountEvent,
  { clock, requestId, clientAddress, browser = null }: SignInCircumstances,
  data: Record<string, string> = {},
): Promise<void> {
  const at = clock.now();
  const where = { principal: "auth", actorId: userId, level: "personal" as const, data };
  await inTransaction("auth", todayBy(clock), async (tx) => {
    // createMany: the auth principal writes the entry and cannot read it back.
    await tx.event.createMany({
      data: [
        {
          ...{ id: newId(at), at, command, requestId, browser, ...where },
          clientAddress: networkRange(clientAddress),
        },
      ],
    });
  });
  const told = TOLD[command];
  if (told !== undefined && userId !== null) await tellOwner(userId, told, clock);
}
