import { data, href, redirect } from "react-router";
import { codeFrom, TOO_MANY_CODES } from "~/composition/code-answer.server";
import { formOf } from "~/composition/request.server";
import { signedInBy } from "~/composition/signed-in-by.server";
import { circumstancesOf, clockContext } from "~/composition/visit.server";
import { CodeForm } from "~/features/identity/components/code-form";
import { findAsked, redeemCode } from "~/features/identity/sign-in-link.server";
import { AppLink } from "~/ui/app-link";
import { documentTitle, PageTitle } from "~/ui/page-title";
import type { Route } from "./+types/code";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Look at your mail") }];

export async function loader({ request, context }: Route.LoaderArgs) {
  const { hasAsked } = await findAsked(request, null, context.get(clockContext).now());
  if (!hasAsked) throw redirect(href("/sign-in/link"));
  return null;
}

export async function action({ request, context }: Route.ActionArgs) {
  const { code, refuse } = codeFrom(await formOf(request));
  if (code === null) return data(refuse(), { status: 400 });
  const outcome = await redeemCode(request, code, circumstancesOf(context));
  if (outcome.status === "wait") return data(refuse(TOO_MANY_CODES), { status: 429 });
  if (outcome.status === "wrong") return data(refuse("This is not the code of the mail"), { status: 400 });
  if (outcome.status === "gone") throw redirect(href("/sign-in/link"));
  return signedInBy(outcome);
}

/** A mail is on its way, if the address is that of an account: the same words either way. */
export default function Code({ actionData }: Route.ComponentProps) {
  return (
    <div className="cg-measure">
      <PageTitle>Look at your mail</PageTitle>
      <p className="govuk-body">
        If there is an account with that address, a mail is on its way to it. Open the link in it in this
        browser. If you read your mail elsewhere, type the code from the mail here.
      </p>
      <CodeForm
        id="mail-code"
        lastResult={actionData?.lastResult}
        label="Code from the mail"
        hint="Six figures. They work for ten minutes"
        button="Sign in"
      />
      <p className="govuk-body">
        <AppLink href={href("/sign-in/link")}>Send another</AppLink>
      </p>
    </div>
  );
}
