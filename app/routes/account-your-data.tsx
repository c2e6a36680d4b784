import { href } from "react-router";
import { loadOwnData } from "~/composition/people-rights.server";
import { formOf, intentOf, notFound, submit } from "~/composition/request.server";
import { KeptList } from "~/features/rights/components/kept-list";
import { askOwnErasure } from "~/features/rights/erasures.commands.server";
import { shownSections } from "~/features/rights/kept-data";
import { AppLink } from "~/ui/app-link";
import { ErrorSummary } from "~/ui/error-summary";
import { problemsOf } from "~/ui/form-answer";
import { FormButton } from "~/ui/form-button";
import { formatDay } from "~/ui/format-date";
import { InsetText } from "~/ui/inset-text";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { PrintButton } from "~/ui/print-button";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/account-your-data";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("What is kept about you") }];

export async function loader({ context }: Route.LoaderArgs) {
  const { sections, ...rest } = await loadOwnData(context);
  return { ...rest, sections: shownSections(sections) };
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await formOf(request);
  if (intentOf(form) !== "erase") return notFound();
  return submit(context, form, askOwnErasure, {}, () => ({
    to: href("/account/your-data"),
    message: "You have asked. A programme admin decides.",
  }));
}

/** Everything that is kept about whoever is signed in, to read, print and take along. */
export default function YourData({ loaderData, actionData }: Route.ComponentProps) {
  const { name, demo, asked, sections, today } = loaderData;
  const formKey = useFormKey();
  return (
    <div className="cg-measure">
      {actionData ? <ErrorSummary errors={problemsOf(actionData)} /> : null}
      <PageTitle caption={name}>What is kept about you</PageTitle>
      <p className="govuk-body">
        This is everything here that names your account, and who you are in the register of people, as of{" "}
        {formatDay(today)}.{" "}
        <a className="govuk-link" href={href("/account/your-data.json")}>
          Take it with you as a file
        </a>{" "}
        that other programs can read.
      </p>
      <InsetText>
        Somebody may have written about you in private. A private note about a person is that person’s data:
        you may ask for it. Ask each organisation for what it holds; it answers within a month.{" "}
        <AppLink href={href("/privacy")}>Your rights, and whom to ask</AppLink>
      </InsetText>
      <KeptList sections={sections} />
      <PrintButton />
      <h2 className="govuk-heading-m">Have your details erased</h2>
      {asked ? (
        <p className="govuk-body">You asked for this on {formatDay(asked)}. A programme admin decides.</p>
      ) : null}
      {asked || demo ? null : (
        <>
          <p className="govuk-body">
            Your account goes for good: its name, how you sign in, your calendar’s address and your programs’
            keys, and its e-mail address in what anybody wrote. You can no longer sign in. What you wrote
            stays, without your name. Who you are in the register of people is not part of it: ask a lead of
            your side, who asks a programme admin.
          </p>
          <FormButton fields={{ intent: "erase" }} idempotencyKey={formKey} variant="warning">
            Ask for my details to be erased
          </FormButton>
        </>
      )}
      {demo ? <p className="govuk-body">Others use this demonstration account too, so it stays.</p> : null}
    </div>
  );
}
