import { useForm } from "@conform-to/react";
import { Button } from "~/ui/button";
import { fieldOf } from "~/ui/conform-field";
import { Details } from "~/ui/details";
import { answerTo, type FormAnswer } from "~/ui/form-answer";
import { formatInstant } from "~/ui/format-date";
import { IntentForm } from "~/ui/intent-form";
import { Table } from "~/ui/table";
import { TextInput } from "~/ui/text-input";
import type { PasskeyView } from "../passkey";
import { AccountProof } from "./account-proof";

type Sent = { answer: FormAnswer | undefined; hasApp: boolean };

/** One's passkeys, and below the list what can be done with each. */
export function PasskeyList({ passkeys, ...sent }: Sent & { passkeys: readonly PasskeyView[] }) {
  return (
    <>
      <Table
        caption="Your passkeys"
        columns={[
          { header: "Name", cell: (one) => one.name },
          { header: "Added", cell: (one) => formatInstant(one.addedAt) },
          { header: "Last used", cell: (one) => (one.lastUsedAt ? formatInstant(one.lastUsedAt) : "Never") },
        ]}
        rows={passkeys}
        rowKey={(one) => one.id}
        whenEmpty="You have no passkeys"
      />
      {passkeys.map((one) => (
        <Details
          summary={`Rename or remove “${one.name}”`}
          open={sent.answer?.intent.endsWith(one.id)}
          key={one.id}
        >
          <RenameForm passkey={one} {...sent} />
          <RemoveForm passkey={one} {...sent} />
        </Details>
      ))}
    </>
  );
}

type Props = Sent & { passkey: PasskeyView };

function RenameForm({ passkey: { id, name }, answer }: Props) {
  const intent = `rename ${id}`;
  const [form, fields] = useForm<{ name: string }>({
    id: `rename-${id}`,
    lastResult: answerTo(answer, intent),
    defaultValue: { name },
  });
  return (
    <IntentForm form={form} intent={intent} formKey={undefined}>
      <TextInput {...fieldOf(fields.name)} label="Name" autoComplete="off" />
      <Button variant="secondary">Save the name</Button>
    </IntentForm>
  );
}

function RemoveForm({ passkey: { id, name }, answer, hasApp }: Props) {
  const intent = `remove ${id}`;
  const [form, fields] = useForm<{ password: string; current: string }>({
    id: `remove-${id}`,
    lastResult: answerTo(answer, intent),
  });
  return (
    <IntentForm form={form} intent={intent} formKey={undefined}>
      <p className="govuk-body">Once removed, nobody can sign in with it. Remove it from your device too.</p>
      <AccountProof fields={fields} hasApp={hasApp} />
      <Button variant="warning" about={`“${name}”`}>
        Remove
      </Button>
    </IntentForm>
  );
}
