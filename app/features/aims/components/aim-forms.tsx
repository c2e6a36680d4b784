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
import { TextInput } from "~/ui/text-input";
import { Textarea } from "~/ui/textarea";
import { AIM_ANSWER_WORDS, AIM_ANSWERS } from "../aim";

type Sent = { audience: string; answer: FormAnswer | undefined; formKey: string | undefined };

type StateFormProps = Sent & {
  councils: readonly { slug: string; name: string }[];
  own: string;
  other: string;
};

/** States an aim, or what the other side seems to want. */
export function StateForm({ councils, own, other, audience, answer, formKey }: StateFormProps) {
  const [form, fields] = useForm<{ whose: string; council: string; title: string; detail: string }>({
    id: "state",
    lastResult: answerTo(answer, "state"),
    defaultValue: { whose: "ours" },
  });
  return (
    <PostForm id={form.id} idempotencyKey={formKey}>
      <ErrorSummary errors={errorItems(form)} />
      <HiddenFields fields={{ intent: "state" }} />
      {councils.length > 1 ? (
        <Radios
          {...fieldOf(fields.council)}
          label="Which council is this about?"
          options={[
            ...councils.map(({ slug, name }) => ({ value: slug, label: name })),
            { value: "all", label: "All of them" },
          ]}
        />
      ) : null}
      <Radios
        {...fieldOf(fields.whose)}
        label="Whose aim is it?"
        options={[
          { value: "ours", label: `Ours: what ${own} wants` },
          {
            value: "theirs",
            label: `Theirs: what we believe ${other} wants`,
            hint: "They alone can say whether you have it right.",
          },
        ]}
      />
      <TextInput
        {...fieldOf(fields.title)}
        label="What is the aim?"
        hint="One line, such as “Young people have somewhere to go after dark”"
      />
      <Textarea {...fieldOf(fields.detail)} label="More about it" rows={4} optional />
      <AudienceNote>{audience}</AudienceNote>
      <Button>Save aim</Button>
    </PostForm>
  );
}

/** The other side takes in an aim. */
export function AcknowledgeForm({ audience, answer, formKey }: Sent) {
  const [form, fields] = useForm<{ words: string }>({
    id: "acknowledge",
    lastResult: answerTo(answer, "acknowledge"),
  });
  return (
    <PostForm id={form.id} idempotencyKey={formKey}>
      <ErrorSummary errors={errorItems(form)} />
      <HiddenFields fields={{ intent: "acknowledge" }} />
      <Textarea
        {...fieldOf(fields.words)}
        label="What you make of it"
        hint="Such as what you can do for it, or where your limits are. You need not agree with an aim to take it in."
        rows={3}
        optional
      />
      <AudienceNote>{audience}</AudienceNote>
      <Button>Acknowledge this aim</Button>
    </PostForm>
  );
}

/** The owner's word on what the other side believes. */
export function AnswerForm({ audience, answer, formKey }: Sent) {
  const [form, fields] = useForm<{ answer: string; words: string }>({
    id: "answer",
    lastResult: answerTo(answer, "answer"),
  });
  return (
    <PostForm id={form.id} idempotencyKey={formKey}>
      <ErrorSummary errors={errorItems(form)} />
      <HiddenFields fields={{ intent: "answer" }} />
      <Radios
        {...fieldOf(fields.answer)}
        label="Is that what you want?"
        options={AIM_ANSWERS.map((value) => ({ value, label: AIM_ANSWER_WORDS[value] }))}
      />
      <Textarea
        {...fieldOf(fields.words)}
        label="In your own words"
        hint="If you would put it another way, write the aim here. Otherwise you can leave it empty."
        rows={3}
      />
      <AudienceNote>{audience}</AudienceNote>
      <Button>Save answer</Button>
    </PostForm>
  );
}

type EditFormProps = Sent & { aim: { title: string; detail: string | null; revision: number } };

/** Changes the words of an aim. */
export function EditForm({ aim, audience, answer, formKey }: EditFormProps) {
  const lastResult = answerTo(answer, "edit");
  const saved = { title: aim.title, detail: aim.detail ?? "" };
  const [form, fields] = useForm<{ title: string; detail: string }>({
    id: "edit",
    lastResult,
    defaultValue: saved,
  });
  const body = (
    <PostForm id={form.id} idempotencyKey={formKey}>
      <ErrorSummary errors={errorItems(form)} />
      <HiddenFields fields={{ intent: "edit", revision: revisionToSend(answer, "edit", aim.revision) }} />
      <TextInput {...fieldOf(fields.title)} label="What is the aim?" />
      <Textarea {...fieldOf(fields.detail)} label="More about it" rows={4} optional />
      <AudienceNote>{audience}</AudienceNote>
      <Button variant="secondary">Save</Button>
    </PostForm>
  );
  if (lastResult === undefined || !answer?.conflict) return body;
  const typed = lastResult.initialValue ?? {};
  const version = (label: string, name: "title" | "detail") => {
    const yours = typeof typed[name] === "string" ? typed[name] : "";
    return { label, saved: saved[name], yours, differs: saved[name] !== yours };
  };
  return (
    <ConflictView
      said="Somebody of your side changed this meanwhile."
      fields={[version("The aim", "title"), version("More about it", "detail")]}
    >
      {body}
    </ConflictView>
  );
}
