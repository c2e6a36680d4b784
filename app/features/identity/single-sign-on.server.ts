import { z } from "zod";
import { todayBy } from "~/platform/clock";
import { authClient } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { getLog } from "~/platform/log.server";
import { ownOrigin } from "~/platform/own-address.server";
import { signedCookie } from "~/platform/signed-cookie.server";
import type { SignInCircumstances } from "./account-log.server";
import { type Admission, admit } from "./admission.server";
import {
  callbackOf,
  findProvider,
  findProviderFor,
  isMember,
  type Provider,
} from "./council-provider.server";
import { findBrowser } from "./known-browser.server";
import { keepOnce, newSecret, takeOnce } from "./one-time.server";
import { beginRound, type Claims, endRound } from "./provider-exchange.server";
import { countKeyTry, forgiveKeyTry } from "./sign-in-limits.server";
import { domainOf } from "./single-sign-on";

const MINUTES = 10;
const cookie = signedCookie("common-ground.council", "/sign-in", MINUTES * 60);

const roundSchema = z.object({
  provider: z.uuid(),
  next: z.string(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
});

/** Where to go on; no council has such addresses; its provider is away; or too many tries from here. */
export type Asked =
  | { status: "there"; to: string; headers: Headers }
  | { status: "unknown" }
  | { status: "away" }
  | { status: "wait" };

/** Finds the provider of somebody's council by what their address ends in. Whether they have an account is not asked here. */
export async function askCouncil(
  request: Request,
  { email, next }: { email: string; next: string },
  { clock, clientAddress: address }: SignInCircumstances,
): Promise<Asked> {
  const now = clock.now();
  if (!(await countKeyTry({ address, browser: await findBrowser(request) }, now))) return { status: "wait" };
  const provider = await findProviderFor(email);
  if (!provider) return { status: "unknown" };
  try {
    const { to, round } = await beginRound(provider, ownOrigin(request) + callbackOf(provider.issuer));
    // So that it is not asked again: a hint, which says nothing of who comes back.
    to.searchParams.set("login_hint", email);
    const secret = newSecret();
    await keepOnce(
      "single-sign-on",
      secret,
      { provider: provider.id, next, ...round },
      { now, minutes: MINUTES },
    );
    const headers = new Headers({ "Set-Cookie": await cookie.write(secret) });
    return { status: "there", to: to.href, headers };
  } catch (error) {
    noteFault(error);
    return { status: "away" };
  }
}

/** As an admission; nobody here has this account; nothing was begun by this browser; or the provider's answer is no good. */
export type CameBack = Admission | { status: "stranger" } | { status: "gone" } | { status: "away" };

/** Signs in whom the provider says has come back, in the browser that went there. It counts once. */
export async function comeBack(request: Request, circumstances: SignInCircumstances): Promise<CameBack> {
  const now = circumstances.clock.now();
  const secret = await cookie.read(request);
  if (typeof secret !== "string" || secret === "") return { status: "gone" };
  const round = roundSchema.safeParse(await takeOnce("single-sign-on", secret, now)).data;
  const provider = round && (await findProvider(round.provider));
  // Another provider's answer, at the address of that other one.
  const { pathname } = new URL(request.url);
  if (!provider || pathname !== callbackOf(provider.issuer)) return { status: "gone" };
  const claims = await claimsOf(request, provider, round);
  if (!claims) return { status: "away" };
  const userId = await findAccount(provider, claims, circumstances);
  if (!userId) return { status: "stranger" };
  await forgiveKeyTry({ address: circumstances.clientAddress, browser: await findBrowser(request) });
  const proof = { way: "single-sign-on", next: round.next, isWhole: claims.isWhole } as const;
  const admission = await admit(request, userId, proof, circumstances);
  return admission.status === "refused" ? { status: "stranger" } : admission;
}

async function claimsOf(request: Request, provider: Provider, round: z.infer<typeof roundSchema>) {
  try {
    return await endRound(
      provider,
      new URL(ownOrigin(request) + callbackOf(provider.issuer) + new URL(request.url).search),
      round,
    );
  } catch (error) {
    noteFault(error);
    return null;
  }
}

/** Whose account it is: known by the provider's own number for somebody; the first time by an address it has verified. */
async function findAccount(
  provider: Provider,
  { issuer, subject, email }: Claims,
  { clock }: SignInCircumstances,
): Promise<string | null> {
  const known = await authClient().account.findFirst({
    where: { providerId: issuer, accountId: subject },
    select: { userId: true },
  });
  const of = (userId: string) =>
    isMember({ userId, organisationId: provider.organisationId }, todayBy(clock));
  if (known) return (await of(known.userId)) ? known.userId : null;
  if (email === null || !provider.domains.includes(domainOf(email))) return null;
  const user = await authClient().user.findFirst({
    where: { email, deactivatedAt: null, demo: false },
    select: { id: true, accounts: { where: { providerId: issuer }, select: { id: true } } },
  });
  // An address given on to somebody else is not theirs to come in by.
  if (!user || user.accounts.length > 0 || !(await of(user.id))) return null;
  const kept = { id: newId(clock.now()), userId: user.id, providerId: issuer, accountId: subject };
  await authClient().account.create({ data: kept, select: { id: true } });
  return user.id;
}

/** Why it did not answer as it should, without anything it said. */
function noteFault(error: unknown): void {
  const kind = error instanceof Error ? ((error as { code?: unknown }).code ?? error.name) : "unknown";
  getLog().warn({ kind: String(kind) }, "a council's own sign-in did not answer as it should");
}
