import { useForm } from "@conform-to/react";
import { AudienceNote } from "~/ui/audience-note";
import { Button } from "~/ui/button";
import { fieldOf } from "~/ui/conform-field";
import { answerTo, type FormAnswer } from "~/ui/form-answer";
import { IntentForm } from "~/ui/intent-form";
import { Select } from "~/ui/select";
import { TextInput } from "~/ui/text-input";
import { CODE_THEMES, THEME_WORDS } from "../code";

type Sent = { answer: FormAnswer | undefined; formKey: string | undefined };

/** A researcher, or an admin, proposes a code. */
export function ProposeForm({ answer, formKey }: Sent) {
  const [form, fields] = useForm<{ theme: string; label: string; says: string }>({
    id: "propose",
    lastResult: answerTo(answer, "propose"),
  });
  return (
    <IntentForm form={form} intent="propose" formKey={formKey}>
      <Select
        {...fieldOf(fields.theme)}
        label="What it is about"
        placeholder="Choose a theme"
        options={CODE_THEMES.map((value) => ({ value, label: THEME_WORDS[value].name }))}
      />
      <TextInput {...fieldOf(fields.label)} label="What the code is called" hint="Two or three words" />
      <TextInput
        {...fieldOf(fields.says)}
        label="When to use it"
        hint="One sentence that anybody in an area understands, and that names no place and no person"
      />
      <AudienceNote>
        You and the programme’s admins. Once it is accepted, everybody with an account.
      </AudienceNote>
      <Button>Propose it</Button>
    </IntentForm>
  );
}
