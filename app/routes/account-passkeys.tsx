import { parseWithZod } from "@conform-to/zod/v4";
import { data, href, redirect } from "react-router";
import { z } from "zod";
import { SIGN_IN_AGAIN, TOO_MANY_CODES, WRONG_CODE } from "~/composition/code-answer.server";
import { findActor, formOf, INTENT_FIELD, intentOf, notFound } from "~/composition/request.server";
import { circumstancesOf } from "~/composition/visit.server";
import { AddPasskey } from "~/features/identity/components/passkey-add";
import { PasskeyList } from "~/features/identity/components/passkey-list";
import { PASSKEYS_MOST } from "~/features/identity/passkey";
import {
  addPasskey,
  findPasskeys,
  offerPasskey,
  removePasskey,
  renamePasskey,
} from "~/features/identity/passkeys.server";
import { findSecondFactor } from "~/features/identity/second-factor.server";
import { flashCookie } from "~/platform/flash.server";
import { shortText } from "~/platform/form-texts";
import { idSchema } from "~/platform/ids";
import { AppLink } from "~/ui/app-link";
import { documentTitle, PageTitle } from "~/ui/page-title";
import type { Route } from "./+types/account-passkeys";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Passkeys") }];

export async function loader({ context }: Route.LoaderArgs) {
  const actor = (await findActor(context)) ?? notFound();
  if (actor.demo) return { demo: true as const };
  const { since } = await findSecondFactor(actor.userId);
  return { demo: false as const, hasApp: since !== null, passkeys: await findPasskeys(actor.userId) };
}

const name = shortText("Give it a name");
const text = z.string().trim().max(200).default("");
const proof = { password: text, current: text };
const SCHEMAS = {
  offer: z.strictObject({ name, ...proof }),
  add: z.strictObject({ answer: z.string().max(50_000) }),
  rename: z.strictObject({ name }),
  remove: z.strictObject(proof),
};

export async function action({ request, context }: Route.ActionArgs) {
  const actor = (await findActor(context)) ?? notFound();
  const form = await formOf(request);
  const intent = intentOf(form);
  if (actor.demo) return notFound();
  form.delete(INTENT_FIELD);
  const ask = { request, owner: ownerOf(actor), circumstances: circumstancesOf(context) };
  const [verb, which] = intent.split(" ");
  const id = idSchema.safeParse(which).data;
  switch (verb) {
    case "offer": {
      const { value, refuse } = readForm(form, SCHEMAS.offer, intent);
      if (!value) return refuse({});
      const outcome = await offerPasskey(ask, { proof: value, name: value.name });
      if (outcome.status === "full") return refuse({ name: [TOO_MANY] });
      if (outcome.status !== "offered") return refuse(...unproved(outcome));
      const { options, headers } = outcome;
      return data({ answer: undefined, offer: JSON.stringify(options) }, { headers });
    }
    case "add": {
      const made = readForm(form, SCHEMAS.add, intent).value?.answer ?? "";
      return done((await addPasskey(ask, made)) ? "The passkey is added." : NOT_ADDED);
    }
    case "rename": {
      const { value, refuse } = readForm(form, SCHEMAS.rename, intent);
      if (!value) return refuse({});
      if (!id || !(await renamePasskey(ask, { id, ...value }))) return notFound();
      return done("The name is saved.");
    }
    case "remove": {
      const { value, refuse } = readForm(form, SCHEMAS.remove, intent);
      if (!value || !id) return notFound();
      const outcome = await removePasskey(ask, { id, proof: value });
      if (outcome.status === "done") return done("The passkey is removed.");
      return outcome.status === "absent" ? notFound() : refuse(...unproved(outcome));
    }
    default:
      return notFound();
  }
}

const ownerOf = ({ userId: id, email }: { userId: string; email: string }) => ({ id, email });

const TOO_MANY = `You have ${PASSKEYS_MOST} passkeys. Remove one you no longer use first`;
const NOT_ADDED = "The passkey was not added. It may have taken too long. Try again.";

type Refused = { status: "wait" } | { status: "stale" } | { status: "wrong"; field: string };

function unproved(outcome: Refused): [Record<string, string[]>, number] {
  if (outcome.status === "wait") return [{ password: [TOO_MANY_CODES] }, 429];
  if (outcome.status === "stale") return [{ password: [SIGN_IN_AGAIN] }, 400];
  const words = outcome.field === "password" ? "This is not your password" : WRONG_CODE;
  return [{ [outcome.field]: [words] }, 400];
}

/** What a form holds, and how to refuse it beside its fields. Passwords and codes stay away. */
function readForm<T>(form: FormData, schema: z.ZodType<T>, intent: string) {
  const submission = parseWithZod(form, { schema });
  const refuse = (fieldErrors: Record<string, string[]>, status = 400) => {
    const { initialValue, ...lastResult } = submission.reply({ fieldErrors });
    const typed = initialValue?.name === undefined ? {} : { initialValue: { name: initialValue.name } };
    const answer = { lastResult: { ...lastResult, ...typed }, intent, conflict: null };
    return data({ answer, offer: null }, { status });
  };
  return { value: submission.status === "success" ? submission.value : null, refuse };
}

async function done(message: string): Promise<never> {
  throw redirect(href("/account/passkeys"), { headers: { "Set-Cookie": await flashCookie(message) } });
}

/** One's passkeys: a device that signs one in. */
export default function Passkeys({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <div className="cg-measure">
      <PageTitle caption="Your account">Passkeys</PageTitle>
      <p className="govuk-body">
        With a passkey your device signs you in, after your fingerprint, your face or its PIN. You need no
        password then, and no second step.
      </p>
      {loaderData.demo ? (
        <p className="govuk-body">Others use this demonstration account too, so it has no passkeys.</p>
      ) : (
        <>
          <PasskeyList {...loaderData} answer={actionData?.answer} />
          <h2 className="govuk-heading-m">Add a passkey</h2>
          <AddPasskey
            hasApp={loaderData.hasApp}
            answer={actionData?.answer}
            offer={actionData?.offer ?? null}
            key={loaderData.passkeys.length}
          />
        </>
      )}
      <p className="govuk-body">
        <AppLink href={href("/account")}>Back to your account</AppLink>
      </p>
    </div>
  );
}
