import { todayBy } from "~/platform/clock";
import { isConstraint } from "~/platform/database-problems.server";
import { authClient, inTransaction, type Tx } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { networkRange } from "~/platform/network-range";
import type { SignInCircumstances } from "./account-log.server";
import { getAuth } from "./auth.server";
import type { Invited } from "./invitation";
import { hashSecret, secretOf } from "./one-time.server";

type Row = Invited & { id: string };

/** What the mail of an invitation carries, its link made as it is sent and the same at every try; null: it can be accepted no longer. */
export async function prepareInvitation(
  id: string,
  now: Date,
): Promise<(Invited & { token: string }) | null> {
  const token = secretOf("invitation", id);
  const [row] = await authClient().$queryRaw<Row[]>`
    SELECT id, name, email, organisation, area, role, inviter
    FROM app.send_invitation(${id}::uuid, ${hashSecret(token)}, ${now}::timestamptz)`;
  return row ? { ...toInvited(row), token } : null;
}

/** What a token invites to, and whether somebody has that address already; null: nothing, or nothing any more. */
export async function findInvitation(
  token: string,
  now: Date,
): Promise<(Invited & { account: string | null }) | null> {
  const [row] = await authClient().$queryRaw<Row[]>`
    SELECT id, name, email, organisation, area, role, inviter
    FROM app.find_invitation(${hashSecret(token)}, ${now}::timestamptz)`;
  if (!row) return null;
  const account = await authClient().user.findUnique({ where: { email: row.email }, select: { id: true } });
  return { ...toInvited(row), account: account?.id ?? null };
}

/** A member now; or the link is used or over; or the account is on the other side of the same area. */
export type Acceptance = { status: "done"; userId: string } | { status: "gone" } | { status: "other-side" };

/** Accepts as somebody new: opens the account, makes it a member, in one transaction. */
export async function acceptAsNew(
  token: string,
  { name, password }: { name: string; password: string },
  circumstances: SignInCircumstances,
): Promise<Acceptance> {
  const { password: passwords } = await getAuth().$context;
  const hash = await passwords.hash(password);
  return accept(token, circumstances, async (tx, { email }) => {
    const id = newId();
    const { count } = await tx.user.createMany({
      data: [{ id, name, email, emailVerified: true }],
      skipDuplicates: true,
    });
    if (count === 0) return null;
    const account = { id: newId(), userId: id, accountId: id, providerId: "credential", password: hash };
    await tx.account.createMany({ data: [account] });
    return id;
  });
}

/** The same as somebody signed in whose address it is. */
export function acceptAsSelf(
  token: string,
  userId: string,
  circumstances: SignInCircumstances,
): Promise<Acceptance> {
  return accept(token, circumstances, () => Promise.resolve(userId));
}

class Gone extends Error {}

async function accept(
  token: string,
  circumstances: SignInCircumstances,
  findAccount: (tx: Tx, invited: Invited) => Promise<string | null>,
): Promise<Acceptance> {
  const { clock } = circumstances;
  const now = clock.now();
  const invited = await findInvitation(token, now);
  if (!invited) return { status: "gone" };
  try {
    const userId = await inTransaction("auth", todayBy(clock), async (tx) => {
      const account = await findAccount(tx, invited);
      if (account === null) throw new Gone();
      const [row] = await tx.$queryRaw<{ id: string | null }[]>`
        SELECT app.accept_invitation(${hashSecret(token)}, ${account}::uuid, ${newId()}::uuid, ${now}::timestamptz) AS id`;
      if (!row?.id) throw new Gone();
      await note(tx, { userId: account, subjectId: row.id, invited }, circumstances);
      return account;
    });
    return { status: "done", userId };
  } catch (error) {
    if (error instanceof Gone) return { status: "gone" };
    if (isConstraint(error, "membership_one_side")) return { status: "other-side" };
    throw error;
  }
}

type Accepted = { userId: string; subjectId: string; invited: Invited };

/** In the log as a command of theirs would be, so that pages which show who is in a team are made anew. */
async function note(
  tx: Tx,
  { userId, subjectId, invited }: Accepted,
  { clock, requestId, clientAddress }: SignInCircumstances,
): Promise<void> {
  const at = clock.now();
  const { organisation, role } = invited;
  const entry = { command: "identity.accept-invitation", level: "personal" as const, subjectId };
  const who = { principal: `user:${userId}`, actorId: userId };
  const data = { organisation, role };
  // createMany: the auth principal writes the entry and cannot read it back.
  await tx.event.createMany({
    data: [
      { id: newId(at), at, ...entry, ...who, data, requestId, clientAddress: networkRange(clientAddress) },
    ],
  });
}

function toInvited({ name, email, organisation, area, role, inviter }: Row): Invited {
  return { name, email, organisation, area, role, inviter };
}
