import { z } from "zod";
import { dayOf } from "~/platform/calendar/day";
import { todayBy } from "~/platform/clock";
import { inTransaction } from "~/platform/db.server";
import { enqueue } from "~/platform/jobs.server";
import { findRecipient } from "./accounts.queries.server";
import { mayHaveAddress } from "./council-provider.server";
import {
  changeOnce,
  findOnce,
  findOnceById,
  forgetOnce,
  hashSecret,
  keepOnce,
  secretOf,
  takeOnce,
} from "./one-time.server";
import { isFresh, type OwnAsk } from "./own-proof.server";
import { isPasswordOf } from "./sign-in.server";
import { countCodeTry, countPasswordTry } from "./sign-in-limits.server";

const MINUTES = 60;
const pendingSchema = z.object({ userId: z.uuid(), email: z.string(), tokenHash: z.string().optional() });

/** Asks for another address; a mail to it says how it is confirmed. The answer tells nothing of who has that address. */
export async function askForEmail(
  {
    request,
    owner,
    circumstances: { clock, clientAddress: address },
  }: Omit<OwnAsk, "owner"> & { owner: { id: string } },
  { email, password }: { email: string; password: string },
): Promise<"asked" | "wrong" | "wait" | "council" | "stale"> {
  const now = clock.now();
  const asking = { kind: "ask", account: owner.id, address, browser: null } as const;
  if (!(await countPasswordTry(owner.id, now)) || !(await countCodeTry(asking, now))) return "wait";
  const isRight = await isPasswordOf(owner.id, password);
  if (isRight === false) return "wrong";
  if (isRight === null && !(await isFresh(request))) return "stale";
  if (!(await mayHaveAddress(owner.id, email, todayBy(clock)))) return "council";
  // One at a time: a new one is kept in the place of the one before.
  await forgetOnce("change-email", owner.id);
  const pending = { userId: owner.id, email: email.trim().toLowerCase() };
  const id = await keepOnce("change-email", owner.id, pending, { now, minutes: MINUTES });
  await inTransaction("job:change-email", todayBy(clock), (tx) =>
    enqueue(tx, "send-account-mail", { what: "confirm-email", id }),
  );
  return "asked";
}

/** What the mail that asks to confirm an address carries; null: its time is over. */
export async function prepareEmailChange(id: string, now: Date) {
  const pending = pendingSchema.safeParse(await findOnceById("change-email", id, now)).data;
  const owner = pending && (await findRecipient(pending.userId));
  if (!pending || !owner) return null;
  const token = secretOf("change-email", id);
  await changeOnce(id, { ...pending, tokenHash: hashSecret(token) });
  return { name: owner.name, email: pending.email, before: owner.email, token };
}

/** The address that this token confirms for this account; null: none, or no longer. */
export async function findEmailChange(
  owner: { id: string },
  token: string,
  now: Date,
): Promise<string | null> {
  const { data } = pendingSchema.safeParse(await findOnce("change-email", owner.id, now));
  if (data?.tokenHash !== hashSecret(token)) return null;
  // Their council may have come to let its people in by its own sign-in alone since it was asked for.
  return (await mayHaveAddress(owner.id, data.email, dayOf(now))) ? data.email : null;
}

/** The same, and it is used. */
export async function takeEmailChange(
  owner: { id: string },
  token: string,
  now: Date,
): Promise<string | null> {
  const email = await findEmailChange(owner, token, now);
  return email !== null && (await takeOnce("change-email", owner.id, now)) ? email : null;
}
