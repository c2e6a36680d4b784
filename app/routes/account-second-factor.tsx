import { parseWithZod } from "@conform-to/zod/v4";
import { data, href, redirect } from "react-router";
import { z } from "zod";
import { SIGN_IN_AGAIN, TOO_MANY_CODES, WRONG_CODE } from "~/composition/code-answer.server";
import { findActor, forbidden, formOf, INTENT_FIELD, intentOf, notFound } from "~/composition/request.server";
import { circumstancesOf } from "~/composition/visit.server";
import { findSession } from "~/features/identity/auth.server";
import { OwnSecondFactor } from "~/features/identity/components/own-second-factor";
import { RecoveryCodes } from "~/features/identity/components/recovery-codes";
import { renewCodes, setUpOwn, turnOff } from "~/features/identity/own-second-factor.server";
import { countRecoveryCodes } from "~/features/identity/recovery-codes.server";
import { findSecondFactor, offerAuthenticator } from "~/features/identity/second-factor.server";
import { flashCookie } from "~/platform/flash.server";
import { AppLink } from "~/ui/app-link";
import { documentTitle, PageTitle } from "~/ui/page-title";
import type { Route } from "./+types/account-second-factor";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Second step") }];

type Actor = NonNullable<Awaited<ReturnType<typeof findActor>>>;
const isRequired = (actor: Actor) => actor.admin || actor.stands.some(({ role }) => role === "lead");

export async function loader({ request, context }: Route.LoaderArgs) {
  const actor = (await findActor(context)) ?? notFound();
  if (actor.demo) return { demo: true as const };
  const { since } = await findSecondFactor(actor.userId);
  const session = (await findSession(request)) ?? "";
  return {
    demo: false as const,
    since,
    left: since ? await countRecoveryCodes(actor.userId) : 0,
    mayTurnOff: since !== null && !isRequired(actor),
    offer: await offerAuthenticator({ id: actor.userId, email: actor.email }, session),
  };
}

const text = z.string().trim().max(200).default("");
const fields = z.strictObject({ password: text, current: text, code: text });

export async function action({ request, context }: Route.ActionArgs) {
  const actor = (await findActor(context)) ?? notFound();
  const form = await formOf(request);
  const intent = intentOf(form);
  if (actor.demo) return notFound();
  form.delete(INTENT_FIELD);
  const submission = parseWithZod(form, { schema: fields });
  const refuse = (fieldErrors: Record<string, string[]>, status = 400) => {
    const { initialValue: _, ...lastResult } = submission.reply({ fieldErrors });
    return data({ answer: { lastResult, intent, conflict: null }, codes: null }, { status });
  };
  if (submission.status !== "success") return refuse({});
  const { code, ...proof } = submission.value;
  const owner = { id: actor.userId, email: actor.email };
  const ask = { request, owner, circumstances: circumstancesOf(context) };
  const change = async () => {
    if (intent === "set-up") return setUpOwn(ask, { proof, code, of: (await findSession(request)) ?? "" });
    if (intent === "renew") return renewCodes(ask, proof);
    if (intent !== "turn-off") return notFound();
    return isRequired(actor) ? forbidden("Leads and admins always need a second step.") : turnOff(ask, proof);
  };
  const outcome = await change();
  if (outcome.status === "wait") return refuse({ password: [TOO_MANY_CODES] }, 429);
  if (outcome.status === "stale") return refuse({ password: [SIGN_IN_AGAIN] });
  if (outcome.status === "wrong") {
    const words = outcome.field === "password" ? "This is not your password" : WRONG_CODE;
    return refuse({ [outcome.field]: [words] });
  }
  const { headers, codes } = outcome;
  if (codes.length > 0) return data({ answer: undefined, codes }, { headers });
  headers.append("Set-Cookie", await flashCookie("The second step is turned off."));
  throw redirect(href("/account/second-factor"), { headers });
}

/** One's authenticator app and recovery codes. */
export default function SecondFactor({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <div className="cg-measure">
      <PageTitle caption="Your account">Second step</PageTitle>
      {loaderData.demo ? (
        <p className="govuk-body">
          Others use this demonstration account too, so it is asked for no second step.
        </p>
      ) : actionData?.codes ? (
        <RecoveryCodes codes={actionData.codes} />
      ) : (
        <OwnSecondFactor {...loaderData} answer={actionData?.answer} />
      )}
      <p className="govuk-body">
        <AppLink href={href("/account")}>Back to your account</AppLink>
      </p>
    </div>
  );
}
