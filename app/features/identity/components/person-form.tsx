import { useForm } from "@conform-to/react";
import { Button } from "~/ui/button";
import { fieldOf } from "~/ui/conform-field";
import { answerTo, type FormAnswer } from "~/ui/form-answer";
import { IntentForm } from "~/ui/intent-form";
import { Select } from "~/ui/select";

type Props = {
  answer: FormAnswer | undefined;
  formKey: string | undefined;
  people: readonly { value: string; label: string }[];
  personId: string | null;
  label: string;
  hint: string;
};

/** Says which person of the register an account is. */
export function PersonForm({ answer, formKey, people, personId, label, hint }: Props) {
  const [form, fields] = useForm<{ person: string }>({
    id: "person",
    lastResult: answerTo(answer, "person"),
    defaultValue: { person: personId ?? "nobody" },
  });
  return (
    <IntentForm form={form} intent="person" formKey={formKey}>
      <Select
        {...fieldOf(fields.person)}
        label={label}
        hint={hint}
        options={[{ value: "nobody", label: "None of these" }, ...people]}
      />
      <Button variant="secondary">Save</Button>
    </IntentForm>
  );
}
