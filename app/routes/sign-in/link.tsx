import { href, redirect } from "react-router";
import { signedInBy } from "~/composition/signed-in-by.server";
import { circumstancesOf, clockContext } from "~/composition/visit.server";
import { findAsked, redeemLink } from "~/features/identity/sign-in-link.server";
import { flashCookie } from "~/platform/flash.server";
import { AppLink } from "~/ui/app-link";
import { FormButton } from "~/ui/form-button";
import { documentTitle, PageTitle } from "~/ui/page-title";
import type { Route } from "./+types/link";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Sign in by a link") }];

export async function loader({ request, params, context }: Route.LoaderArgs) {
  return findAsked(request, params.token, context.get(clockContext).now());
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const outcome = await redeemLink(request, params.token, circumstancesOf(context));
  if (outcome.status === "in" || outcome.status === "step") return signedInBy(outcome);
  const said = "This link works no longer, or was asked for in another browser. Ask for another.";
  throw redirect(href("/sign-in/link"), { headers: { "Set-Cookie": await flashCookie(said) } });
}

/** Opening a link changes nothing: mail programs open links too. The button signs in. */
export default function Link({ loaderData }: Route.ComponentProps) {
  return (
    <div className="cg-measure">
      <PageTitle>Sign in by a link</PageTitle>
      {loaderData.isRight ? (
        <FormButton reload>Sign in</FormButton>
      ) : (
        <>
          <p className="govuk-body">
            {loaderData.hasAsked
              ? "This is not the newest link you asked for, or it works no longer."
              : "This link works in the browser in which it was asked for, once, for ten minutes."}
          </p>
          <p className="govuk-body">
            If you asked for it in another browser, go back to that one. Open the link there, or type the code
            from the same mail.
          </p>
        </>
      )}
      <p className="govuk-body">
        <AppLink href={href("/sign-in/link")}>Ask for another link</AppLink>
      </p>
    </div>
  );
}
