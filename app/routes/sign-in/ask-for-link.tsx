import { type SubmissionResult, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data, href, redirect } from "react-router";
import { z } from "zod";
import { accountMailIsOn } from "~/composition/account-mail.server";
import { formOf, notFound } from "~/composition/request.server";
import { circumstancesOf } from "~/composition/visit.server";
import { accountFields } from "~/features/identity/account-fields.server";
import { safeNext } from "~/features/identity/safe-next";
import { askForLink } from "~/features/identity/sign-in-link.server";
import { WAIT_MINUTES } from "~/features/identity/sign-in-wait";
import { EmailInput } from "~/ui/account-inputs";
import { Button } from "~/ui/button";
import { errorItems, fieldOf } from "~/ui/conform-field";
import { ErrorSummary } from "~/ui/error-summary";
import { PostForm } from "~/ui/form";
import { HiddenFields } from "~/ui/hidden-fields";
import { documentTitle, PageTitle } from "~/ui/page-title";
import type { Route } from "./+types/ask-for-link";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Sign in by a link") }];

export async function loader({ request }: Route.LoaderArgs) {
  const next = safeNext(new URL(request.url).searchParams.get("next"));
  return { next, isOn: await accountMailIsOn() };
}

const asked = z.strictObject({ email: accountFields.email, next: z.string().max(2_000).optional() });

export async function action({ request, context }: Route.ActionArgs) {
  if (!(await accountMailIsOn())) return notFound();
  const submission = parseWithZod(await formOf(request), { schema: asked });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });
  const { email, next } = submission.value;
  const headers = await askForLink(request, { email, next: safeNext(next) }, circumstancesOf(context));
  if (headers) throw redirect(href("/sign-in/code"), { headers });
  const formErrors = [`Too many links were asked for. Wait ${WAIT_MINUTES} minutes`];
  return data(submission.reply({ formErrors }), { status: 429 });
}

/** Asks for a mail with a link to sign in by. */
export default function AskForLink({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <div className="cg-measure">
      <PageTitle>Sign in by a link</PageTitle>
      {loaderData.isOn ? (
        <AskForm next={loaderData.next} lastResult={actionData} />
      ) : (
        <p className="govuk-body">This tracker sends no mail. Sign in with your password.</p>
      )}
    </div>
  );
}

function AskForm({ next, lastResult }: { next: string; lastResult: SubmissionResult<string[]> | undefined }) {
  const [form, fields] = useForm<{ email: string }>({ id: "ask", lastResult });
  return (
    <PostForm id={form.id} reload>
      <ErrorSummary errors={errorItems(form)} />
      <p className="govuk-body">We send a link and a code to your e-mail address. You need no password.</p>
      <HiddenFields fields={{ next }} />
      <EmailInput {...fieldOf(fields.email)} autoComplete="username" />
      <Button>Send me a link</Button>
    </PostForm>
  );
}
