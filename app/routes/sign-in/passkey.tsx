import { parseWithZod } from "@conform-to/zod/v4";
import { href, redirect } from "react-router";
import { z } from "zod";
import { findActor, formOf } from "~/composition/request.server";
import { signedInBy } from "~/composition/signed-in-by.server";
import { circumstancesOf } from "~/composition/visit.server";
import { PasskeySignIn } from "~/features/identity/components/passkey-sign-in";
import { signInByPasskey } from "~/features/identity/passkey-sign-in.server";
import { safeNext } from "~/features/identity/safe-next";
import { flashCookie } from "~/platform/flash.server";
import { AppLink } from "~/ui/app-link";
import { documentTitle, PageTitle } from "~/ui/page-title";
import type { Route } from "./+types/passkey";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Sign in with a passkey") }];

export async function loader({ request, context }: Route.LoaderArgs) {
  const next = safeNext(new URL(request.url).searchParams.get("next"));
  if (await findActor(context)) throw redirect(next);
  return { next };
}

const shown = z.strictObject({
  answer: z.string().max(50_000).default(""),
  next: z.string().max(2_000).optional(),
});

const REFUSED = "That passkey did not sign you in. Try again, or sign in another way.";

export async function action({ request, context }: Route.ActionArgs) {
  const submission = parseWithZod(await formOf(request), { schema: shown });
  const sent = submission.status === "success" ? submission.value : { answer: "" };
  const next = safeNext(sent.next);
  const outcome = await signInByPasskey(request, { answer: sent.answer, next }, circumstancesOf(context));
  if (outcome.status !== "refused") return signedInBy(outcome);
  const headers = { "Set-Cookie": await flashCookie(REFUSED) };
  throw redirect(`${href("/sign-in/passkey")}?${new URLSearchParams({ next })}`, { headers });
}

/** Where a passkey that was refused leads: to try again, or another way. */
export default function Passkey({ loaderData: { next } }: Route.ComponentProps) {
  return (
    <div className="cg-measure">
      <PageTitle>Sign in with a passkey</PageTitle>
      <p className="govuk-body">
        Your device asks for your fingerprint, your face or its PIN. Your browser must run scripts for it.
      </p>
      <PasskeySignIn next={next} />
      <p className="govuk-body">
        <AppLink href={`${href("/sign-in")}?${new URLSearchParams({ next })}`}>Sign in another way</AppLink>
      </p>
    </div>
  );
}
