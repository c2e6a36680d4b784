import { useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data, redirect } from "react-router";
import { formOf, notFound } from "~/composition/request.server";
import { setUp, setupInput } from "~/composition/setup.server";
import { clockContext } from "~/composition/visit.server";
import { hasAdmin } from "~/features/identity/accounts.server";
import { SetupForm } from "~/features/identity/components/setup-form";
import { TIERS } from "~/features/organisations/organisation";
import { todayBy } from "~/platform/clock";
import { flashCookie } from "~/platform/flash.server";
import { clientAddressContext, requestIdContext } from "~/platform/request-context.server";
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
  const submission = parseWithZod(await formOf(request), { schema: setupInput });
  if (submission.status !== "success") return data(withoutSecrets(submission.reply()), { status: 400 });
  const problem = await setUp(submission.value, {
    clock: context.get(clockContext),
    requestId: context.get(requestIdContext) ?? undefined,
    clientAddress: context.get(clientAddressContext) ?? undefined,
  });
  if (problem) {
    const { "": formErrors = [], ...fieldErrors } = problem.fields;
    return data(withoutSecrets(submission.reply({ formErrors, fieldErrors })), { status: 400 });
  }
  const said = "The tracker is ready. Sign in with the account you just made.";
  throw redirect("/sign-in", { headers: { "Set-Cookie": await flashCookie(said) } });
}

/** What was typed comes back, but for the password. */
function withoutSecrets<T extends { initialValue?: unknown }>(reply: T): T {
  if (reply.initialValue) delete (reply.initialValue as Record<string, unknown>).password;
  return reply;
}

/** The first page of an empty tracker: makes its first admin, area and council. */
export default function Setup({ loaderData, actionData }: Route.ComponentProps) {
  const [form, fields] = useForm<Record<(typeof FIELDS)[number], string>>({
    id: "setup",
    lastResult: actionData,
  });
  return <SetupForm form={form} fields={fields} tiers={loaderData.tiers} />;
}

const FIELDS = ["code", "name", "email", "password", "area", "council", "tier"] as const;
