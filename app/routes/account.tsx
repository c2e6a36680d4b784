import { parseWithZod } from "@conform-to/zod/v4";
import { data, href, redirect } from "react-router";
import { z } from "zod";
import { findActor, formOf, INTENT_FIELD, intentOf, notFound, read } from "~/composition/request.server";
import { circumstancesOf } from "~/composition/visit.server";
import { accountFields } from "~/features/identity/account-fields.server";
import { findUser } from "~/features/identity/accounts.queries.server";
import { PasswordForm } from "~/features/identity/components/password-form";
import { SessionList } from "~/features/identity/components/session-list";
import { roleWords } from "~/features/identity/role-words";
import { changePassword, endSessions, findSessions } from "~/features/identity/sessions.server";
import { WAIT_MINUTES } from "~/features/identity/sign-in-wait";
import { flashCookie } from "~/platform/flash.server";
import { idSchema } from "~/platform/ids";
import { AppLink } from "~/ui/app-link";
import { formatDay } from "~/ui/format-date";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { SummaryList } from "~/ui/summary-list";
import { Table } from "~/ui/table";
import type { Route } from "./+types/account";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Your account") }];

export async function loader({ request, context }: Route.LoaderArgs) {
  const { actor, now, memberships } = await read(context, async (actor, { tx, today, now }) => ({
    actor,
    now,
    memberships: (await findUser(tx, actor.userId, today))?.memberships ?? [],
  }));
  const owner = { id: actor.userId, demo: actor.demo };
  return {
    name: actor.name,
    email: actor.email,
    demo: actor.demo,
    roles: memberships
      .filter(({ running }) => running)
      .map(({ id, role, organisation, area, startsOn }) => ({
        ...{ id, organisation, area, startsOn },
        role: roleWords(role),
      })),
    sessions: await findSessions(request, owner, now),
  };
}

const passwords = z.strictObject({
  current: z.string({ error: "Enter the password you have now" }).max(200),
  next: accountFields.password,
  username: z.string().optional(),
});

export async function action({ request, context }: Route.ActionArgs) {
  const actor = (await findActor(context)) ?? notFound();
  const owner = { id: actor.userId, demo: actor.demo };
  const form = await formOf(request);
  const intent = intentOf(form);
  const circumstances = circumstancesOf(context);
  if (intent === "end-others") {
    await endSessions(request, owner, "others", circumstances);
    return done("You are signed out everywhere else.");
  }
  if (intent === "end") {
    const id = idSchema.safeParse(form.get("session")).data ?? notFound();
    if (!(await endSessions(request, owner, { id }, circumstances))) return notFound();
    return done("That browser is signed out.");
  }
  if (intent !== "password" || actor.demo) return notFound();
  form.delete(INTENT_FIELD);
  const submission = parseWithZod(form, { schema: passwords });
  const refuse = (fieldErrors: Record<string, string[]> | null, status = 400) => {
    // Nothing typed here comes back: all of it is secret.
    const { initialValue: _, ...lastResult } = submission.reply(fieldErrors ? { fieldErrors } : {});
    return data({ lastResult, intent, conflict: null }, { status });
  };
  if (submission.status !== "success") return refuse(null);
  const { current, next } = submission.value;
  const outcome = await changePassword(request, owner, { current, next }, circumstances);
  if (outcome.status === "wrong") return refuse({ current: ["This is not the password you have now"] });
  if (outcome.status === "wait")
    return refuse({ current: [`There were too many tries. Wait ${WAIT_MINUTES} minutes`] }, 429);
  return done("Your password is changed.", outcome.headers);
}

async function done(message: string, headers = new Headers()): Promise<never> {
  headers.append("Set-Cookie", await flashCookie(message));
  throw redirect(href("/account"), { headers });
}

/** Who one is here, where one stands, where one is signed in. */
export default function Account({ loaderData, actionData }: Route.ComponentProps) {
  const { name, email, demo, roles, sessions } = loaderData;
  return (
    <div className="cg-measure">
      <PageTitle caption="Your account">{name}</PageTitle>
      <SummaryList rows={[{ key: "E-mail address", value: email }]} />
      <Table
        caption="Where you stand"
        columns={[
          { header: "Organisation", cell: (one) => one.organisation },
          { header: "Role", cell: (one) => one.role },
          { header: "Area", cell: (one) => one.area ?? "All of its areas" },
          { header: "Since", cell: (one) => formatDay(one.startsOn) },
        ]}
        rows={roles}
        rowKey={(one) => one.id}
        whenEmpty="You have no role yet. Ask whoever invited you."
      />
      <SessionList sessions={sessions} />
      <ul className="govuk-list">
        <li>
          <AppLink href={href("/account/details")}>Your name and address</AppLink>
        </li>
        <li>
          <AppLink href={href("/account/second-factor")}>Second step when signing in</AppLink>
        </li>
        <li>
          <AppLink href={href("/account/passkeys")}>Passkeys</AppLink>
        </li>
        <li>
          <AppLink href={href("/account/tokens")}>Tokens for programs</AppLink>
        </li>
        <li>
          <AppLink href={href("/account/calendar")}>Your calendar</AppLink>
        </li>
        <li>
          <AppLink href={href("/account/your-data")}>What is kept about you</AppLink>
        </li>
      </ul>
      <h2 className="govuk-heading-m">Password</h2>
      {demo ? (
        <p className="govuk-body">Others use this demonstration account too, so its password stays.</p>
      ) : (
        <PasswordForm answer={actionData} email={email} />
      )}
    </div>
  );
}
