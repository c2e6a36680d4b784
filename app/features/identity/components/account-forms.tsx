import { useForm } from "@conform-to/react";
import { Button } from "~/ui/button";
import { errorItems, fieldOf } from "~/ui/conform-field";
import { ErrorSummary } from "~/ui/error-summary";
import { PostForm } from "~/ui/form";
import { answerTo, type FormAnswer } from "~/ui/form-answer";
import { HiddenFields } from "~/ui/hidden-fields";
import { Radios } from "~/ui/radios";
import { Select } from "~/ui/select";
import { TextInput } from "~/ui/text-input";

type Sent = { answer: FormAnswer | undefined; formKey: string | undefined };

/** Opens an account with a first password. */
export function NewAccountForm({ answer }: Pick<Sent, "answer">) {
  const [form, fields] = useForm<{ name: string; email: string; password: string }>({
    id: "account",
    lastResult: answerTo(answer, "open"),
  });
  return (
    <PostForm id={form.id}>
      <ErrorSummary errors={errorItems(form)} />
      <HiddenFields fields={{ intent: "open" }} />
      <TextInput {...fieldOf(fields.name)} label="Name" autoComplete="off" />
      <TextInput
        {...fieldOf(fields.email)}
        label="E-mail address"
        type="email"
        autoComplete="off"
        spellCheck={false}
      />
      <TextInput
        {...fieldOf(fields.password)}
        value=""
        label="First password"
        hint="12 characters or more. Give it to them yourself, not by e-mail."
        type="password"
        autoComplete="new-password"
      />
      <Button>Open the account</Button>
    </PostForm>
  );
}

const ROLES = [
  { value: "reader", label: "Reader", hint: "Sees what is shared and their own side’s" },
  { value: "editor", label: "Editor", hint: "Also writes" },
  { value: "lead", label: "Lead", hint: "Also speaks for the side" },
  { value: "admin", label: "Programme admin", hint: "Accounts, organisations and areas; no content" },
  { value: "researcher", label: "Researcher", hint: "Released figures only" },
];

type MembershipProps = Sent & { organisations: readonly { value: string; label: string }[] };

/** Gives an account a role in an organisation. */
export function MembershipForm({ organisations, answer, formKey }: MembershipProps) {
  const [form, fields] = useForm<{ organisationId: string; role: string }>({
    id: "membership",
    lastResult: answerTo(answer, "give"),
  });
  return (
    <PostForm id={form.id} idempotencyKey={formKey}>
      <ErrorSummary errors={errorItems(form)} />
      <HiddenFields fields={{ intent: "give" }} />
      <Select
        {...fieldOf(fields.organisationId)}
        label="Organisation"
        placeholder="Choose an organisation"
        options={organisations}
      />
      <Radios {...fieldOf(fields.role)} label="Role" options={ROLES} small />
      <Button>Give this role</Button>
    </PostForm>
  );
}
