import { useForm } from "@conform-to/react";
import { AudienceNote } from "~/ui/audience-note";
import { Button } from "~/ui/button";
import { dateOf, fieldOf } from "~/ui/conform-field";
import { DateInput } from "~/ui/date-input";
import { PostForm } from "~/ui/form";
import { HiddenFields } from "~/ui/hidden-fields";
import { Textarea } from "~/ui/textarea";
import type { ActionForm as Form, FormField } from "../commitment-forms";
import { answerTo, type FormAnswer } from "./form-answer";

type ActionFormProps = {
  form: Form;
  /** Who will see what is written. */
  audience: string;
  answer: FormAnswer | undefined;
  formKey: string | undefined;
  primary?: boolean;
};

type Answers = Record<string, string>;

/** One small form: what it does, its questions, its button. Works without script; what was typed stays. */
export function ActionForm({ form: spec, audience, answer, formKey, primary }: ActionFormProps) {
  const [form, fields] = useForm<Answers>({ id: spec.action, lastResult: answerTo(answer, spec.action) });
  return (
    <PostForm id={form.id} idempotencyKey={formKey}>
      <HiddenFields fields={{ intent: spec.action, ...spec.hidden }} />
      <p className="govuk-body">{spec.intro}</p>
      {spec.fields.map((question) => {
        const field = fields[question.name];
        return field ? <Question question={question} field={field} key={question.name} /> : null;
      })}
      {spec.fields.length > 0 ? <AudienceNote>{audience}</AudienceNote> : null}
      <Button variant={primary ? "primary" : "secondary"}>{spec.button}</Button>
    </PostForm>
  );
}

type QuestionProps = {
  question: FormField;
  field: Parameters<typeof dateOf>[0] & Parameters<typeof fieldOf>[0];
};

function Question({ question, field }: QuestionProps) {
  const { label, hint, optional, kind } = question;
  const words = { label, hint, optional };
  if (kind === "text") return <Textarea {...fieldOf(field)} {...words} rows={3} />;
  return <DateInput {...dateOf(field)} {...words} quick={kind === "past-day"} />;
}
