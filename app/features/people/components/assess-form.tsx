import { useForm } from "@conform-to/react";
import { AudienceNote } from "~/ui/audience-note";
import { Button } from "~/ui/button";
import { Checkbox } from "~/ui/checkboxes";
import { dateOf, errorItems, fieldOf, tickOf } from "~/ui/conform-field";
import { DateInput } from "~/ui/date-input";
import { ErrorSummary } from "~/ui/error-summary";
import { PostForm } from "~/ui/form";
import { answerTo, type FormAnswer } from "~/ui/form-answer";
import { HiddenFields } from "~/ui/hidden-fields";
import { Radios } from "~/ui/radios";
import { Select } from "~/ui/select";
import { TextInput } from "~/ui/text-input";
import { Textarea } from "~/ui/textarea";
import { type AssessmentView, INFLUENCES, INTERESTS, STANCES, stepChoices } from "../assessment";

type Fields = {
  interest: string;
  influence: string;
  stance: string;
  ally: string;
  wantedDays: string;
  note: string;
  on: string | { day?: string; month?: string; year?: string; quick?: string };
};
type AssessFormProps = {
  now: AssessmentView | null;
  audience: string;
  answer: FormAnswer | undefined;
  formKey: string | undefined;
};

/** Says what one's own side thinks of somebody. It begins with what it thought last. */
export function AssessForm({ now, audience, answer, formKey }: AssessFormProps) {
  const [form, fields] = useForm<Fields>({
    id: "assess",
    lastResult: answerTo(answer, "assess"),
    defaultValue: {
      interest: now ? String(now.interest) : "",
      influence: now ? String(now.influence) : "",
      stance: now?.stance ?? "",
      ally: now?.ally ? "yes" : "",
      wantedDays: now?.wantedDays ? String(now.wantedDays) : "",
      note: now?.note ?? "",
      on: { quick: "today" },
    },
  });
  return (
    <PostForm id={form.id} idempotencyKey={formKey}>
      <ErrorSummary errors={errorItems(form)} />
      <HiddenFields fields={{ intent: "assess" }} />
      <AudienceNote>{audience} It never reaches the other side.</AudienceNote>
      <Select
        {...fieldOf(fields.interest)}
        label="How interested they are in this area"
        placeholder="Choose one"
        options={stepChoices(INTERESTS)}
      />
      <Select
        {...fieldOf(fields.influence)}
        label="How much influence they have on what happens here"
        placeholder="Choose one"
        options={stepChoices(INFLUENCES)}
      />
      <Radios
        {...fieldOf(fields.stance)}
        label="Where they stand on what we want to do"
        small
        options={Object.entries(STANCES).map(([value, label]) => ({ value, label }))}
      />
      <Checkbox
        {...tickOf(fields.ally)}
        value="yes"
        label="They are an ally"
        hint="Somebody who helps us when we ask."
      />
      <TextInput
        {...fieldOf(fields.wantedDays)}
        label="How often we want to be in touch"
        hint="In days, such as 42 for every six weeks. Leave it empty if it does not matter."
        optional
        width={4}
        inputMode="numeric"
        prefix="every"
        suffix="days"
      />
      <Textarea {...fieldOf(fields.note)} label="Why we think so" optional rows={3} />
      <DateInput {...dateOf(fields.on)} label="The day this was so" quick />
      <Button>Save for our side</Button>
    </PostForm>
  );
}
