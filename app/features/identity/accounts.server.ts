import type { Day } from "~/platform/calendar/day";
import { authClient, inTransaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { getAuth } from "./auth.server";

type NewAccount = { name: string; email: string; password: string; demo?: boolean };

/** Makes an account that can sign in with a password; null where the e-mail address already has one. */
export async function openAccount({
  name,
  email,
  password,
  demo = false,
}: NewAccount): Promise<string | null> {
  const { password: passwords } = await getAuth().$context;
  return insertAccount({ name, email, demo }, await passwords.hash(password));
}

/** The same for an account nobody signs in with by password (tests, and later single sign-on). */
export function openAccountWithoutPassword(account: Omit<NewAccount, "password">): Promise<string | null> {
  return insertAccount(account, null);
}

async function insertAccount(
  account: Omit<NewAccount, "password">,
  hash: string | null,
): Promise<string | null> {
  const id = newId();
  const email = account.email.trim().toLowerCase();
  const { count } = await authClient().user.createMany({
    data: [{ id, name: account.name, email, emailVerified: true, demo: account.demo ?? false }],
    skipDuplicates: true,
  });
  if (count === 0) return null;
  if (hash !== null) {
    await authClient().account.create({
      data: { id: newId(), userId: id, accountId: id, providerId: "credential", password: hash },
      select: { id: true },
    });
  }
  return id;
}

/** Makes the first admin of an empty tracker; throws where there is one. */
export async function makeFirstAdmin(
  userId: string,
  programmeName: string,
  today: Day,
): Promise<{ programmeId: string }> {
  const programmeId = newId();
  const membershipId = newId();
  await inTransaction(`user:${userId}`, today, async (tx) => {
    await tx.$executeRaw`SELECT app.first_admin(${userId}::uuid, ${programmeId}::uuid, ${membershipId}::uuid, ${programmeName})`;
  });
  return { programmeId };
}

/** Whether anybody is an admin yet: while nobody is, /setup is open to whoever has the code. */
export async function hasAdmin(today: Day): Promise<boolean> {
  return inTransaction("auth", today, async (tx) => {
    const [row] = await tx.$queryRaw<{ has: boolean }[]>`SELECT app.has_admin() AS has`;
    return row?.has === true;
  });
}
