import { useForm } from "@conform-to/react";
import { AudienceNote } from "~/ui/audience-note";
import { Button } from "~/ui/button";
import { Checkbox, Checkboxes } from "~/ui/checkboxes";
import { type ConflictField, ConflictView } from "~/ui/conflict-view";
import { choicesOf, dateOf, errorItems, fieldOf, tickOf } from "~/ui/conform-field";
import { DateInput } from "~/ui/date-input";
import { Details } from "~/ui/details";
import { ErrorSummary } from "~/ui/error-summary";
import { PostForm } from "~/ui/form";
import { answerTo, type FormAnswer } from "~/ui/form-answer";
import { HiddenFields } from "~/ui/hidden-fields";
import { Radios } from "~/ui/radios";
import { Select } from "~/ui/select";
import { TextInput } from "~/ui/text-input";
import { Textarea } from "~/ui/textarea";
import type { Question, Step } from "../plan-forms";

/** What every small form of a page is given. */
export type StepProps = { audience: string; answer: FormAnswer | undefined; formKey: string | undefined };
type StepFormProps = StepProps & { step: Step; primary?: boolean };

/** Whether the page's answer is to this very form: of several with one intent, the one with the same hidden values. */
export function isAnswered({ intent, hidden = {} }: Step, answer: FormAnswer | undefined): boolean {
  if (answer?.intent !== intent) return false;
  const sent = answer.lastResult.initialValue ?? {};
  return lineOf(hidden).every(([name, value]) => sent[name] === value);
}

function lineOf(hidden: Readonly<Record<string, string>>) {
  return Object.entries(hidden).filter(([name]) => name !== "revision");
}

/**
 * The revision a form says it was made from: that of the version beside it, after a conflict (saving again is choosing
 * over it); else what it said before, however often it came back.
 */
function hiddenOf({ intent, hidden = {} }: Step, answer: FormAnswer | undefined) {
  const newer = (answer?.conflict as { revision?: unknown } | null | undefined)?.revision;
  const sent = answer?.lastResult.initialValue?.revision;
  const revision =
    typeof newer === "number" ? String(newer) : typeof sent === "string" ? sent : hidden.revision;
  return { intent, ...hidden, ...(revision === undefined ? {} : { revision }) };
}

/** One small form of a page. Works without script; what was typed stays. */
export function StepForm({ step, audience, answer, formKey, primary }: StepFormProps) {
  const { intent, questions, more = [], hidden = {}, submit } = step;
  const own = isAnswered(step, answer) ? answer : undefined;
  const [form, fields] = useForm<Record<string, string>>({
    id: [intent, ...lineOf(hidden).map(([, value]) => value)].join("-"),
    lastResult: answerTo(own, intent),
    defaultValue: startOf([...questions, ...more]),
  });
  const asked = (question: Question) => {
    const field = fields[question.name];
    return field ? <StepField question={question} field={field} key={question.name} /> : null;
  };
  const body = (
    <PostForm id={form.id} idempotencyKey={formKey}>
      <ErrorSummary errors={errorItems(form)} />
      <HiddenFields fields={hiddenOf(step, own)} />
      {questions.map(asked)}
      {more.length > 0 ? (
        <Details summary="More, if you know it" open={more.some(({ name }) => fields[name]?.errors)}>
          {more.map(asked)}
        </Details>
      ) : null}
      {questions.length > 0 ? <AudienceNote>{audience}</AudienceNote> : null}
      <Button variant={primary ? "primary" : "secondary"}>{submit}</Button>
    </PostForm>
  );
  return own?.conflict ? (
    <ConflictView said="Somebody else changed this while you were writing." fields={versionsOf(step, own)}>
      {body}
    </ConflictView>
  ) : (
    body
  );
}

/** What is saved now beside what was typed, question by question; days are in the form below. */
function versionsOf({ questions, more = [] }: Step, { conflict, lastResult }: FormAnswer): ConflictField[] {
  const saved = conflict as Record<string, unknown>;
  return [...questions, ...more].flatMap((question) => {
    const { name, label, kind } = question;
    if (kind === "day" || kind === "checks" || kind === "tick" || !(name in saved)) return [];
    const say = (value: unknown) => {
      const text = typeof value === "string" ? value : "";
      const chosen = "options" in question && question.options.find((option) => option.value === text);
      return chosen ? chosen.label : text || "Nothing";
    };
    const [theirs, yours] = [say(saved[name]), say(lastResult.initialValue?.[name])];
    return [{ label, saved: theirs, yours, differs: theirs.trim() !== yours.trim() }];
  });
}

/** What stands in the form before anybody types. A day may be a quick choice, which conform takes as it is. */
function startOf(questions: readonly Question[]): Record<string, string> {
  const values = questions.flatMap(({ name, value }) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return Object.fromEntries(values) as Record<string, string>;
}

/** The same, folded up under its name until somebody wants it, or what was sent came back. */
export function FoldedStep(props: StepFormProps) {
  return (
    <Details summary={props.step.summary} open={isAnswered(props.step, props.answer)}>
      <StepForm {...props} />
    </Details>
  );
}

type StepFieldProps = {
  question: Question;
  field: Parameters<typeof dateOf>[0] & Parameters<typeof fieldOf>[0];
};

function StepField({ question, field }: StepFieldProps) {
  const { label, hint, optional } = question;
  const words = { label, hint, optional };
  switch (question.kind) {
    case "line":
      return <TextInput {...fieldOf(field)} {...words} />;
    case "text":
      return <Textarea {...fieldOf(field)} {...words} rows={question.rows ?? 3} />;
    case "day":
      return <DateInput {...dateOf(field)} {...words} quick={question.quick} />;
    case "radios":
      return <Radios {...fieldOf(field)} {...words} options={question.options} small />;
    case "select":
      return (
        <Select
          {...fieldOf(field)}
          {...words}
          options={question.options}
          placeholder={question.placeholder}
        />
      );
    case "checks":
      return <Checkboxes {...choicesOf(field)} {...words} options={question.options} small />;
    case "tick":
      return <Checkbox {...tickOf(field)} label={label} hint={hint} />;
  }
}
