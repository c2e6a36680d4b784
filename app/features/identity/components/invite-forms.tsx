import { useForm } from "@conform-to/react";
import { EmailInput } from "~/ui/account-inputs";
import { Button } from "~/ui/button";
import { fieldOf } from "~/ui/conform-field";
import { answerTo, type FormAnswer } from "~/ui/form-answer";
import { IntentForm } from "~/ui/intent-form";
import { Radios } from "~/ui/radios";
import { Select } from "~/ui/select";
import { TextInput } from "~/ui/text-input";
import { ACCOUNT_ROLES, SIDE_ROLES } from "../role-words";

type Sent = { answer: FormAnswer | undefined; formKey: string | undefined };
type Choices = readonly { value: string; label: string }[];

const REACH = [
  { value: "area", label: "This area" },
  { value: "all", label: "All areas your council works with" },
];

/** Invites somebody to one's own side. */
export function InviteToSideForm({
  answer,
  formKey,
  people,
  canReachAll,
}: Sent & { people: Choices; canReachAll: boolean }) {
  const [form, fields] = useForm<Record<"name" | "email" | "role" | "person" | "reach", string>>({
    id: "invite",
    lastResult: answerTo(answer, "invite"),
  });
  return (
    <IntentForm form={form} intent="invite" formKey={formKey}>
      <TextInput {...fieldOf(fields.name)} label="Name" autoComplete="off" />
      <EmailInput {...fieldOf(fields.email)} autoComplete="off" />
      <Radios {...fieldOf(fields.role)} label="What may they do?" options={SIDE_ROLES} small />
      {canReachAll ? <Radios {...fieldOf(fields.reach)} label="Where?" options={REACH} small /> : null}
      {people.length > 0 ? (
        <Select
          {...fieldOf(fields.person)}
          label="Which of these are they?"
          hint="People of your side in the register of people"
          placeholder="None of these, or not known"
          options={people}
          optional
        />
      ) : null}
      <Button>Send the invitation</Button>
    </IntentForm>
  );
}

/** Invites anybody to any organisation, as an admin. */
export function InviteAnyoneForm({
  answer,
  formKey,
  organisations,
  areas,
}: Sent & { organisations: Choices; areas: Choices }) {
  const [form, fields] = useForm<Record<"name" | "email" | "role" | "organisationId" | "area", string>>({
    id: "invite",
    lastResult: answerTo(answer, "invite"),
  });
  return (
    <IntentForm form={form} intent="invite" formKey={formKey}>
      <TextInput {...fieldOf(fields.name)} label="Name" autoComplete="off" />
      <EmailInput {...fieldOf(fields.email)} autoComplete="off" />
      <Select
        {...fieldOf(fields.organisationId)}
        label="Organisation"
        placeholder="Choose an organisation"
        options={organisations}
      />
      <Select
        {...fieldOf(fields.area)}
        label="Area"
        placeholder="All of its areas"
        options={areas}
        optional
      />
      <Radios {...fieldOf(fields.role)} label="What may they do?" options={ACCOUNT_ROLES} small />
      <Button>Send the invitation</Button>
    </IntentForm>
  );
}
