import { parseWithZod } from "@conform-to/zod/v4";
import { data, href } from "react-router";
import { formOf, INTENT_FIELD, intentOf, notFound, read, run, submit } from "~/composition/request.server";
import { NewToken, TokenForm, TokenHelp } from "~/features/identity/components/token-form";
import { TokenList } from "~/features/identity/components/token-list";
import { makeToken } from "~/features/identity/token-secret.server";
import { makeApiToken, revokeApiToken } from "~/features/identity/tokens.commands.server";
import { findTokenAreas, findTokens } from "~/features/identity/tokens.queries.server";
import { getEnvironment } from "~/platform/environment.server";
import { idSchema } from "~/platform/ids";
import { AppLink } from "~/ui/app-link";
import { documentTitle, PageTitle } from "~/ui/page-title";
import type { Route } from "./+types/account-tokens";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Tokens for programs") }];

export async function loader({ request, context }: Route.LoaderArgs) {
  return read(context, async (actor, { tx, today }) => ({
    tokens: await findTokens(tx, actor.userId, today),
    areas: await findTokenAreas(
      tx,
      actor.stands.map(({ areaId }) => areaId),
    ),
    origin: getEnvironment().APP_ORIGIN ?? new URL(request.url).origin,
  }));
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await formOf(request);
  const intent = intentOf(form);
  if (intent === "revoke") {
    const id = idSchema.safeParse(form.get("id")).data ?? notFound();
    const done = () => ({ to: href("/account/tokens"), message: "The token is ended." });
    return { made: null, answer: (await submit(context, form, revokeApiToken, { id }, done)).data };
  }
  if (intent !== "make") return notFound();
  form.delete(INTENT_FIELD);
  const { token, prefix, tokenHash } = makeToken();
  form.set("prefix", prefix);
  form.set("tokenHash", tokenHash);
  const submission = parseWithZod(form, { schema: makeApiToken.input });
  const refused = (fieldErrors: Record<string, string[]>) => {
    const { "": formErrors = [], ...fields } = fieldErrors;
    const { initialValue, ...lastResult } = submission.reply({ formErrors, fieldErrors: fields });
    const { prefix: _, tokenHash: __, ...typed } = initialValue ?? {};
    const answer = { lastResult: { ...lastResult, initialValue: typed }, intent, conflict: null };
    return data({ made: null, answer }, { status: 400 });
  };
  if (submission.status !== "success") return refused(submission.error ? nonNull(submission.error) : {});
  const outcome = await run(context, makeApiToken, submission.value);
  if (outcome.status === "invalid") return refused(outcome.fields);
  // Shown in this one answer, which nothing keeps: no cookie, no address, no log.
  return outcome.status === "done" ? { made: token, answer: undefined } : notFound();
}

function nonNull(errors: Record<string, string[] | null>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(errors).map(([name, words]) => [name, words ?? []]));
}

/** One's tokens: a program of one's own signs in with one. */
export default function Tokens({ loaderData, actionData }: Route.ComponentProps) {
  const { tokens, areas, origin } = loaderData;
  const made = actionData?.made ?? null;
  return (
    <div className="cg-measure">
      <PageTitle caption="Your account">Tokens for programs</PageTitle>
      {made ? <NewToken token={made} /> : null}
      <p className="govuk-body">
        A program of yours, such as a spreadsheet or a website, can read what you can read here, and write
        what you can write. It signs in with a token. You can end a token at any time.
      </p>
      <TokenList tokens={tokens} />
      <h2 className="govuk-heading-m">Make a token</h2>
      <TokenForm areas={areas} answer={actionData?.answer} key={tokens.length} />
      <TokenHelp origin={origin} description="/api/v1/openapi.json" />
      <p className="govuk-body">
        <AppLink href={href("/account")}>Back to your account</AppLink>
      </p>
    </div>
  );
}
