import { useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data, href, redirect } from "react-router";
import { z } from "zod";
import { accountMailIsOn } from "~/composition/account-mail.server";
import { findActor, formOf } from "~/composition/request.server";
import { signedInBy } from "~/composition/signed-in-by.server";
import { circumstancesOf } from "~/composition/visit.server";
import { PasskeySignIn } from "~/features/identity/components/passkey-sign-in";
import { hasProviders } from "~/features/identity/council-provider.server";
import { safeNext } from "~/features/identity/safe-next";
import { signIn } from "~/features/identity/sign-in.server";
import { WAIT_MINUTES } from "~/features/identity/sign-in-wait";
import { EmailInput, PasswordInput } from "~/ui/account-inputs";
import { AppLink } from "~/ui/app-link";
import { Button } from "~/ui/button";
import { errorItems, fieldOf } from "~/ui/conform-field";
import { ErrorSummary } from "~/ui/error-summary";
import { PostForm } from "~/ui/form";
import { HiddenFields } from "~/ui/hidden-fields";
import { PageTitle } from "~/ui/page-title";
import type { Route } from "./+types/sign-in";

export const meta: Route.MetaFunction = () => [{ title: "Sign in – Common Ground" }];

const credentials = z.strictObject({
  email: z.email({ error: "Enter an e-mail address, such as name@example.org" }).max(200),
  password: z.string({ error: "Enter your password" }).max(200),
  next: z.string().max(2_000).optional(),
});

export async function loader({ request, context }: Route.LoaderArgs) {
  const next = safeNext(new URL(request.url).searchParams.get("next"));
  if (await findActor(context)) throw redirect(next);
  return { next, hasLinks: await accountMailIsOn(), hasCouncils: await hasProviders() };
}

export async function action({ request, context }: Route.ActionArgs) {
  const submission = parseWithZod(await formOf(request), { schema: credentials });
  if (submission.status !== "success") return data(withoutPassword(submission.reply()), { status: 400 });
  const next = safeNext(submission.value.next);
  const outcome = await signIn(request, { ...submission.value, next }, circumstancesOf(context));
  if (outcome.status === "in" || outcome.status === "step") return signedInBy(outcome);
  const status = outcome.status === "wait" ? 429 : 400;
  const formErrors = [outcome.status === "wait" ? TOO_MANY : NOT_TOGETHER];
  return data(withoutPassword(submission.reply({ formErrors })), { status });
}

const NOT_TOGETHER = "This e-mail address and password do not go together. Check both and try again.";
const TOO_MANY = `There were too many tries from here. Wait ${WAIT_MINUTES} minutes, or use a browser you have signed in with before.`;

/** What was typed comes back, but for the password. */
function withoutPassword<T extends { initialValue?: unknown }>(reply: T): T {
  if (reply.initialValue) delete (reply.initialValue as Record<string, unknown>).password;
  return reply;
}

export default function SignIn({ loaderData, actionData }: Route.ComponentProps) {
  const [form, fields] = useForm<{ email: string; password: string }>({
    id: "sign-in",
    lastResult: actionData,
  });
  return (
    <>
      <ErrorSummary errors={errorItems(form)} />
      <PageTitle>Sign in</PageTitle>
      <PostForm id={form.id} reload>
        <HiddenFields fields={{ next: loaderData.next }} />
        <EmailInput {...fieldOf(fields.email)} autoComplete="username" />
        <PasswordInput {...fieldOf(fields.password)} autoComplete="current-password" />
        <Button>Sign in</Button>
      </PostForm>
      <PasskeySignIn next={loaderData.next} />
      {loaderData.hasCouncils ? (
        <OtherWay to={href("/sign-in/single-sign-on")} next={loaderData.next}>
          Sign in with your council
        </OtherWay>
      ) : null}
      {loaderData.hasLinks ? (
        <OtherWay to={href("/sign-in/link")} next={loaderData.next}>
          Send me a link instead
        </OtherWay>
      ) : null}
    </>
  );
}

function OtherWay({ to, next, children }: { to: string; next: string; children: string }) {
  return (
    <p className="govuk-body">
      <AppLink href={`${to}?${new URLSearchParams({ next })}`}>{children}</AppLink>
    </p>
  );
}
