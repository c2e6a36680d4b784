import { useForm } from "@conform-to/react";
import { AudienceNote } from "~/ui/audience-note";
import { Button } from "~/ui/button";
import { dateOf, errorItems, fieldOf } from "~/ui/conform-field";
import { DateInput } from "~/ui/date-input";
import { ErrorSummary } from "~/ui/error-summary";
import { PostForm } from "~/ui/form";
import { answerTo, type FormAnswer, revisionToSend } from "~/ui/form-answer";
import { HiddenFields } from "~/ui/hidden-fields";
import { InsetText } from "~/ui/inset-text";
import { Radios } from "~/ui/radios";
import { Select } from "~/ui/select";
import { TextInput } from "~/ui/text-input";
import { Textarea } from "~/ui/textarea";
import { HEADING_HINTS, HEADING_WORDS, HEADINGS, type Heading } from "../clause";
import { MOU_KIND_WORDS, MOU_KINDS } from "../mou";

type Values = Partial<
  Record<Heading | "title" | "otherParties" | "startsOn" | "endsOn" | "reviewOn", string>
>;

export type MouFormProps = {
  /** The form's intent: a new draft, a draft changed, other words for what is on the table, a change of what holds. */
  intent: "draft" | "revise" | "counter" | "change";
  values: Values;
  revision?: number | undefined;
  /** The councils to choose from; one or none is no question. */
  councils?: readonly { slug: string; name: string }[] | undefined;
  /** Whether the chair's agreement with the programme is a choice. */
  asksKind?: boolean | undefined;
  replaceable?: readonly { id: string; title: string }[] | undefined;
  replacesId?: string | undefined;
  audience: string;
  submit: string;
  answer: FormAnswer | undefined;
  formKey: string | undefined;
};

type Fields = Record<
  | Heading
  | "title"
  | "otherParties"
  | "startsOn"
  | "endsOn"
  | "reviewOn"
  | "kind"
  | "council"
  | "replacesId"
  | "reason",
  string
>;

/** The words and days of an agreement, under its headings. */
export function MouForm(props: MouFormProps) {
  const { intent, values, revision, audience, submit, answer, formKey } = props;
  const lastResult = answerTo(answer, intent);
  const [form, fields] = useForm<Fields>({ id: intent, lastResult, defaultValue: values });
  const named = intent === "draft" || intent === "revise";
  const shownRevision = revision === undefined ? undefined : revisionToSend(answer, intent, revision);
  return (
    <PostForm id={form.id} idempotencyKey={formKey}>
      <ErrorSummary errors={errorItems(form)} />
      {lastResult && answer?.conflict ? (
        <InsetText>
          Somebody changed this meanwhile. What you typed is below; compare it with the page before you send
          it again.
        </InsetText>
      ) : null}
      <HiddenFields fields={{ intent, revision: shownRevision }} />
      {intent === "change" ? (
        <Textarea {...fieldOf(fields.reason)} label="What should change, and why?" rows={3} />
      ) : null}
      {intent === "draft" ? <Between {...props} fields={fields} /> : null}
      {named ? (
        <>
          <TextInput {...fieldOf(fields.title)} label="What is the agreement called?" />
          <TextInput
            {...fieldOf(fields.otherParties)}
            label="Who else is part of it?"
            hint="Such as the organisation that holds the partnership’s money."
            optional
          />
        </>
      ) : null}
      {intent === "change" ? null : <DateInput {...dateOf(fields.startsOn)} label="First day" />}
      <DateInput {...dateOf(fields.endsOn)} label="Last day" hint="Leave it empty if it has none." optional />
      <DateInput {...dateOf(fields.reviewOn)} label="To be read again together by" optional />
      {HEADINGS.map((heading) => (
        <Textarea
          {...fieldOf(fields[heading])}
          label={HEADING_WORDS[heading]}
          hint={HEADING_HINTS[heading]}
          rows={6}
          optional
          key={heading}
        />
      ))}
      <AudienceNote>{audience}</AudienceNote>
      <Button>{submit}</Button>
    </PostForm>
  );
}

type FormFields = ReturnType<typeof useForm<Fields>>[1];

/** Whom a new agreement is between, and what it takes the place of. */
function Between({
  councils = [],
  asksKind,
  replaceable = [],
  replacesId,
  fields,
}: MouFormProps & { fields: FormFields }) {
  const kind = fieldOf(fields.kind);
  const replaces = fieldOf(fields.replacesId);
  return (
    <>
      {asksKind ? (
        <Radios
          {...kind}
          value={kind.value ?? "partnership"}
          label="Whom is it between?"
          options={MOU_KINDS.map((value) => ({ value, label: MOU_KIND_WORDS[value] }))}
        />
      ) : null}
      {councils.length > 1 ? (
        <Radios
          {...fieldOf(fields.council)}
          label="With which council?"
          options={councils.map(({ slug, name }) => ({ value: slug, label: name }))}
        />
      ) : null}
      {replaceable.length > 0 ? (
        <Select
          {...replaces}
          value={replaces.value ?? replacesId}
          label="Which one does it take the place of?"
          optional
          placeholder="None"
          options={replaceable.map(({ id, title }) => ({ value: id, label: title }))}
        />
      ) : null}
    </>
  );
}
