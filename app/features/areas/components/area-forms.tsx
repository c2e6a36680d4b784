import { useForm } from "@conform-to/react";
import { Button } from "~/ui/button";
import { fieldOf } from "~/ui/conform-field";
import { answerTo, type FormAnswer } from "~/ui/form-answer";
import { IntentForm } from "~/ui/intent-form";
import { Select } from "~/ui/select";
import { TextInput } from "~/ui/text-input";

type Sent = { answer: FormAnswer | undefined; formKey: string | undefined };

/** Adds an area with its partnership. */
export function AreaForm({ answer, formKey }: Sent) {
  const [form, fields] = useForm<{ name: string; partnershipName: string; code: string }>({
    id: "area",
    lastResult: answerTo(answer, "add"),
  });
  return (
    <IntentForm form={form} intent="add" formKey={formKey}>
      <TextInput {...fieldOf(fields.name)} label="Name" autoComplete="off" />
      <TextInput
        {...fieldOf(fields.partnershipName)}
        label="The partnership’s name"
        hint="Left empty it is the area’s name and “Partnership”"
        optional
        autoComplete="off"
      />
      <TextInput
        {...fieldOf(fields.code)}
        label="Code"
        hint="The programme’s own: two letters and three figures"
        optional
        width={5}
      />
      <Button>Add</Button>
    </IntentForm>
  );
}

type ConnectProps = Sent & { councils: readonly { value: string; label: string }[] };

/** Connects an area with a council. */
export function ConnectForm({ councils, answer, formKey }: ConnectProps) {
  const [form, fields] = useForm<{ councilId: string; requestWorkingDays: string }>({
    id: "connect",
    lastResult: answerTo(answer, "connect"),
    defaultValue: { requestWorkingDays: "20" },
  });
  return (
    <IntentForm form={form} intent="connect" formKey={formKey}>
      <Select
        {...fieldOf(fields.councilId)}
        label="Council"
        placeholder="Choose a council"
        options={councils}
      />
      <TextInput
        {...fieldOf(fields.requestWorkingDays)}
        label="Working days in which each side answers the other"
        inputMode="numeric"
        suffix="days"
        width={3}
      />
      <Button>Connect</Button>
    </IntentForm>
  );
}
