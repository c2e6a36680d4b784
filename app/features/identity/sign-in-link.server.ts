import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { todayBy } from "~/platform/clock";
import { authClient, inTransaction } from "~/platform/db.server";
import { getSessionSecret } from "~/platform/environment.server";
import { enqueue } from "~/platform/jobs.server";
import { signedCookie } from "~/platform/signed-cookie.server";
import { noteAccount, type SignInCircumstances } from "./account-log.server";
import { type Admission, admit } from "./admission.server";
import { findKnownBrowser } from "./known-browser.server";
import {
  changeOnce,
  findOnce,
  findOnceById,
  hashSecret,
  keepOnce,
  newSecret,
  secretOf,
  takeOnce,
} from "./one-time.server";
import { countCodeTry, forgiveCodeTry } from "./sign-in-limits.server";

export const LINK_MINUTES = 10;
const cookie = signedCookie("common-ground.link", "/sign-in", LINK_MINUTES * 60);

/** What was asked for: kept under a secret of the browser that asked. Hashes are there once the mail is on its way. */
const askedSchema = z.object({
  email: z.string(),
  next: z.string(),
  tokenHash: z.string().optional(),
  codeHash: z.string().optional(),
});
type Asked = z.infer<typeof askedSchema>;

/**
 * Asks for a mail with a link. Whether there is such an account is looked up by the job that sends it, so the answer and
 * its time are the same for an address nobody has. Null: too many were asked for from here.
 */
export async function askForLink(
  request: Request,
  { email, next }: { email: string; next: string },
  circumstances: SignInCircumstances,
): Promise<Headers | null> {
  const { clock, clientAddress: address } = circumstances;
  const account = email.trim().toLowerCase();
  const browser = await findKnownBrowser(request, account);
  if (!(await countCodeTry({ kind: "ask", account, address, browser }, clock.now()))) return null;
  const secret = newSecret();
  const asked: Asked = { email: account, next };
  const id = await keepOnce("link", secret, asked, { now: clock.now(), minutes: LINK_MINUTES });
  await inTransaction("job:sign-in-link", todayBy(clock), (tx) =>
    enqueue(tx, "send-account-mail", { what: "sign-in-link", id }),
  );
  return new Headers({ "Set-Cookie": await cookie.write(secret) });
}

/** What the mail of a link carries, made as it is sent; null: nobody has that address, or its time is over. */
export async function prepareSignInLink(id: string, now: Date) {
  const asked = askedSchema.safeParse(await findOnceById("link", id, now)).data;
  if (!asked) return null;
  const to = await findByEmail(asked.email);
  if (!to) return null;
  const token = secretOf("link", id);
  const code = String(
    Number.parseInt(hashSecret(secretOf("code", id)).slice(0, 12), 16) % 1_000_000,
  ).padStart(6, "0");
  await changeOnce(id, { ...asked, tokenHash: hashSecret(token), codeHash: hashCode(asked.email, code) });
  return { to, token, code };
}

/** Whether this browser asked for a link; and whether the token is that of the link it was sent. */
export async function findAsked(request: Request, token: string | null, now: Date) {
  const asked = await askedBy(request, now);
  const isRight = asked !== null && token !== null && isSame(asked.value.tokenHash, hashSecret(token));
  return { hasAsked: asked !== null, isRight };
}

/** As an admission; wrong; too many tries; or this browser has asked for nothing. */
export type LinkResult = Admission | { status: "wrong" } | { status: "wait" } | { status: "gone" };

/** Signs in by the link of the mail, in the browser that asked for it. It works once. */
export async function redeemLink(
  request: Request,
  token: string,
  circumstances: SignInCircumstances,
): Promise<LinkResult> {
  const asked = await askedBy(request, circumstances.clock.now());
  if (!asked || !isSame(asked.value.tokenHash, hashSecret(token))) return { status: "wrong" };
  return redeem(request, asked, circumstances);
}

/** The same by the six figures of the mail, typed in the browser that asked for it. */
export async function redeemCode(
  request: Request,
  code: string,
  circumstances: SignInCircumstances,
): Promise<LinkResult> {
  const now = circumstances.clock.now();
  const asked = await askedBy(request, now);
  if (!asked) return { status: "gone" };
  const account = asked.value.email;
  const browser = await findKnownBrowser(request, account);
  const trier = { kind: "mail", account, address: circumstances.clientAddress, browser } as const;
  if (!(await countCodeTry(trier, now))) return { status: "wait" };
  const given = hashCode(account, code.replace(/\s/g, ""));
  if (!isSame(asked.value.codeHash, given)) {
    const owner = await findByEmail(account);
    await noteAccount(owner?.id ?? null, "identity.sign-in-failed", circumstances, { way: "code" });
    return { status: "wrong" };
  }
  await forgiveCodeTry(trier);
  return redeem(request, asked, circumstances);
}

async function redeem(
  request: Request,
  { secret, value }: { secret: string; value: Asked },
  circumstances: SignInCircumstances,
): Promise<LinkResult> {
  // Of two that come at once, one takes it.
  if (!(await takeOnce("link", secret, circumstances.clock.now()))) return { status: "wrong" };
  const account = await findByEmail(value.email);
  if (!account) return { status: "wrong" };
  return admit(request, account.id, { way: "link", next: value.next }, circumstances);
}

async function askedBy(request: Request, now: Date): Promise<{ secret: string; value: Asked } | null> {
  const secret = await cookie.read(request);
  if (typeof secret !== "string" || secret === "") return null;
  const { data } = askedSchema.safeParse(await findOnce("link", secret, now));
  return data ? { secret, value: data } : null;
}

function findByEmail(email: string) {
  return authClient().user.findFirst({
    where: { email, deactivatedAt: null },
    select: { id: true, name: true, email: true },
  });
}

function hashCode(email: string, code: string): string {
  return createHmac("sha256", getSessionSecret()).update(`mail code ${email} ${code}`).digest("hex");
}

function isSame(kept: string | undefined, given: string): boolean {
  const a = Buffer.from(kept ?? "");
  const b = Buffer.from(given);
  return a.length === b.length && timingSafeEqual(a, b);
}
