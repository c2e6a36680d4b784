import { createContext, data, href, redirect } from "react-router";
import { codeFrom, TOO_MANY_CODES, WRONG_CODE } from "~/composition/code-answer.server";
import { formOf } from "~/composition/request.server";
import { circumstancesOf, clockContext } from "~/composition/visit.server";
import { findStep } from "~/features/identity/admission.server";
import { AuthenticatorOffer } from "~/features/identity/components/authenticator-offer";
import { CodeForm } from "~/features/identity/components/code-form";
import { RecoveryCodes } from "~/features/identity/components/recovery-codes";
import { safeNext } from "~/features/identity/safe-next";
import { offerAuthenticator } from "~/features/identity/second-factor.server";
import { passSetUp } from "~/features/identity/sign-in-step.server";
import { LinkButton } from "~/ui/button";
import { documentTitle, PageTitle } from "~/ui/page-title";
import type { Route } from "./+types/set-up";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Set up a second step") }];

/** This request's action has just set it up: the step is over, and the page still shows the recovery codes. */
const isSetUpContext = createContext(false);

export async function loader({ request, context }: Route.LoaderArgs) {
  if (context.get(isSetUpContext)) return { offer: null };
  const step = await findStep(request, context.get(clockContext).now());
  if (step?.wants !== "set-up") throw redirect(href("/sign-in"));
  return { offer: await offerAuthenticator(step.account, step.name) };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { code, refuse } = codeFrom(await formOf(request));
  const sentBack = (words: string | undefined, status: number) =>
    data({ ...refuse(words), done: null }, { status });
  if (code === null) return sentBack(undefined, 400);
  const outcome = await passSetUp(request, code, circumstancesOf(context));
  switch (outcome.status) {
    case "in": {
      context.set(isSetUpContext, true);
      const done = { codes: outcome.codes, next: safeNext(outcome.next) };
      // Shown in this one answer, which nothing keeps.
      return data({ lastResult: undefined, done }, { headers: outcome.headers });
    }
    case "gone":
      throw redirect(href("/sign-in"));
    case "wait":
      return sentBack(TOO_MANY_CODES, 429);
    case "wrong":
      return sentBack(WRONG_CODE, 400);
  }
}

/** Leads and admins set up an authenticator app before their second sign-in is done. */
export default function SetUp({ loaderData, actionData }: Route.ComponentProps) {
  if (actionData?.done) {
    return (
      <div className="cg-measure">
        <PageTitle>Your second step is set up</PageTitle>
        <RecoveryCodes codes={actionData.done.codes} />
        <LinkButton href={actionData.done.next}>Continue</LinkButton>
      </div>
    );
  }
  return (
    <div className="cg-measure">
      <PageTitle>Set up a second step</PageTitle>
      <p className="govuk-body">
        You speak for your side, or look after accounts. So a password alone is not enough: from now on a code
        from your phone is asked too.
      </p>
      {loaderData.offer ? (
        <>
          <AuthenticatorOffer picture={loaderData.offer.picture} codeKey={loaderData.offer.key} />
          <CodeForm
            id="set-up"
            lastResult={actionData?.lastResult}
            label="Code from the app"
            button="Set up and continue"
          />
        </>
      ) : null}
    </div>
  );
}
