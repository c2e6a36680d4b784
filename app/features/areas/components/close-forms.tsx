import { useForm } from "@conform-to/react";
import { Button } from "~/ui/button";
import { dateOf, fieldOf } from "~/ui/conform-field";
import { DateInput } from "~/ui/date-input";
import { answerTo, type FormAnswer } from "~/ui/form-answer";
import { IntentForm } from "~/ui/intent-form";
import { Select } from "~/ui/select";
import { Textarea } from "~/ui/textarea";
import type { CloseStep } from "../lifecycle";

type Sent = { answer: FormAnswer | undefined; formKey: string | undefined };
type Choices = readonly { value: string; label: string }[];

/** Says that an area is to close, and why. */
export function BeginClosingForm({ answer, formKey }: Sent) {
  const [form, fields] = useForm<{ closesOn: { day?: string }; reason: string }>({
    id: "begin",
    lastResult: answerTo(answer, "begin"),
  });
  return (
    <IntentForm form={form} intent="begin" formKey={formKey}>
      <DateInput
        {...dateOf(fields.closesOn)}
        label="From which day is it to be closed"
        hint="Until then everything goes on as now. A programme admin confirms the day."
      />
      <Textarea {...fieldOf(fields.reason)} label="Why" hint="Both sides read this." />
      <Button>Say that it is to close</Button>
    </IntentForm>
  );
}

/** Confirms the day, and names who looks after what stays. */
export function ConfirmClosingForm({ stewards, answer, formKey }: Sent & { stewards: Choices }) {
  const [form, fields] = useForm<{ closedOn: { day?: string }; stewardId: string }>({
    id: "confirm",
    lastResult: answerTo(answer, "confirm"),
  });
  return (
    <IntentForm form={form} intent="confirm" formKey={formKey}>
      <DateInput
        {...dateOf(fields.closedOn)}
        label="The first day on which it is closed"
        hint="From that day nothing new can be added. Everything stays to read, to print and to export."
      />
      <Select
        {...fieldOf(fields.stewardId)}
        label="Who looks after what stays"
        hint="Its people can then read what both sides share."
        placeholder="Choose an organisation"
        options={stewards}
      />
      <Button>Confirm</Button>
    </IntentForm>
  );
}

/** Names another steward. */
export function StewardForm({
  stewards,
  steward,
  answer,
  formKey,
}: Sent & { stewards: Choices; steward: string }) {
  const [form, fields] = useForm<{ stewardId: string }>({
    id: "steward",
    lastResult: answerTo(answer, "steward"),
    defaultValue: { stewardId: steward },
  });
  return (
    <IntentForm form={form} intent="steward" formKey={formKey}>
      <Select {...fieldOf(fields.stewardId)} label="Who looks after it" options={stewards} />
      <Button variant="secondary">Change</Button>
    </IntentForm>
  );
}

/** Opens an area again, with the reason. */
export function ReopenForm({ answer, formKey }: Sent) {
  const [form, fields] = useForm<{ reason: string }>({
    id: "reopen",
    lastResult: answerTo(answer, "reopen"),
  });
  return (
    <IntentForm form={form} intent="reopen" formKey={formKey}>
      <Textarea {...fieldOf(fields.reason)} label="Why it opens again" hint="Both sides read this." />
      <Button variant="secondary">Open it again</Button>
    </IntentForm>
  );
}

type StepsProps = Sent & { steps: readonly CloseStep[]; stewards: Choices; steward: string | null };

/** The forms of whatever an admin may do next with an area's life. */
export function AdminCloseForms({ steps, stewards, steward, ...sent }: StepsProps) {
  return (
    <>
      {steps.includes("begin") ? <BeginClosingForm {...sent} /> : null}
      {steps.includes("confirm") ? <ConfirmClosingForm stewards={stewards} {...sent} /> : null}
      {steward !== null && !steps.includes("confirm") ? (
        <StewardForm stewards={stewards} steward={steward} {...sent} />
      ) : null}
      {steps.includes("reopen") ? <ReopenForm {...sent} /> : null}
    </>
  );
}
