import { useForm } from "@conform-to/react";
import { AudienceNote } from "~/ui/audience-note";
import { Button } from "~/ui/button";
import { ConflictView } from "~/ui/conflict-view";
import { dateOf, errorItems, fieldOf } from "~/ui/conform-field";
import { DateInput } from "~/ui/date-input";
import { ErrorSummary } from "~/ui/error-summary";
import { PostForm } from "~/ui/form";
import { answerTo, revisionToSend } from "~/ui/form-answer";
import { formatDay } from "~/ui/format-date";
import { HiddenFields } from "~/ui/hidden-fields";
import { Radios } from "~/ui/radios";
import { TextInput } from "~/ui/text-input";
import { Textarea } from "~/ui/textarea";
import { JUDGEMENT_WORDS, JUDGEMENTS } from "../request";
import type { StepProps } from "./answering-forms";

/** The side that asked says how straight the answer was. */
export function JudgeForm({ audience, answer, formKey }: StepProps) {
  const [form, fields] = useForm<{ judgement: string }>({
    id: "judge",
    lastResult: answerTo(answer, "judge"),
  });
  return (
    <PostForm id={form.id} idempotencyKey={formKey}>
      <ErrorSummary errors={errorItems(form)} />
      <HiddenFields fields={{ intent: "judge" }} />
      <Radios
        {...fieldOf(fields.judgement)}
        label="How straight was the answer?"
        hint="A “no” with honest reasons is a straight answer. To say more, reply below."
        options={JUDGEMENTS.map((value) => ({ value, label: JUDGEMENT_WORDS[value] }))}
      />
      <AudienceNote>{audience}</AudienceNote>
      <Button>Save</Button>
    </PostForm>
  );
}

/** The side that asked takes the request back. */
export function WithdrawForm({ audience, answer, formKey }: StepProps) {
  const [form, fields] = useForm<{ reason: string }>({
    id: "withdraw",
    lastResult: answerTo(answer, "withdraw"),
  });
  return (
    <PostForm id={form.id} idempotencyKey={formKey}>
      <ErrorSummary errors={errorItems(form)} />
      <HiddenFields fields={{ intent: "withdraw" }} />
      <Textarea {...fieldOf(fields.reason)} label="Why you take it back" rows={2} optional />
      <AudienceNote>{audience}</AudienceNote>
      <Button variant="secondary">Withdraw the request</Button>
    </PostForm>
  );
}

type ReviseFormProps = StepProps & {
  request: { title: string; detail: string | null; targetOn: string; revision: number };
};

/** Changes what is asked, or the day the answer is wanted by. */
export function ReviseForm({ request, audience, answer, formKey }: ReviseFormProps) {
  const lastResult = answerTo(answer, "revise");
  const [form, fields] = useForm<{ title: string; detail: string; targetOn: string }>({
    id: "revise",
    lastResult,
    defaultValue: { title: request.title, detail: request.detail ?? "", targetOn: request.targetOn },
  });
  const typed = lastResult?.initialValue ?? {};
  const body = (
    <PostForm id={form.id} idempotencyKey={formKey}>
      <ErrorSummary errors={errorItems(form)} />
      <HiddenFields
        fields={{ intent: "revise", revision: revisionToSend(answer, "revise", request.revision) }}
      />
      <TextInput {...fieldOf(fields.title)} label="What are you asking?" />
      <Textarea {...fieldOf(fields.detail)} label="What they need to know to answer" rows={4} optional />
      <DateInput {...dateOf(fields.targetOn)} label="When do you want the answer by?" />
      <AudienceNote>{audience}</AudienceNote>
      <Button variant="secondary">Save</Button>
    </PostForm>
  );
  if (lastResult === undefined || !answer?.conflict) return body;
  return (
    <ConflictView
      said="Somebody of your side changed this meanwhile."
      fields={[
        {
          label: "What is asked",
          saved: request.title,
          yours: text(typed.title),
          differs: request.title !== text(typed.title),
        },
        {
          label: "In full",
          saved: request.detail ?? "",
          yours: text(typed.detail),
          differs: (request.detail ?? "") !== text(typed.detail),
        },
        { label: "Wanted by", saved: formatDay(request.targetOn), yours: "As typed below", differs: false },
      ]}
    >
      {body}
    </ConflictView>
  );
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}
