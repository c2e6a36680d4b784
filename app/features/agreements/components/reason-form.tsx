import { useForm } from "@conform-to/react";
import { AudienceNote } from "~/ui/audience-note";
import { Button, type ButtonVariant } from "~/ui/button";
import { errorItems, fieldOf } from "~/ui/conform-field";
import { ErrorSummary } from "~/ui/error-summary";
import { PostForm } from "~/ui/form";
import { answerTo, type FormAnswer } from "~/ui/form-answer";
import { HiddenFields } from "~/ui/hidden-fields";
import { Textarea } from "~/ui/textarea";

export type StepForm = { audience: string; answer: FormAnswer | undefined; formKey: string | undefined };

type ReasonFormProps = StepForm & {
  intent: string;
  label: string;
  submit: string;
  optional?: boolean;
  variant?: ButtonVariant;
};

/** One step with a word on why. */
export function ReasonForm({
  intent,
  label,
  submit,
  optional,
  variant = "secondary",
  ...step
}: ReasonFormProps) {
  const [form, fields] = useForm<{ reason: string }>({
    id: intent,
    lastResult: answerTo(step.answer, intent),
  });
  return (
    <PostForm id={form.id} idempotencyKey={step.formKey}>
      <ErrorSummary errors={errorItems(form)} />
      <HiddenFields fields={{ intent }} />
      <Textarea {...fieldOf(fields.reason)} label={label} rows={3} optional={optional} />
      <AudienceNote>{step.audience}</AudienceNote>
      <Button variant={variant}>{submit}</Button>
    </PostForm>
  );
}
