import { useForm } from "@conform-to/react";
import { AudienceNote } from "~/ui/audience-note";
import { Button } from "~/ui/button";
import { Checkboxes } from "~/ui/checkboxes";
import { choicesOf, dateOf, errorItems, fieldOf } from "~/ui/conform-field";
import { DateInput } from "~/ui/date-input";
import { ErrorSummary } from "~/ui/error-summary";
import { PostForm } from "~/ui/form";
import { answerTo, type FormAnswer } from "~/ui/form-answer";
import { HiddenFields } from "~/ui/hidden-fields";
import { Radios } from "~/ui/radios";
import { Select } from "~/ui/select";
import { TextInput } from "~/ui/text-input";
import { Textarea } from "~/ui/textarea";
import { LAWS } from "../exemption";

type DisclosureFormProps = {
  councils: readonly { slug: string; name: string }[];
  kinds: readonly { value: string; label: string }[];
  answer: FormAnswer | undefined;
  formKey: string | undefined;
};

type Fields = Record<
  "reference" | "law" | "receivedOn" | "asked" | "from" | "to" | "words" | "council",
  string
> & {
  kinds: string[];
};

/** What was asked, and which records are looked through to answer it. */
export function DisclosureForm({ councils, kinds, answer, formKey }: DisclosureFormProps) {
  const [form, fields] = useForm<Fields>({ id: "begin", lastResult: answerTo(answer, "begin") });
  return (
    <PostForm id={form.id} idempotencyKey={formKey}>
      <ErrorSummary errors={errorItems(form)} />
      <HiddenFields fields={{ intent: "begin" }} />
      <TextInput
        {...fieldOf(fields.reference)}
        label="What number did you give the request?"
        hint="It stands on the answer. Do not write who asked."
      />
      <Radios
        {...fieldOf(fields.law)}
        label="Under which law is it asked?"
        options={Object.entries(LAWS).map(([value, label]) => ({ value, label }))}
      />
      <DateInput {...dateOf(fields.receivedOn)} label="When was it received?" quick />
      <Textarea
        {...fieldOf(fields.asked)}
        label="What was asked?"
        hint="Only your side’s leads see this. It does not stand on the answer."
        rows={4}
      />
      <h2 className="govuk-heading-m">Which records to look through</h2>
      <DateInput {...dateOf(fields.from)} label="From" optional />
      <DateInput {...dateOf(fields.to)} label="To" hint="The last day, included." optional />
      {councils.length > 0 ? (
        <Select
          {...fieldOf(fields.council)}
          label="Between the partnership and"
          placeholder="Any council"
          options={councils.map(({ slug, name }) => ({ value: slug, label: name }))}
          optional
        />
      ) : null}
      <TextInput
        {...fieldOf(fields.words)}
        label="Records that say"
        hint="Capitals and accents do not matter. Leave it empty to look through all."
        optional
      />
      <Checkboxes
        {...choicesOf(fields.kinds)}
        label="Kinds of record"
        hint="Tick none to look through all kinds."
        options={kinds}
        small
        optional
      />
      <AudienceNote>Only the leads of your own side. The other side is not told.</AudienceNote>
      <Button>Gather the records</Button>
    </PostForm>
  );
}
