import { useForm } from "@conform-to/react";
import type { ReactNode } from "react";
import { AudienceNote } from "~/ui/audience-note";
import { Button } from "~/ui/button";
import { ConflictView } from "~/ui/conflict-view";
import { answerTo, type FormAnswer } from "~/ui/form-answer";
import { HiddenFields } from "~/ui/hidden-fields";
import { IntentForm } from "~/ui/intent-form";
import { type Question, typedFrom } from "../question";
import { versionsOf } from "./line-versions";
import { QuestionInput } from "./question-input";

export type Sent = { answer: FormAnswer | undefined; formKey: string | undefined };

type LineFormProps = Sent & {
  intent: string;
  questions: readonly Question[];
  /** What is changed; none: it is new. */
  line?: ({ revision: number } & Readonly<Record<string, unknown>>) | undefined;
  /** What the form begins with where it is new. */
  first?: Readonly<Record<string, unknown>> | undefined;
  audience: string;
  button: string;
  /** More inputs after the questions; given what was typed where the form came back. */
  more?: ((typed: Readonly<Record<string, unknown>> | undefined) => ReactNode) | undefined;
};

/** The form of any line: its questions in order. After a conflict what is saved now stands beside what was typed. */
export function LineForm(props: LineFormProps) {
  const { intent, questions, line, first = {}, audience, button, more, answer, formKey } = props;
  const lastResult = answerTo(answer, intent);
  const saved = line ? typedFrom(line) : first;
  const [form, fields] = useForm<Record<string, string>>({
    id: intent.replaceAll(":", "-"),
    lastResult,
    defaultValue: saved as Record<string, string>,
  });
  const typed = lastResult?.initialValue;
  const body = (
    <IntentForm form={form} intent={intent} formKey={formKey}>
      {line ? <HiddenFields fields={{ revision: String(line.revision) }} /> : null}
      {questions.map((question) => {
        const field = fields[question.name];
        return field ? <QuestionInput question={question} field={field} key={question.name} /> : null;
      })}
      {more?.(typed ?? undefined)}
      <AudienceNote>{audience}</AudienceNote>
      <Button>{button}</Button>
    </IntentForm>
  );
  if (!typed || !answer?.conflict) return body;
  return (
    <ConflictView said="Somebody changed this meanwhile." fields={versionsOf(questions, saved, typed)}>
      {body}
    </ConflictView>
  );
}
