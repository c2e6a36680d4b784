import { redirect } from "react-router";
import { circumstancesOf } from "~/composition/visit.server";
import { signOut } from "~/features/identity/sign-in.server";
import { FormButton } from "~/ui/form-button";
import { PageTitle } from "~/ui/page-title";
import type { Route } from "./+types/sign-out";

export const meta: Route.MetaFunction = () => [{ title: "Sign out – Common Ground" }];

export async function action({ request, context }: Route.ActionArgs) {
  throw redirect("/sign-in", { headers: await signOut(request, circumstancesOf(context)) });
}

/** Signing out changes something, so it takes a button: a link opened by a mail program must not do it. */
export default function SignOut() {
  return (
    <>
      <PageTitle>Sign out</PageTitle>
      <FormButton action="/sign-out" reload>
        Sign out
      </FormButton>
    </>
  );
}
