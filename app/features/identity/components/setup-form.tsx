import { EmailInput, PasswordInput } from "~/ui/account-inputs";
import { Button } from "~/ui/button";
import { errorItems, fieldOf } from "~/ui/conform-field";
import { ErrorSummary } from "~/ui/error-summary";
import { PostForm } from "~/ui/form";
import { PageTitle } from "~/ui/page-title";
import { Select } from "~/ui/select";
import { TextInput } from "~/ui/text-input";

type Field = { id: string; name: string; errors?: string[] | undefined; defaultValue?: string | undefined };
type SetupFormProps = {
  form: { id: string; allErrors: Record<string, string[]> };
  fields: Record<"code" | "name" | "email" | "password" | "area" | "council" | "tier", Field>;
  tiers: readonly { value: string; label: string }[];
};

/** What an empty tracker needs to begin. */
export function SetupForm({ form, fields, tiers }: SetupFormProps) {
  return (
    <div className="cg-measure">
      <ErrorSummary errors={errorItems(form)} />
      <PageTitle>Set up this tracker</PageTitle>
      <p className="govuk-body">
        This page works once. It makes the first admin, one area with its partnership, and one council. You
        can add more afterwards.
      </p>
      <PostForm id={form.id} reload>
        <TextInput
          {...fieldOf(fields.code)}
          label="Code"
          hint="It was printed where the tracker was started"
          autoComplete="off"
          spellCheck={false}
          width={20}
        />
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
        <h2 className="govuk-heading-m">The first area</h2>
        <TextInput {...fieldOf(fields.area)} label="Area" hint="Such as Millbrook Rise" autoComplete="off" />
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
        <Button>Set up</Button>
      </PostForm>
    </div>
  );
}
