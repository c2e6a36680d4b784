import { EmailInput, PasswordInput } from "~/ui/account-inputs";
import { Button } from "~/ui/button";
import { errorItems, fieldOf } from "~/ui/conform-field";
import { EnterSubmits } from "~/ui/enter-submits";
import { ErrorSummary } from "~/ui/error-summary";
import { PostForm } from "~/ui/form";
import { PageTitle } from "~/ui/page-title";
import { PostcodeInput } from "~/ui/postcode-input";
import { Select } from "~/ui/select";
import { TextInput } from "~/ui/text-input";

type Field = { id: string; name: string; errors?: string[] | undefined; defaultValue?: string | undefined };
type SetupFormProps = {
  form: { id: string; allErrors: Record<string, string[]> };
  fields: Record<
    "code" | "name" | "email" | "password" | "area" | "postcode" | "council" | "tier" | "gssCode" | "region",
    Field
  >;
  tiers: readonly { value: string; label: string }[];
  /** What a search by postcode found, in words. */
  said: string | undefined;
};

/** What an empty tracker needs to begin. */
export function SetupForm({ form, fields, tiers, said }: SetupFormProps) {
  return (
    <div className="cg-measure">
      <ErrorSummary errors={errorItems(form)} />
      <PageTitle>Set up this tracker</PageTitle>
      <p className="govuk-body">
        This page works once. It makes the first admin, one area with its partnership, and one council. You
        can add more afterwards.
      </p>
      <PostForm id={form.id} reload>
        <EnterSubmits />
        <TextInput
          {...fieldOf(fields.code)}
          label="Code"
          hint="It was printed where the tracker was started"
          autoComplete="off"
          spellCheck={false}
          width={20}
        />
        <h2 className="govuk-heading-m">The first area</h2>
        <TextInput {...fieldOf(fields.area)} label="Area" hint="Such as Millbrook Rise" autoComplete="off" />
        <PostcodeInput {...fieldOf(fields.postcode)} said={said} />
        <TextInput
          {...fieldOf(fields.council)}
          label="Council"
          hint="Its full name, such as Barley Borough Council"
          autoComplete="off"
        />
        <Select
          {...fieldOf(fields.tier)}
          label="What kind of council"
          placeholder="Choose one"
          options={tiers}
        />
        <TextInput
          {...fieldOf(fields.gssCode)}
          label="The council’s GSS code"
          hint="A letter and eight figures, such as E07000223"
          optional
          width={10}
        />
        <TextInput {...fieldOf(fields.region)} label="Region" optional autoComplete="off" />
        <h2 className="govuk-heading-m">The first admin</h2>
        <p className="govuk-body">
          An admin looks after accounts, organisations and areas, and sees none of what the areas record.
        </p>
        <TextInput {...fieldOf(fields.name)} label="Name" autoComplete="name" />
        <EmailInput {...fieldOf(fields.email)} autoComplete="username" />
        <PasswordInput
          {...fieldOf(fields.password)}
          hint="12 characters or more"
          autoComplete="new-password"
        />
        <Button>Set up</Button>
      </PostForm>
    </div>
  );
}
