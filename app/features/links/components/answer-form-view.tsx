import { useForm } from "@conform-to/react";
import { Button } from "~/ui/button";
import { dateOf, fieldOf } from "~/ui/conform-field";
import { DateInput } from "~/ui/date-input";
import { ErrorSummary } from "~/ui/error-summary";
import { PostForm } from "~/ui/form";
import { answerTo, type FormAnswer, problemsOf } from "~/ui/form-answer";
import { HiddenFields } from "~/ui/hidden-fields";
import { Radios } from "~/ui/radios";
import { Textarea } from "~/ui/textarea";
import type { AnswerField, AnswerForm } from "../link";

type AnswerFormViewProps = { form: AnswerForm; sent: FormAnswer | undefined };

/** One answer a contact can give: what it does, its questions, its button. */
export function AnswerFormView({ form: spec, sent }: AnswerFormViewProps) {
  const lastResult = answerTo(sent, spec.answer);
  const [form, fields] = useForm<Record<string, string>>({ id: spec.answer.replace(".", "-"), lastResult });
  return (
    <section aria-labelledby={`${form.id}-title`}>
      <h2 className="govuk-heading-m" id={`${form.id}-title`}>
        {spec.button}
      </h2>
      {sent && lastResult ? <ErrorSummary errors={problemsOf(sent)} /> : null}
      <p className="govuk-body">{spec.does}</p>
      <PostForm id={form.id}>
        <HiddenFields fields={{ intent: spec.answer, ...spec.hidden }} />
        {spec.fields.map((question) => {
          const field = fields[question.name];
          return field ? <Question question={question} field={field} key={question.name} /> : null;
        })}
        <Button variant="secondary">{spec.button}</Button>
      </PostForm>
    </section>
  );
}

type Field = Parameters<typeof dateOf>[0] & Parameters<typeof fieldOf>[0];

function Question({ question, field }: { question: AnswerField; field: Field }) {
  if (question.kind === "choice") {
    return <Radios {...fieldOf(field)} label={question.label} options={question.options} />;
  }
  const { kind, label, hint, optional } = question;
  return kind === "day" ? (
    <DateInput {...dateOf(field)} label={label} hint={hint} optional={optional} />
  ) : (
    <Textarea {...fieldOf(field)} label={label} hint={hint} optional={optional} rows={4} />
  );
}
