import { data, href, redirect } from "react-router";
import { codeFrom, TOO_MANY_CODES, WRONG_CODE } from "~/composition/code-answer.server";
import { formOf } from "~/composition/request.server";
import { circumstancesOf, clockContext } from "~/composition/visit.server";
import { findStep } from "~/features/identity/admission.server";
import { CodeForm } from "~/features/identity/components/code-form";
import { safeNext } from "~/features/identity/safe-next";
import { passSecondFactor } from "~/features/identity/sign-in-step.server";
import { AppLink } from "~/ui/app-link";
import { Details } from "~/ui/details";
import { documentTitle, PageTitle } from "~/ui/page-title";
import type { Route } from "./+types/second-factor";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("One more step") }];

export async function loader({ request, context }: Route.LoaderArgs) {
  const step = await findStep(request, context.get(clockContext).now());
  if (step?.wants !== "code") throw redirect(href("/sign-in"));
  return null;
}

export async function action({ request, context }: Route.ActionArgs) {
  const { code, refuse } = codeFrom(await formOf(request));
  if (code === null) return data(refuse(), { status: 400 });
  const outcome = await passSecondFactor(request, code, circumstancesOf(context));
  switch (outcome.status) {
    case "in":
      throw redirect(safeNext(outcome.next), { headers: outcome.headers });
    case "gone":
      throw redirect(href("/sign-in"));
    case "wait":
      return data(refuse(TOO_MANY_CODES), { status: 429 });
    case "wrong":
      return data(refuse(WRONG_CODE), { status: 400 });
  }
}

/** The second factor: asked before there is a session. */
export default function SecondFactor({ actionData }: Route.ComponentProps) {
  return (
    <div className="cg-measure">
      <PageTitle>One more step</PageTitle>
      <CodeForm
        id="second-factor"
        lastResult={actionData?.lastResult}
        label="Code from your authenticator app"
        hint="Six figures. You can also type a recovery code here"
        button="Continue"
      />
      <Details summary="I do not have my phone">
        <p className="govuk-body">
          Type one of the recovery codes you were given. If you have none left, ask a programme admin to take
          the authenticator app off your account. You then set up a new one.
        </p>
      </Details>
      <p className="govuk-body">
        <AppLink href={href("/sign-in")}>Start again</AppLink>
      </p>
    </div>
  );
}
