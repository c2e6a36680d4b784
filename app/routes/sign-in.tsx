import { useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data, redirect } from "react-router";
import { z } from "zod";
import { findActor, formOf } from "~/composition/request.server";
import { clockContext } from "~/composition/visit.server";
import { signIn } from "~/features/identity/sign-in.server";
import { clientAddressContext, requestIdContext } from "~/platform/request-context.server";
import { Button } from "~/ui/button";
import { errorItems, fieldOf } from "~/ui/conform-field";
import { ErrorSummary } from "~/ui/error-summary";
import { PostForm } from "~/ui/form";
import { HiddenFields } from "~/ui/hidden-fields";
import { PageTitle } from "~/ui/page-title";
import { TextInput } from "~/ui/text-input";
import type { Route } from "./+types/sign-in";

export const meta: Route.MetaFunction = () => [{ title: "Sign in – Common Ground" }];

const credentials = z.strictObject({
  email: z.email({ error: "Enter an e-mail address, such as name@example.org" }).max(200),
  password: z.string({ error: "Enter your password" }).max(200),
  next: z.string().max(2_000).optional(),
});

/** Only an address of this tracker: a sign-in must not lead elsewhere, however the address is written. */
function safeNext(next: string | undefined | null): string {
  const own = "http://own.invalid";
  if (!next?.startsWith("/") || !URL.canParse(next, own)) return "/";
  const { origin, pathname, search, hash } = new URL(next, own);
  // Parsed, then written again: what is left is printable, and one slash begins it.
  return origin === own && !pathname.startsWith("//") ? pathname + search + hash : "/";
}

export async function loader({ request, context }: Route.LoaderArgs) {
  const next = safeNext(new URL(request.url).searchParams.get("next"));
  if (await findActor(context)) throw redirect(next);
  return { next };
}

export async function action({ request, context }: Route.ActionArgs) {
  const submission = parseWithZod(await formOf(request), { schema: credentials });
  if (submission.status !== "success") return data(withoutPassword(submission.reply()), { status: 400 });
  const { next, ...given } = submission.value;
  const cookies = await signIn(request, given, {
    clock: context.get(clockContext),
    requestId: context.get(requestIdContext),
    clientAddress: context.get(clientAddressContext),
  });
  if (cookies) throw redirect(safeNext(next), { headers: cookies });
  const formErrors = ["This e-mail address and password do not go together. Check both and try again."];
  return data(withoutPassword(submission.reply({ formErrors })), { status: 400 });
}

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
        <TextInput
          {...fieldOf(fields.email)}
          label="E-mail address"
          type="email"
          autoComplete="username"
          spellCheck={false}
        />
        <TextInput
          {...fieldOf(fields.password)}
          value=""
          label="Password"
          type="password"
          autoComplete="current-password"
        />
        <Button>Sign in</Button>
      </PostForm>
    </>
  );
}
