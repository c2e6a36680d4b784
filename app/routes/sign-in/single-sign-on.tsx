import { type SubmissionResult, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data, href, redirect } from "react-router";
import { z } from "zod";
import { findActor, formOf } from "~/composition/request.server";
import { circumstancesOf } from "~/composition/visit.server";
import { accountFields } from "~/features/identity/account-fields.server";
import { safeNext } from "~/features/identity/safe-next";
import { WAIT_MINUTES } from "~/features/identity/sign-in-wait";
import { type Asked, askCouncil } from "~/features/identity/single-sign-on.server";
import { EmailInput } from "~/ui/account-inputs";
import { AppLink } from "~/ui/app-link";
import { Button } from "~/ui/button";
import { errorItems, fieldOf } from "~/ui/conform-field";
import { ErrorSummary } from "~/ui/error-summary";
import { PostForm } from "~/ui/form";
import { HiddenFields } from "~/ui/hidden-fields";
import { documentTitle, PageTitle } from "~/ui/page-title";
import type { Route } from "./+types/single-sign-on";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Sign in with your council") }];

export async function loader({ request, context }: Route.LoaderArgs) {
  const next = safeNext(new URL(request.url).searchParams.get("next"));
  if (await findActor(context)) throw redirect(next);
  return { next };
}

const asked = z.strictObject({ email: accountFields.email, next: z.string().max(2_000).optional() });

const WORDS: Record<Exclude<Asked["status"], "there">, string> = {
  unknown: "No council signs in here with addresses like this one. Sign in another way",
  away: "Your council’s sign-in does not answer now. Try again later, or sign in another way",
  wait: `There were too many tries from here. Wait ${WAIT_MINUTES} minutes`,
};

const STATUS = { unknown: 404, away: 503, wait: 429 };

export async function action({ request, context }: Route.ActionArgs) {
  const submission = parseWithZod(await formOf(request), { schema: asked });
  if (submission.status !== "success")
    return data({ lastResult: submission.reply(), to: null }, { status: 400 });
  const { email, next } = submission.value;
  const outcome = await askCouncil(request, { email, next: safeNext(next) }, circumstancesOf(context));
  if (outcome.status === "there")
    return data({ lastResult: undefined, to: outcome.to }, { headers: outcome.headers });
  const lastResult = submission.reply({ formErrors: [WORDS[outcome.status]] });
  return data({ lastResult, to: null }, { status: STATUS[outcome.status] });
}

/** Leads to the own sign-in of somebody's council. */
export default function SingleSignOn({ loaderData: { next }, actionData }: Route.ComponentProps) {
  return (
    <div className="cg-measure">
      <PageTitle>Sign in with your council</PageTitle>
      {actionData?.to ? (
        <GoOn to={actionData.to} />
      ) : (
        <AskForm next={next} lastResult={actionData?.lastResult} />
      )}
      <p className="govuk-body">
        <AppLink href={`${href("/sign-in")}?${new URLSearchParams({ next })}`}>Sign in another way</AppLink>
      </p>
    </div>
  );
}

/** A link and no redirect: a form of this site leads to no other. */
function GoOn({ to }: { to: string }) {
  return (
    <>
      <p className="govuk-body">Your council signs you in at {new URL(to).host}. You then come back here.</p>
      <p>
        <a className="govuk-button" href={to}>
          Go on to your council
        </a>
      </p>
    </>
  );
}

function AskForm({ next, lastResult }: { next: string; lastResult: SubmissionResult<string[]> | undefined }) {
  const [form, fields] = useForm<{ email: string }>({ id: "council", lastResult });
  return (
    <PostForm id={form.id} reload>
      <ErrorSummary errors={errorItems(form)} />
      <p className="govuk-body">
        If your council has its own sign-in here, you need no password of this site.
      </p>
      <HiddenFields fields={{ next }} />
      <EmailInput {...fieldOf(fields.email)} label="Your work e-mail address" autoComplete="username" />
      <Button>Continue</Button>
    </PostForm>
  );
}
