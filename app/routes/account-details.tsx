import { parseWithZod } from "@conform-to/zod/v4";
import { data, href, redirect } from "react-router";
import { z } from "zod";
import { accountMailIsOn } from "~/composition/account-mail.server";
import { SIGN_IN_AGAIN } from "~/composition/code-answer.server";
import { findPeopleToBe } from "~/composition/own-people.server";
import {
  findActor,
  formOf,
  INTENT_FIELD,
  intentOf,
  notFound,
  read,
  submit,
} from "~/composition/request.server";
import { circumstancesOf } from "~/composition/visit.server";
import { accountFields } from "~/features/identity/account-fields.server";
import { EmailForm, NameForm } from "~/features/identity/components/details-forms";
import { PersonForm } from "~/features/identity/components/person-form";
import { askForEmail } from "~/features/identity/email-change.server";
import { renameSelf } from "~/features/identity/own-account.commands.server";
import { findOwnPerson } from "~/features/identity/own-person.queries.server";
import { WAIT_MINUTES } from "~/features/identity/sign-in-wait";
import { linkPerson } from "~/features/identity/team.commands.server";
import { flashCookie } from "~/platform/flash.server";
import { AppLink } from "~/ui/app-link";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/account-details";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Your name and address") }];

export async function loader({ context }: Route.LoaderArgs) {
  const hasMail = await accountMailIsOn();
  return read(context, async (actor, { tx, today }) => {
    const { name, email, demo } = actor;
    const personId = await findOwnPerson(tx, actor.userId);
    return { name, email, demo, hasMail, personId, people: await findPeopleToBe(tx, actor, today, personId) };
  });
}

const another = z.strictObject({
  email: accountFields.email,
  password: z.string({ error: "Enter your password" }).max(200),
});

const KEEP_COUNCIL_ADDRESS =
  "Your council lets its people in by its own sign-in alone. Enter an address it gave you";

export async function action({ request, context }: Route.ActionArgs) {
  const actor = (await findActor(context)) ?? notFound();
  const form = await formOf(request);
  const intent = intentOf(form);
  const here = href("/account/details");
  if (intent === "name")
    return submit(context, form, renameSelf, {}, () => ({ to: here, message: "Your name is changed." }));
  if (intent === "person")
    return submit(context, form, linkPerson, { userId: actor.userId }, () => ({
      to: here,
      message: "Saved.",
    }));
  if (intent !== "email" || actor.demo || !(await accountMailIsOn())) return notFound();
  form.delete(INTENT_FIELD);
  const submission = parseWithZod(form, { schema: another });
  const refuse = (fieldErrors?: Record<string, string[]>, status = 400) => {
    const { initialValue, ...rest } = submission.reply(fieldErrors ? { fieldErrors } : {});
    // What was typed comes back, but for the password.
    const { password: _, ...typed } = initialValue ?? {};
    return data({ lastResult: { ...rest, initialValue: typed }, intent, conflict: null }, { status });
  };
  if (submission.status !== "success") return refuse();
  const ask = { request, owner: { id: actor.userId }, circumstances: circumstancesOf(context) };
  const outcome = await askForEmail(ask, submission.value);
  if (outcome === "council") return refuse({ email: [KEEP_COUNCIL_ADDRESS] });
  if (outcome === "wrong") return refuse({ password: ["This is not your password"] });
  if (outcome === "stale") return refuse({ password: [SIGN_IN_AGAIN] });
  if (outcome === "wait")
    return refuse({ password: [`There were too many tries. Wait ${WAIT_MINUTES} minutes`] }, 429);
  const said = "A mail is on its way to the new address. It becomes yours when you open the link in it.";
  throw redirect(here, { headers: { "Set-Cookie": await flashCookie(said) } });
}

/** One's own name and e-mail address. */
export default function Details({ loaderData, actionData }: Route.ComponentProps) {
  const { name, email, demo, hasMail, people, personId } = loaderData;
  const formKey = useFormKey();
  return (
    <div className="cg-measure">
      <PageTitle caption="Your account">Your name and address</PageTitle>
      {demo ? (
        <p className="govuk-body">Others use this demonstration account too, so its name and address stay.</p>
      ) : (
        <>
          <NameForm name={name} answer={actionData} />
          {people.length > 0 ? (
            <>
              <h2 className="govuk-heading-m">In the register of people</h2>
              <PersonForm
                answer={actionData}
                formKey={formKey}
                people={people}
                personId={personId}
                label="Which of these is you?"
                hint="What is asked of your post then comes first, and a meeting you log has you in it"
              />
            </>
          ) : null}
          <h2 className="govuk-heading-m">E-mail address</h2>
          <p className="govuk-body">It is {email} now.</p>
          {hasMail ? (
            <EmailForm answer={actionData} />
          ) : (
            <p className="govuk-body">This tracker sends no mail, so it cannot be changed here.</p>
          )}
        </>
      )}
      <p className="govuk-body">
        <AppLink href={href("/account")}>Back to your account</AppLink>
      </p>
    </div>
  );
}
