import { useForm } from "@conform-to/react";
import { plural } from "~/platform/plural";
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

type Fields = {
  title: string;
  detail: string;
  council: string;
  toPersonId: string;
  askedOn: { quick?: string; day?: string; month?: string; year?: string };
  targetOn: { day?: string; month?: string; year?: string };
};

type RequestFormProps = {
  /** The councils to choose from; one or none is no question. */
  councils: readonly { slug: string; name: string }[];
  people: readonly { id: string; name: string; organisation: string }[];
  /** Working days in which an answer is wanted where no day is named; null: it depends on the council. */
  workingDays: number | null;
  audience: string;
  meetingId: string | undefined;
  answer: FormAnswer | undefined;
  formKey: string | undefined;
};

/** Asks the other side for something. */
export function RequestForm(props: RequestFormProps) {
  const { councils, people, workingDays, audience, meetingId, answer, formKey } = props;
  const [form, fields] = useForm<Fields>({
    id: "ask",
    lastResult: answerTo(answer, "ask"),
    defaultValue: { askedOn: { quick: "today" } },
  });
  return (
    <PostForm id={form.id} idempotencyKey={formKey}>
      <ErrorSummary errors={errorItems(form)} />
      <HiddenFields fields={{ intent: "ask", meetingId }} />
      {councils.length > 1 ? (
        <Radios
          {...fieldOf(fields.council)}
          label="Which council is this about?"
          options={[
            ...councils.map(({ slug, name }) => ({ value: slug, label: name })),
            { value: "all", label: "All of them" },
          ]}
        />
      ) : null}
      <TextInput
        {...fieldOf(fields.title)}
        label="What are you asking?"
        hint="One line, such as “Can we use the old library on Saturdays?”"
      />
      <Textarea {...fieldOf(fields.detail)} label="What they need to know to answer" rows={4} optional />
      {people.length > 0 ? (
        <Select
          {...fieldOf(fields.toPersonId)}
          label="Who are you asking?"
          optional
          placeholder="Nobody by name"
          options={people.map(({ id, name, organisation }) => ({
            value: id,
            label: `${name}, ${organisation}`,
          }))}
        />
      ) : null}
      <DateInput {...dateOf(fields.askedOn)} label="When did you ask?" quick />
      <DateInput
        {...dateOf(fields.targetOn)}
        label="When do you want the answer by?"
        hint={
          workingDays === null
            ? "Leave it empty for the working days agreed with that council."
            : `Leave it empty for ${plural(workingDays, "working day")} after you asked, as agreed.`
        }
        optional
      />
      <AudienceNote>{audience}</AudienceNote>
      <Button>Save request</Button>
    </PostForm>
  );
}
