import { href, redirect } from "react-router";
import { findActor, notFound, run } from "~/composition/request.server";
import { clockContext } from "~/composition/visit.server";
import { findEmailChange, takeEmailChange } from "~/features/identity/email-change.server";
import { changeOwnEmail } from "~/features/identity/own-account.commands.server";
import { flashCookie } from "~/platform/flash.server";
import { AppLink } from "~/ui/app-link";
import { FormButton } from "~/ui/form-button";
import { documentTitle, PageTitle } from "~/ui/page-title";
import type { Route } from "./+types/account-email";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Confirm your address") }];

export async function loader({ params, context }: Route.LoaderArgs) {
  const actor = (await findActor(context)) ?? notFound();
  const now = context.get(clockContext).now();
  return { email: await findEmailChange({ id: actor.userId }, params.token, now) };
}

export async function action({ params, context }: Route.ActionArgs) {
  const actor = (await findActor(context)) ?? notFound();
  const email = await takeEmailChange({ id: actor.userId }, params.token, context.get(clockContext).now());
  const outcome = email === null ? null : await run(context, changeOwnEmail, { email });
  const said =
    outcome?.status === "done"
      ? "Your e-mail address is changed."
      : "Nothing was changed: the link works no longer, or the address has an account already.";
  throw redirect(href("/account/details"), { headers: { "Set-Cookie": await flashCookie(said) } });
}

/** Opening the link changes nothing: the button does. */
export default function ConfirmEmail({ loaderData }: Route.ComponentProps) {
  return (
    <div className="cg-measure">
      <PageTitle caption="Your account">Confirm your address</PageTitle>
      {loaderData.email ? (
        <>
          <p className="govuk-body">From now on you sign in with {loaderData.email}.</p>
          <FormButton reload>Use this address</FormButton>
        </>
      ) : (
        <p className="govuk-body">This link is for another account, or works no longer.</p>
      )}
      <p className="govuk-body">
        <AppLink href={href("/account/details")}>Your name and address</AppLink>
      </p>
    </div>
  );
}
