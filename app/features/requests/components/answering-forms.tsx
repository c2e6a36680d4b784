import { useForm } from "@conform-to/react";
import { AudienceNote } from "~/ui/audience-note";
import { Button } from "~/ui/button";
import { dateOf, errorItems, fieldOf } from "~/ui/conform-field";
import { DateInput } from "~/ui/date-input";
import { ErrorSummary } from "~/ui/error-summary";
import { PostForm } from "~/ui/form";
import { answerTo, type FormAnswer } from "~/ui/form-answer";
import { HiddenFields } from "~/ui/hidden-fields";
import { Radios } from "~/ui/radios";
import { Select } from "~/ui/select";
import { TextInput } from "~/ui/text-input";
import { Textarea } from "~/ui/textarea";
import { ANSWER_WORDS, ANSWERS } from "../request";

export type StepProps = {
  audience: string;
  answer: FormAnswer | undefined;
  formKey: string | undefined;
};

type On = { quick?: string; day?: string; month?: string; year?: string };
const TODAY: On = { quick: "today" };

/** Records the answer. */
export function AnswerForm({ audience, answer, formKey, own }: StepProps & { own: boolean }) {
  const [form, fields] = useForm<{ answer: string; text: string; on: On }>({
    id: "answer",
    lastResult: answerTo(answer, "answer"),
    defaultValue: { on: TODAY },
  });
  return (
    <PostForm id={form.id} idempotencyKey={formKey}>
      <ErrorSummary errors={errorItems(form)} />
      <HiddenFields fields={{ intent: "answer" }} />
      <Radios
        {...fieldOf(fields.answer)}
        label={own ? "Your answer" : "Their answer"}
        options={ANSWERS.map((value) => ({ value, label: ANSWER_WORDS[value] }))}
      />
      <Textarea
        {...fieldOf(fields.text)}
        label="The answer in words"
        hint="For “no” and “partly”, the reasons. For “yes” you can leave it empty."
        rows={4}
      />
      <DateInput {...dateOf(fields.on)} label="When was it given?" quick />
      <AudienceNote>{audience}</AudienceNote>
      <Button>Save answer</Button>
    </PostForm>
  );
}

/** Notes a holding reply. */
export function HoldForm({ audience, answer, formKey }: StepProps) {
  const [form, fields] = useForm<{ text: string; on: On }>({
    id: "hold",
    lastResult: answerTo(answer, "hold"),
    defaultValue: { on: TODAY },
  });
  return (
    <PostForm id={form.id} idempotencyKey={formKey}>
      <ErrorSummary errors={errorItems(form)} />
      <HiddenFields fields={{ intent: "hold" }} />
      <Textarea
        {...fieldOf(fields.text)}
        label="What the holding reply says"
        hint="Such as: we have it, Highways is looking into it, you will hear by the end of the month."
        rows={3}
      />
      <DateInput {...dateOf(fields.on)} label="When was it given?" quick />
      <AudienceNote>{audience}</AudienceNote>
      <Button variant="secondary">Save holding reply</Button>
    </PostForm>
  );
}

type ReferFormProps = StepProps & {
  people: readonly { id: string; name: string; organisation: string }[];
};

/** Notes that the request was passed on. */
export function ReferForm({ audience, answer, formKey, people }: ReferFormProps) {
  const [form, fields] = useForm<{ toPersonId: string; toTeam: string; note: string; on: On }>({
    id: "refer",
    lastResult: answerTo(answer, "refer"),
    defaultValue: { on: TODAY },
  });
  return (
    <PostForm id={form.id} idempotencyKey={formKey}>
      <ErrorSummary errors={errorItems(form)} />
      <HiddenFields fields={{ intent: "refer" }} />
      {people.length > 0 ? (
        <Select
          {...fieldOf(fields.toPersonId)}
          label="To a person"
          optional
          placeholder="Nobody by name"
          options={people.map(({ id, name, organisation }) => ({
            value: id,
            label: `${name}, ${organisation}`,
          }))}
        />
      ) : null}
      <TextInput {...fieldOf(fields.toTeam)} label="To a team" optional={people.length > 0} />
      <TextInput {...fieldOf(fields.note)} label="Why, or what was said" optional />
      <DateInput {...dateOf(fields.on)} label="When was it passed on?" quick />
      <AudienceNote>{audience}</AudienceNote>
      <Button variant="secondary">Save</Button>
    </PostForm>
  );
}
