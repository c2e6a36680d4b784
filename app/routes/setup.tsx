import { type SubmissionResult, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data, redirect } from "react-router";
import { asksForCouncils, postcodeOf, withPostcode } from "~/composition/find-councils.server";
import { formOf, notFound } from "~/composition/request.server";
import { fillSetup, setUp, setupInput } from "~/composition/setup.server";
import { clockContext } from "~/composition/visit.server";
import { hasAdmin } from "~/features/identity/accounts.server";
import { SetupForm } from "~/features/identity/components/setup-form";
import { TIERS } from "~/features/organisations/organisation";
import { todayBy } from "~/platform/clock";
import { flashCookie } from "~/platform/flash.server";
import { clientAddressContext, requestIdContext } from "~/platform/request-context.server";
import { type FormAnswer, filledBy } from "~/ui/form-answer";
import { documentTitle } from "~/ui/page-title";
import type { Route } from "./+types/setup";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Set up") }];

/** There while nobody is an admin; afterwards there is no such page. */
async function requireEmpty(context: Route.LoaderArgs["context"]): Promise<void> {
  if (await hasAdmin(todayBy(context.get(clockContext)))) notFound();
}

export async function loader({ context }: Route.LoaderArgs) {
  await requireEmpty(context);
  return { tiers: Object.entries(TIERS).map(([value, label]) => ({ value, label })) };
}

export async function action({ request, context }: Route.ActionArgs) {
  await requireEmpty(context);
  const form = await formOf(request);
  const postcode = postcodeOf(form);
  if (asksForCouncils(form)) return fillSetup(form, context.get(clockContext));
  const submission = parseWithZod(form, { schema: setupInput });
  if (submission.status !== "success") return answered(submission.reply(), postcode);
  const problem = await setUp(submission.value, {
    clock: context.get(clockContext),
    requestId: context.get(requestIdContext) ?? undefined,
    clientAddress: context.get(clientAddressContext) ?? undefined,
  });
  if (problem) {
    const { "": formErrors = [], ...fieldErrors } = problem.fields;
    return answered(submission.reply({ formErrors, fieldErrors }), postcode);
  }
  const said = "The tracker is ready. Sign in with the account you just made.";
  throw redirect("/sign-in", { headers: { "Set-Cookie": await flashCookie(said) } });
}

/** What was typed comes back, but for the password. */
function answered(lastResult: SubmissionResult<string[]>, postcode: string) {
  if (lastResult.initialValue) delete (lastResult.initialValue as Record<string, unknown>).password;
  return withPostcode(
    data({ lastResult, intent: "", conflict: null, filled: null }, { status: 400 }),
    postcode,
  );
}

/** The first page of an empty tracker: makes its first admin, area and council. */
export default function Setup({ loaderData, actionData }: Route.ComponentProps) {
  const filled = filledBy(actionData);
  return <Form key={filled?.id} tiers={loaderData.tiers} answer={actionData} said={filled?.said} />;
}

type FormProps = {
  tiers: Route.ComponentProps["loaderData"]["tiers"];
  answer: FormAnswer | undefined;
  said: string | undefined;
};

function Form({ tiers, answer, said }: FormProps) {
  const [form, fields] = useForm<Record<(typeof FIELDS)[number], string>>({
    id: "setup",
    lastResult: answer?.lastResult,
  });
  return <SetupForm form={form} fields={fields} tiers={tiers} said={said} />;
}

const FIELDS = [
  "code",
  "postcode",
  "area",
  "council",
  "tier",
  "gssCode",
  "region",
  "name",
  "email",
  "password",
] as const;
