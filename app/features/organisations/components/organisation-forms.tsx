import { useForm } from "@conform-to/react";
import { Button } from "~/ui/button";
import { Checkboxes } from "~/ui/checkboxes";
import { choicesOf, dateOf, fieldOf } from "~/ui/conform-field";
import { DateInput } from "~/ui/date-input";
import { answerTo, type FormAnswer } from "~/ui/form-answer";
import { IntentForm } from "~/ui/intent-form";
import { Select } from "~/ui/select";
import { TextInput } from "~/ui/text-input";
import { ORGANISATION_KINDS, TIERS } from "../organisation";

type Sent = { answer: FormAnswer | undefined; formKey: string | undefined };
type Fields = {
  name: string;
  shortName: string;
  kinds: string[];
  tier: string;
  code: string;
  gssCode: string;
};

const optionsOf = (words: Record<string, string>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** Adds an organisation to the register. */
export function OrganisationForm({ answer, formKey }: Sent) {
  const [form, fields] = useForm<Fields>({ id: "organisation", lastResult: answerTo(answer, "add") });
  return (
    <IntentForm form={form} intent="add" formKey={formKey}>
      <TextInput {...fieldOf(fields.name)} label="Name" autoComplete="off" />
      <TextInput
        {...fieldOf(fields.shortName)}
        label="Short name"
        hint="How people say it, such as Barley Borough"
        optional
        autoComplete="off"
      />
      <Checkboxes
        {...choicesOf(fields.kinds)}
        label="What kind of organisation"
        small
        options={optionsOf(ORGANISATION_KINDS)}
      />
      <Select {...fieldOf(fields.tier)} label="Tier" placeholder="Not a council" options={optionsOf(TIERS)} />
      <TextInput
        {...fieldOf(fields.code)}
        label="Code"
        hint="A council’s three or four capital letters"
        optional
        width={5}
      />
      <TextInput {...fieldOf(fields.gssCode)} label="GSS code" optional width={10} />
      <Button>Add</Button>
    </IntentForm>
  );
}

type SuccessorProps = Sent & { choices: readonly { value: string; label: string }[] };

/** Says which organisation takes over, and when. */
export function SuccessorForm({ choices, answer, formKey }: SuccessorProps) {
  const [form, fields] = useForm<{ successorId: string; takesOverOn: { day?: string } }>({
    id: "successor",
    lastResult: answerTo(answer, "succeed"),
  });
  return (
    <IntentForm form={form} intent="succeed" formKey={formKey}>
      <Select
        {...fieldOf(fields.successorId)}
        label="Which organisation takes over"
        placeholder="Choose one"
        options={choices}
      />
      <DateInput
        {...dateOf(fields.takesOverOn)}
        label="From which day"
        hint="The day the new one takes over; the old one’s last day is the day before."
      />
      <Button>Save</Button>
    </IntentForm>
  );
}
