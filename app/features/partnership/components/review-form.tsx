import { useForm } from "@conform-to/react";
import { AudienceNote } from "~/ui/audience-note";
import { Button, ButtonGroup } from "~/ui/button";
import { ConflictView } from "~/ui/conflict-view";
import { errorItems } from "~/ui/conform-field";
import { ErrorSummary } from "~/ui/error-summary";
import { PostForm } from "~/ui/form";
import { HiddenFields } from "~/ui/hidden-fields";
import { TextInput } from "~/ui/text-input";
import { Textarea } from "~/ui/textarea";
import type { Sent } from "./line-form";

type ReviewFormProps = Sent & {
  revision: number;
  answers: readonly { id: string; asks: string; text: string | null }[];
  representative: string;
  audience: string;
};
type Typed = { answers?: { text?: string }[]; submittedBy?: string } | undefined;

/** The questions of the yearly review: kept as a draft, or handed in. */
export function ReviewForm(props: ReviewFormProps) {
  const { revision, answers, representative, audience, answer, formKey } = props;
  const [form] = useForm({ id: "review", lastResult: answer?.lastResult });
  const typed = answer?.lastResult.initialValue as Typed;
  const errors = (name: string) => answer?.lastResult.error?.[name] ?? undefined;
  const textAt = (at: number) => (typed ? (typed.answers?.[at]?.text ?? "") : (answers[at]?.text ?? ""));
  const body = (
    <PostForm id={form.id} idempotencyKey={formKey}>
      <ErrorSummary errors={errorItems(form)} />
      <HiddenFields fields={{ revision: String(revision) }} />
      {answers.map(({ id, asks }, at) => (
        <div key={id}>
          <HiddenFields fields={{ [`answers[${at}].id`]: id }} />
          <Textarea
            id={`review-answers[${at}].text`}
            name={`answers[${at}].text`}
            label={asks}
            hint="In your own words"
            rows={4}
            value={textAt(at)}
            errors={errors(`answers[${at}].text`)}
          />
        </div>
      ))}
      <TextInput
        id="review-submittedBy"
        name="submittedBy"
        label="The representative who hands it in"
        value={typed?.submittedBy ?? representative}
        errors={errors("submittedBy")}
      />
      <AudienceNote>{audience}</AudienceNote>
      <ButtonGroup>
        <Button name="intent" value="draft">
          Keep as a draft
        </Button>
        <Button name="intent" value="hand-in" variant="secondary">
          Hand it in
        </Button>
      </ButtonGroup>
    </PostForm>
  );
  if (!typed || !answer?.conflict) return body;
  const fields = answers.map(({ asks, text }, at) => {
    const [saved, yours] = [text ?? "", textAt(at)];
    return { label: asks, saved, yours, differs: saved !== yours };
  });
  return (
    <ConflictView said="Somebody wrote on this review meanwhile." fields={fields}>
      {body}
    </ConflictView>
  );
}
