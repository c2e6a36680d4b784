import { type SubmissionResult, useForm } from "@conform-to/react";
import { PasswordInput } from "~/ui/account-inputs";
import { AppLink } from "~/ui/app-link";
import { Button } from "~/ui/button";
import { errorItems, fieldOf } from "~/ui/conform-field";
import { ErrorSummary } from "~/ui/error-summary";
import { PostForm } from "~/ui/form";
import { FormButton } from "~/ui/form-button";
import { PageTitle } from "~/ui/page-title";
import { TextInput } from "~/ui/text-input";

type Answer = { words: string | null; lastResult: SubmissionResult<string[]> | null };
type Page = {
  name: string;
  email: string;
  inviter: string;
  asked: string;
  as: "new" | "self" | "sign-in" | "another";
  signedInAs: string | null;
};

/** Who invites to what, and the way to say yes. */
export function AcceptInvitation({ page, answer }: { page: Page; answer: Answer | undefined }) {
  return (
    <div className="cg-measure">
      {answer?.words ? <ErrorSummary errors={[{ text: answer.words }]} /> : null}
      <PageTitle caption="Your invitation">Welcome to Common Ground</PageTitle>
      <p className="govuk-body-l">
        {page.inviter} asks you {page.asked}.
      </p>
      <p className="govuk-body">
        Common Ground is where a partnership and its councils keep what they talk about, promise and agree.
        Both sides see what is shared. What is your side’s own stays on your side.
      </p>
      <Way page={page} answer={answer} />
    </div>
  );
}

function Way({ page, answer }: { page: Page; answer: Answer | undefined }) {
  switch (page.as) {
    case "new":
      return <NewcomerForm page={page} lastResult={answer?.lastResult ?? undefined} />;
    case "self":
      return (
        <>
          <p className="govuk-body">You are signed in as {page.email}.</p>
          <FormButton reload>Accept the invitation</FormButton>
        </>
      );
    case "sign-in":
      return (
        <>
          <p className="govuk-body">There is an account with your address, {page.email}.</p>
          <p className="govuk-body">
            <AppLink href="/sign-in">Sign in</AppLink>, then open the link of your mail again.
          </p>
        </>
      );
    case "another":
      return (
        <p className="govuk-body">
          This invitation is for {page.email}, and you are signed in as {page.signedInAs}.{" "}
          <AppLink href="/sign-out">Sign out</AppLink>, then open the link of your mail again.
        </p>
      );
  }
}

function NewcomerForm({
  page,
  lastResult,
}: {
  page: Page;
  lastResult: SubmissionResult<string[]> | undefined;
}) {
  const [form, fields] = useForm<{ name: string; password: string }>({
    id: "invitation",
    lastResult,
    defaultValue: { name: page.name },
  });
  return (
    <PostForm id={form.id} reload>
      <ErrorSummary errors={errorItems(form)} />
      <p className="govuk-body">You sign in with {page.email} from now on.</p>
      {/* For password managers: which account this is about. */}
      <input type="text" name="username" value={page.email} autoComplete="username" readOnly hidden />
      <TextInput
        {...fieldOf(fields.name)}
        label="Your name"
        hint="Others see it beside what you write"
        autoComplete="name"
      />
      <PasswordInput
        {...fieldOf(fields.password)}
        label="Choose a password"
        hint="12 characters or more, of any kind"
        autoComplete="new-password"
      />
      <Button>Accept and open my account</Button>
    </PostForm>
  );
}
