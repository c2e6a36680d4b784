import { useForm } from "@conform-to/react";
import { AudienceNote } from "~/ui/audience-note";
import { Button } from "~/ui/button";
import { dateOf, errorItems, fieldOf } from "~/ui/conform-field";
import { DateInput } from "~/ui/date-input";
import { ErrorSummary } from "~/ui/error-summary";
import { PostForm } from "~/ui/form";
import { answerTo } from "~/ui/form-answer";
import { HiddenFields } from "~/ui/hidden-fields";
import { Radios } from "~/ui/radios";
import { Select } from "~/ui/select";
import { TextInput } from "~/ui/text-input";
import { Textarea } from "~/ui/textarea";
import type { MouKind } from "../mou";
import { OUTCOME_WORDS, REVIEW_OUTCOMES } from "../review";
import type { StepForm } from "./reason-form";

type On = { quick?: string; day?: string; month?: string; year?: string };

type SignFormProps = StepForm & {
  kind: MouKind;
  people: readonly { id: string; name: string; role: string }[];
};

/** Notes who signed, and when. */
export function SignForm({ kind, people, audience, answer, formKey }: SignFormProps) {
  const [form, fields] = useForm<{ party: string; personId: string; name: string; signedOn: On }>({
    id: "sign",
    lastResult: answerTo(answer, "sign"),
    defaultValue: { signedOn: { quick: "today" } },
  });
  return (
    <PostForm id={form.id} idempotencyKey={formKey}>
      <ErrorSummary errors={errorItems(form)} />
      <HiddenFields fields={{ intent: "sign" }} />
      {kind === "programme" ? (
        <Radios
          {...fieldOf(fields.party)}
          label="For whom did they sign?"
          options={[
            { value: "community", label: "For the partnership" },
            { value: "programme", label: "For the programme" },
          ]}
        />
      ) : null}
      <Select
        {...fieldOf(fields.personId)}
        label={kind === "programme" ? "Who signed for the partnership?" : "Who signed for your side?"}
        hint={people.length === 0 ? "Add them under People first." : undefined}
        optional={kind === "programme"}
        placeholder="Choose a person"
        options={people.map(({ id, name, role }) => ({ value: id, label: `${name}, ${role}` }))}
      />
      {kind === "programme" ? (
        <TextInput {...fieldOf(fields.name)} label="Who signed for the programme?" optional />
      ) : null}
      <DateInput {...dateOf(fields.signedOn)} label="When was it signed?" quick />
      <AudienceNote>{audience}</AudienceNote>
      <Button>Save the signature</Button>
    </PostForm>
  );
}

/** Says that the review is done, what came of it, and when the next one is to be. */
export function FinishReviewForm({ audience, answer, formKey }: StepForm) {
  const [form, fields] = useForm<{ doneOn: On; outcome: string; note: string; nextReviewOn: On }>({
    id: "finish-review",
    lastResult: answerTo(answer, "finish-review"),
    defaultValue: { doneOn: { quick: "today" } },
  });
  return (
    <PostForm id={form.id} idempotencyKey={formKey}>
      <ErrorSummary errors={errorItems(form)} />
      <HiddenFields fields={{ intent: "finish-review" }} />
      <DateInput {...dateOf(fields.doneOn)} label="When did you read it together?" quick />
      <Radios
        {...fieldOf(fields.outcome)}
        label="What came of it?"
        options={REVIEW_OUTCOMES.map((value) => ({ value, label: OUTCOME_WORDS[value] }))}
      />
      <Textarea {...fieldOf(fields.note)} label="What was kept, and what was not?" rows={4} />
      <DateInput {...dateOf(fields.nextReviewOn)} label="When is the next review?" optional />
      <AudienceNote>{audience}</AudienceNote>
      <Button>Say that it is done</Button>
    </PostForm>
  );
}

/** Asks the other side to end it. */
export function AskEndForm({ audience, answer, formKey }: StepForm) {
  const [form, fields] = useForm<{ endOn: On; reason: string }>({
    id: "ask-end",
    lastResult: answerTo(answer, "ask-end"),
  });
  return (
    <PostForm id={form.id} idempotencyKey={formKey}>
      <ErrorSummary errors={errorItems(form)} />
      <HiddenFields fields={{ intent: "ask-end" }} />
      <DateInput {...dateOf(fields.endOn)} label="From which day should it be over?" />
      <Textarea {...fieldOf(fields.reason)} label="Why should it end?" rows={3} />
      <AudienceNote>{audience}</AudienceNote>
      <Button variant="secondary">Ask to end it</Button>
    </PostForm>
  );
}

type SignedCopyFormProps = StepForm & { files: readonly { id: string; name: string }[] };

/** Says which file is the signed copy. */
export function SignedCopyForm({ files, audience, answer, formKey }: SignedCopyFormProps) {
  const [form, fields] = useForm<{ attachmentId: string }>({
    id: "signed-copy",
    lastResult: answerTo(answer, "signed-copy"),
  });
  return (
    <PostForm id={form.id} idempotencyKey={formKey}>
      <ErrorSummary errors={errorItems(form)} />
      <HiddenFields fields={{ intent: "signed-copy" }} />
      <Select
        {...fieldOf(fields.attachmentId)}
        label="Which file is the signed copy?"
        options={files.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <AudienceNote>{audience}</AudienceNote>
      <Button variant="secondary">Save</Button>
    </PostForm>
  );
}
