import { useForm } from "@conform-to/react";
import { AudienceNote } from "~/ui/audience-note";
import { Button } from "~/ui/button";
import { dateOf, fieldOf } from "~/ui/conform-field";
import { DateInput } from "~/ui/date-input";
import { answerTo, type FormAnswer } from "~/ui/form-answer";
import { IntentForm } from "~/ui/intent-form";
import { Radios } from "~/ui/radios";
import { Select } from "~/ui/select";
import { TextInput } from "~/ui/text-input";
import { Textarea } from "~/ui/textarea";

type StudyFormProps = {
  organisations: readonly { value: string; label: string }[];
  dimensions: readonly { value: string; label: string; hint: string }[];
  answer: FormAnswer | undefined;
  formKey: string | undefined;
};

type Fields = {
  title: string;
  purpose: string;
  organisationId: string;
  dimension: string;
  startsOn: { day?: string };
  endsOn: { day?: string };
};

/** Opens a study: what it is called, what it wants to find out, and for how long. */
export function StudyForm({ organisations, dimensions, answer, formKey }: StudyFormProps) {
  const [form, fields] = useForm<Fields>({ id: "study", lastResult: answerTo(answer, "open") });
  return (
    <IntentForm form={form} intent="open" formKey={formKey}>
      <TextInput {...fieldOf(fields.title)} label="What is it called?" autoComplete="off" />
      <Textarea
        {...fieldOf(fields.purpose)}
        label="What does it want to find out?"
        hint="In plain words. Areas decide by this whether they say yes. It cannot be changed later."
        rows={6}
      />
      <Select
        {...fieldOf(fields.organisationId)}
        label="Whose study is it?"
        placeholder="Not in the register"
        options={organisations}
      />
      <Radios
        {...fieldOf(fields.dimension)}
        label="What does it tell areas apart by?"
        hint="One thing and no more: each further one makes an area easier to recognise."
        options={dimensions}
      />
      <DateInput {...dateOf(fields.startsOn)} label="First day" />
      <DateInput
        {...dateOf(fields.endsOn)}
        label="Last day"
        hint="When it is over its rows go from every release, and its key is destroyed."
      />
      <AudienceNote>
        everybody with an account can read the title, what it wants to find out, and its days.
      </AudienceNote>
      <Button>Open the study</Button>
    </IntentForm>
  );
}
