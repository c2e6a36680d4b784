import { useForm } from "@conform-to/react";
import { AudienceNote } from "~/ui/audience-note";
import { Button } from "~/ui/button";
import { ConflictView } from "~/ui/conflict-view";
import { errorItems, fieldOf } from "~/ui/conform-field";
import { ErrorSummary } from "~/ui/error-summary";
import { PostForm } from "~/ui/form";
import { answerTo, type FormAnswer, revisionToSend } from "~/ui/form-answer";
import { HiddenFields } from "~/ui/hidden-fields";
import { Radios } from "~/ui/radios";
import type { Question } from "../evidence-form";
import { versionsOf } from "./entry-versions";
import { QuestionField } from "./question-field";

export type Typed = Readonly<Record<string, string | readonly string[] | Readonly<Record<string, string>>>>;

type EvidenceFormProps = {
  intent: "record" | "edit";
  questions: readonly Question[];
  /** What the form begins with. */
  typed: Typed;
  /** The councils to choose from; one or none is no question. */
  councils: readonly { slug: string; name: string }[];
  /** The revision the form was made from, where it changes what is there. */
  revision?: number;
  audience: string;
  answer: FormAnswer | undefined;
  formKey: string | undefined;
};

/** The form of any kind: its questions, in the kind's order. */
export function EvidenceForm(props: EvidenceFormProps) {
  const { intent, questions, typed, councils, revision, audience, answer, formKey } = props;
  const lastResult = answerTo(answer, intent);
  const [form, fields] = useForm<Record<string, string>>({
    id: intent,
    lastResult,
    defaultValue: typed as Record<string, string>,
  });
  const body = (
    <PostForm id={form.id} idempotencyKey={formKey}>
      <ErrorSummary errors={errorItems(form)} />
      <HiddenFields
        fields={{
          intent,
          revision: revision === undefined ? undefined : revisionToSend(answer, intent, revision),
        }}
      />
      {councils.length > 1 && fields.council ? (
        <Radios
          {...fieldOf(fields.council)}
          label="Which council is this about?"
          options={[
            ...councils.map(({ slug, name }) => ({ value: slug, label: name })),
            { value: "all", label: "All of them" },
          ]}
        />
      ) : null}
      {questions.map((question) => {
        const field = fields[question.name];
        return field ? <QuestionField question={question} field={field} key={question.name} /> : null;
      })}
      <AudienceNote>{audience}</AudienceNote>
      <Button>{intent === "edit" ? "Save changes" : "Save"}</Button>
    </PostForm>
  );
  if (lastResult === undefined || !answer?.conflict) return body;
  return (
    <ConflictView
      said="Somebody of your side changed this meanwhile."
      fields={versionsOf(questions, typed, lastResult.initialValue ?? {})}
    >
      {body}
    </ConflictView>
  );
}
