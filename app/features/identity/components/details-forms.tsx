import { useForm } from "@conform-to/react";
import { EmailInput, PasswordInput } from "~/ui/account-inputs";
import { Button } from "~/ui/button";
import { fieldOf } from "~/ui/conform-field";
import { answerTo, type FormAnswer } from "~/ui/form-answer";
import { IntentForm } from "~/ui/intent-form";
import { TextInput } from "~/ui/text-input";

type Sent = { answer: FormAnswer | undefined };

/** Changes one's own name. */
export function NameForm({ name, answer }: Sent & { name: string }) {
  const [form, fields] = useForm<{ name: string }>({
    id: "name",
    lastResult: answerTo(answer, "name"),
    defaultValue: { name },
  });
  return (
    <IntentForm form={form} intent="name" formKey={undefined}>
      <TextInput
        {...fieldOf(fields.name)}
        label="Name"
        hint="Others see it beside what you write"
        autoComplete="name"
      />
      <Button>Save the name</Button>
    </IntentForm>
  );
}

/** Asks for another e-mail address, with the password. */
export function EmailForm({ answer }: Sent) {
  const [form, fields] = useForm<{ email: string; password: string }>({
    id: "email",
    lastResult: answerTo(answer, "email"),
  });
  return (
    <IntentForm form={form} intent="email" formKey={undefined}>
      <EmailInput {...fieldOf(fields.email)} label="New e-mail address" autoComplete="email" />
      <PasswordInput {...fieldOf(fields.password)} label="Your password" autoComplete="current-password" />
      <Button>Send a mail to it</Button>
    </IntentForm>
  );
}
