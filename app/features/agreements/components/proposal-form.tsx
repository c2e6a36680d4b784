import { useForm } from "@conform-to/react";
import { AudienceNote } from "~/ui/audience-note";
import { Button } from "~/ui/button";
import { dateOf, errorItems, fieldOf } from "~/ui/conform-field";
import { DateInput } from "~/ui/date-input";
import { ErrorSummary } from "~/ui/error-summary";
import { PostForm } from "~/ui/form";
import { answerTo, type FormAnswer } from "~/ui/form-answer";
import { formatDay } from "~/ui/format-date";
import { HiddenFields } from "~/ui/hidden-fields";
import { InsetText } from "~/ui/inset-text";
import { Radios } from "~/ui/radios";
import { TextInput } from "~/ui/text-input";
import { Textarea } from "~/ui/textarea";
import { ABOUT_WORDS, ABOUTS } from "../proposal";

type ProposalFormProps = {
  councils: readonly { slug: string; name: string }[];
  /** What it would change, where the reader came from there. */
  about: { id: string; title: string; day: string | null } | null;
  audience: string;
  answer: FormAnswer | undefined;
  formKey: string | undefined;
};

/** Puts a change to the other side. */
export function ProposalForm({ councils, about, audience, answer, formKey }: ProposalFormProps) {
  const [form, fields] = useForm<{
    council: string;
    about: string;
    title: string;
    detail: string;
    newDay: { day?: string };
    proposedOn: { quick?: string };
  }>({
    id: "make",
    lastResult: answerTo(answer, "make"),
    defaultValue: { ...(about?.day ? { about: "date" } : {}), proposedOn: { quick: "today" } },
  });
  return (
    <PostForm id={form.id} idempotencyKey={formKey}>
      <ErrorSummary errors={errorItems(form)} />
      <HiddenFields fields={{ intent: "make", aboutId: about?.id }} />
      {about ? (
        <InsetText>
          It would change “{about.title}”{about.day ? `, which is for ${formatDay(about.day)} now` : ""}.
        </InsetText>
      ) : null}
      {councils.length > 1 ? (
        <Radios
          {...fieldOf(fields.council)}
          label="Which council is it put to?"
          options={[
            ...councils.map(({ slug, name }) => ({ value: slug, label: name })),
            { value: "all", label: "All of them" },
          ]}
        />
      ) : null}
      <Radios
        {...fieldOf(fields.about)}
        label="What would you change?"
        hint="A change of an agreement is proposed on the agreement’s own page, with its new words."
        options={ABOUTS.filter((value) => value !== "agreement").map((value) => ({
          value,
          label: ABOUT_WORDS[value],
        }))}
      />
      <TextInput
        {...fieldOf(fields.title)}
        label="What do you propose?"
        hint="One line, such as “Meet in the hall instead of the town hall”"
      />
      {about?.day ? (
        <DateInput
          {...dateOf(fields.newDay)}
          label="The day you propose"
          hint="Where you would change the day. It moves when the other side accepts."
          optional
        />
      ) : null}
      <Textarea {...fieldOf(fields.detail)} label="Why, and what it would mean" rows={4} optional />
      <DateInput {...dateOf(fields.proposedOn)} label="When did you propose it?" quick />
      <AudienceNote>{audience}</AudienceNote>
      <Button>Save the proposal</Button>
    </PostForm>
  );
}
