import { useForm } from "@conform-to/react";
import { EmailInput, PasswordInput } from "~/ui/account-inputs";
import { Button } from "~/ui/button";
import { fieldOf } from "~/ui/conform-field";
import { answerTo, type FormAnswer } from "~/ui/form-answer";
import { IntentForm } from "~/ui/intent-form";
import { Radios } from "~/ui/radios";
import { Select } from "~/ui/select";
import { TextInput } from "~/ui/text-input";
import { ACCOUNT_ROLES } from "../role-words";

type Sent = { answer: FormAnswer | undefined; formKey: string | undefined };

/** Opens an account with a first password. */
export function NewAccountForm({ answer }: Pick<Sent, "answer">) {
  const [form, fields] = useForm<{ name: string; email: string; password: string }>({
    id: "account",
    lastResult: answerTo(answer, "open"),
  });
  return (
    <IntentForm form={form} intent="open" formKey={undefined}>
      <TextInput {...fieldOf(fields.name)} label="Name" autoComplete="off" />
      <EmailInput {...fieldOf(fields.email)} autoComplete="off" />
      <PasswordInput
        {...fieldOf(fields.password)}
        label="First password"
        hint="12 characters or more. Give it to them yourself, not by e-mail."
        autoComplete="new-password"
      />
      <Button>Open the account</Button>
    </IntentForm>
  );
}

type MembershipProps = Sent & { organisations: readonly { value: string; label: string }[] };

/** Gives an account a role in an organisation. */
export function MembershipForm({ organisations, answer, formKey }: MembershipProps) {
  const [form, fields] = useForm<{ organisationId: string; role: string }>({
    id: "membership",
    lastResult: answerTo(answer, "give"),
  });
  return (
    <IntentForm form={form} intent="give" formKey={formKey}>
      <Select
        {...fieldOf(fields.organisationId)}
        label="Organisation"
        placeholder="Choose an organisation"
        options={organisations}
      />
      <Radios {...fieldOf(fields.role)} label="Role" options={ACCOUNT_ROLES} small />
      <Button>Give this role</Button>
    </IntentForm>
  );
}
