import { LinkButton } from "~/ui/button";
import { FormButton } from "~/ui/form-button";
import { PageTitle } from "~/ui/page-title";

type WelcomeProps = {
  /** The demonstration's accounts, with the password they share; none outside a demonstration. */
  demo: { accounts: readonly { email: string; name: string; what: string }[]; password: string } | null;
};

/** The first page for somebody who is not signed in: what this is, and in a demonstration a button an account. */
export function Welcome({ demo }: WelcomeProps) {
  return (
    <>
      <PageTitle size="xl">One record that two sides trust</PageTitle>
      <p className="govuk-body-l">
        Common Ground is kept by a neighbourhood’s resident-led partnership and its council together. Neither
        is the customer of the other.
      </p>
      <ul className="govuk-list govuk-list--bullet">
        <li>Log who met, what was said and what was promised, in two minutes.</li>
        <li>See which promises were kept, and agree a new day when one cannot be.</li>
        <li>See how healthy the relationship is, and open the figure down to the records behind it.</li>
        <li>Get the next steps for your side, with the reason for each.</li>
      </ul>
      <p className="govuk-body">
        What is shared is the same for both sides. What a side keeps to itself never leaves it.
      </p>
      <LinkButton href="/sign-in">Sign in</LinkButton>
      {demo ? <DemoAccounts {...demo} /> : null}
    </>
  );
}

function DemoAccounts({ accounts, password }: NonNullable<WelcomeProps["demo"]>) {
  return (
    <section aria-labelledby="demo-accounts">
      <h2 className="govuk-heading-m" id="demo-accounts">
        Try it: the demonstration place
      </h2>
      <p className="govuk-body">Everything in it is invented. Choose who to be.</p>
      <ul className="govuk-list cg-demo-accounts">
        {accounts.map(({ email, name, what }) => (
          <li key={email}>
            <FormButton action="/sign-in" fields={{ email, password }} variant="secondary" reload>
              {`Sign in as ${name}`}
            </FormButton>
            <span className="govuk-hint">{what}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
