import { type SubmissionResult, useForm } from "@conform-to/react";
import { AudienceNote } from "~/ui/audience-note";
import { Button } from "~/ui/button";
import { dateOf, errorItems, fieldOf } from "~/ui/conform-field";
import { DateInput } from "~/ui/date-input";
import { Details } from "~/ui/details";
import { ErrorSummary } from "~/ui/error-summary";
import { PostForm } from "~/ui/form";
import { FormButton } from "~/ui/form-button";
import { HiddenFields } from "~/ui/hidden-fields";
import { TextInput } from "~/ui/text-input";
import { Textarea } from "~/ui/textarea";
import type { ActionCard } from "../action-view";

/** What the last form sent was answered with, and which form it was. */
export type FormAnswer = { intent: string; lastResult: SubmissionResult<string[]> | null };

type FormsProps = {
  card: ActionCard;
  answer: FormAnswer | undefined;
  formKey: string | undefined;
  /** Who sees a promise, and who sees an answer. */
  audience: { promise: string; own: string };
};

const resultOf = (answer: FormAnswer | undefined, intent: string) =>
  answer?.intent === intent ? (answer.lastResult ?? undefined) : undefined;

/** The three answers to an action: take it on, put it aside, or say that it is done. */
export function ActionForms(props: FormsProps) {
  const { card, formKey } = props;
  return (
    <div className="cg-answers">
      <AcceptForm {...props} />
      <DismissForm {...props} />
      <FormButton
        fields={{ intent: `done:${card.id}` }}
        idempotencyKey={formKey}
        variant="quiet"
        about={`: ${card.title}`}
      >
        This is done
      </FormButton>
    </div>
  );
}

function AcceptForm({ card, answer, formKey, audience }: FormsProps) {
  const intent = `accept:${card.id}`;
  const lastResult = resultOf(answer, intent);
  const [form, fields] = useForm<{ title: string; dueOn: string }>({
    id: `accept-${card.id}`,
    lastResult,
    defaultValue: { title: card.title },
  });
  return (
    <Details summary="Take it on" open={lastResult !== undefined}>
      <ErrorSummary errors={errorItems(form)} />
      <PostForm id={form.id} idempotencyKey={formKey}>
        <HiddenFields fields={{ intent }} />
        <TextInput {...fieldOf(fields.title)} label="What your side will do" />
        <DateInput {...dateOf(fields.dueOn)} label="By when" />
        <AudienceNote>{audience.promise} It becomes a promise of your side.</AudienceNote>
        <Button about={`: ${card.title}`}>Make it a promise</Button>
      </PostForm>
    </Details>
  );
}

function DismissForm({ card, answer, formKey, audience }: FormsProps) {
  const intent = `dismiss:${card.id}`;
  const lastResult = resultOf(answer, intent);
  const [form, fields] = useForm<{ reason: string }>({ id: `dismiss-${card.id}`, lastResult });
  return (
    <Details summary="Not now" open={lastResult !== undefined}>
      <ErrorSummary errors={errorItems(form)} />
      <PostForm id={form.id} idempotencyKey={formKey}>
        <HiddenFields fields={{ intent }} />
        <Textarea
          {...fieldOf(fields.reason)}
          label="Why not now"
          hint="It stays away until something it rests on changes."
          rows={3}
        />
        <AudienceNote>{audience.own}</AudienceNote>
        <Button variant="secondary" about={`: ${card.title}`}>
          Put it aside
        </Button>
      </PostForm>
    </Details>
  );
}
