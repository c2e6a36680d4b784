import { z } from "zod";
import { todayBy } from "~/platform/clock";
import { authClient } from "~/platform/db.server";
import { flashCookie } from "~/platform/flash.server";
import { signedCookie } from "~/platform/signed-cookie.server";
import { noteAccount, type SignInCircumstances, tellOwner } from "./account-log.server";
import { findSession, getAuth } from "./auth.server";
import { signsInElsewhere } from "./council-provider.server";
import { findKnownBrowser, rememberBrowser } from "./known-browser.server";
import { findOnce, hashSecret, keepOnce, newSecret, takeOnce } from "./one-time.server";
import { findSecondFactor, needsSecondFactor, noteFirstSignIn } from "./second-factor.server";

/** How somebody proved who they are, first of all. */
const WAYS = ["password", "link", "passkey", "single-sign-on"] as const;
export type Way = (typeof WAYS)[number];

/** In; or one more thing is asked first, on that page; or refused. `headers` carry the cookies to set. */
export type Admission =
  | { status: "in"; headers: Headers; next: string }
  | { status: "step"; headers: Headers; to: StepPage }
  | { status: "refused" };

/** The last is where another way is asked for: the account's council lets its people in there alone. */
type StepPage = "/sign-in/second-factor" | "/sign-in/set-up" | "/sign-in/single-sign-on";

const STEP_MINUTES = 10;
const cookie = signedCookie("common-ground.step", "/sign-in", STEP_MINUTES * 60);

const stepSchema = z.object({
  userId: z.uuid(),
  way: z.enum(WAYS),
  next: z.string(),
  wants: z.enum(["code", "set-up"]),
});

/** A sign-in half done: no session, and nothing but this one more thing can be done with it. */
export type Step = z.infer<typeof stepSchema> & {
  /** The step's own name, to tell it from another; its secret is the browser's. */
  name: string;
  account: { id: string; name: string; email: string; demo: boolean };
};

/** `isWhole`: it stands for both factors. */
type Proof = { way: Way; next: string; isWhole?: boolean };

/** Lets in who has proved who they are, or asks for the second factor first. */
export async function admit(
  request: Request,
  userId: string,
  { way, next, isWhole = false }: Proof,
  circumstances: SignInCircumstances,
): Promise<Admission> {
  const account = await findOpenAccount(userId);
  if (!account) return { status: "refused" };
  if (way !== "single-sign-on" && (await signsInElsewhere(account, todayBy(circumstances.clock))))
    return { status: "step", headers: await elsewhere(), to: "/sign-in/single-sign-on" };
  const wants = isWhole ? null : await whatIsMissing(account, circumstances);
  if (wants === null)
    return { status: "in", headers: await letIn(request, account, way, circumstances), next };
  const secret = newSecret();
  const now = circumstances.clock.now();
  await keepOnce("step", secret, { userId, way, next, wants }, { now, minutes: STEP_MINUTES });
  const headers = new Headers({ "Set-Cookie": await cookie.write(secret) });
  return { status: "step", headers, to: wants === "code" ? "/sign-in/second-factor" : "/sign-in/set-up" };
}

async function elsewhere(): Promise<Headers> {
  const said = "Your council lets its people in by its own sign-in alone. Go on there.";
  return new Headers({ "Set-Cookie": await flashCookie(said) });
}

/** Demonstration accounts are exempt; leads and admins are asked from their second sign-in. */
async function whatIsMissing(account: Step["account"], { clock }: SignInCircumstances) {
  if (account.demo) return null;
  const { since, isFirst } = await findSecondFactor(account.id);
  if (since) return "code";
  return !isFirst && (await needsSecondFactor(account, todayBy(clock))) ? "set-up" : null;
}

/** The sign-in this browser has begun and not finished; null: none, or its ten minutes are over. */
export async function findStep(request: Request, now: Date): Promise<Step | null> {
  const secret = await secretOf(request);
  const kept = stepSchema.safeParse(secret && (await findOnce("step", secret, now)));
  if (!kept.success || secret === null) return null;
  const account = await findOpenAccount(kept.data.userId);
  return account && { ...kept.data, account, name: hashSecret(secret) };
}

/** Ends the step and lets in; null where it was ended meanwhile. */
export async function finishStep(
  request: Request,
  step: Step,
  circumstances: SignInCircumstances,
): Promise<Headers | null> {
  const secret = await secretOf(request);
  if (secret === null || !(await takeOnce("step", secret, circumstances.clock.now()))) return null;
  return letIn(request, step.account, step.way, circumstances);
}

async function secretOf(request: Request): Promise<string | null> {
  const secret = await cookie.read(request);
  return typeof secret === "string" && secret !== "" ? secret : null;
}

async function findOpenAccount(id: string) {
  return authClient().user.findFirst({
    where: { id, deactivatedAt: null },
    select: { id: true, name: true, email: true, demo: true },
  });
}

async function letIn(
  request: Request,
  account: Step["account"],
  way: Way,
  circumstances: SignInCircumstances,
): Promise<Headers> {
  const headers = await newSession(request, account.id);
  if (await isNewTo(request, account)) await tellOwner(account.id, "new-browser", circumstances.clock);
  if (!account.demo) await noteFirstSignIn(account.id, circumstances.clock.now());
  await noteAccount(account.id, "identity.signed-in", circumstances, { way });
  headers.append("Set-Cookie", await rememberBrowser(request, account.email));
  return headers;
}

/** Whether nobody has signed in to the account with this browser before; the first time of all is no news to anybody. */
async function isNewTo(request: Request, { id, email, demo }: Step["account"]): Promise<boolean> {
  if (demo || (await findKnownBrowser(request, email)) !== null) return false;
  return !(await findSecondFactor(id)).isFirst;
}

/** Opens a session; the one this browser brought ends, so that its number is worth nothing to who may know it. */
export async function newSession(request: Request, userId: string): Promise<Headers> {
  const before = await findSession(request);
  const { headers } = await getAuth().api.openSession({
    body: { userId },
    headers: request.headers,
    returnHeaders: true,
  });
  if (before) await authClient().session.deleteMany({ where: { id: before } });
  return headers;
}
