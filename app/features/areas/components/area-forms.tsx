import { useForm } from "@conform-to/react";
import { Button } from "~/ui/button";
import { fieldOf } from "~/ui/conform-field";
import { EnterSubmits } from "~/ui/enter-submits";
import { answerTo, type FormAnswer } from "~/ui/form-answer";
import { IntentForm } from "~/ui/intent-form";
import { PostcodeInput } from "~/ui/postcode-input";
import { Select } from "~/ui/select";
import { TextInput } from "~/ui/text-input";

type Sent = {
  answer: FormAnswer | undefined;
  formKey: string | undefined;
  /** What a search by postcode found, in words; the form's values are filled in already. */
  said: string | undefined;
};
type Councils = { councils: readonly { value: string; label: string }[] };
type AreaFields = Record<
  "name" | "partnershipName" | "code" | "postcode" | "councilId" | "secondCouncilId" | "region",
  string
>;

/** Adds an area with its partnership, and connects it with its councils. */
export function AreaForm({ answer, formKey, said, councils }: Sent & Councils) {
  const [form, fields] = useForm<AreaFields>({ id: "area", lastResult: answerTo(answer, "add") });
  const council = { placeholder: "None yet", options: councils, optional: true };
  return (
    <IntentForm form={form} intent="add" formKey={formKey}>
      <EnterSubmits />
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
      <PostcodeInput {...fieldOf(fields.postcode)} said={said} />
      <Select {...fieldOf(fields.councilId)} label="Council" {...council} />
      <Select
        {...fieldOf(fields.secondCouncilId)}
        label="Second council"
        hint="Where a district and a county share the work"
        {...council}
      />
      <TextInput {...fieldOf(fields.region)} label="Region" optional autoComplete="off" />
      <Button>Add</Button>
    </IntentForm>
  );
}

/** Connects an area with a council. */
export function ConnectForm({ councils, answer, formKey, said }: Sent & Councils) {
  const [form, fields] = useForm<Record<"postcode" | "councilId" | "requestWorkingDays", string>>({
    id: "connect",
    lastResult: answerTo(answer, "connect"),
    defaultValue: { requestWorkingDays: "20" },
  });
  return (
    <IntentForm form={form} intent="connect" formKey={formKey}>
      <EnterSubmits />
      <PostcodeInput {...fieldOf(fields.postcode)} said={said} />
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
