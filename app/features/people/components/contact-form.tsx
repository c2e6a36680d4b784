import { useForm } from "@conform-to/react";
import { AudienceNote } from "~/ui/audience-note";
import { Button } from "~/ui/button";
import { ConflictView } from "~/ui/conflict-view";
import { errorItems, fieldOf } from "~/ui/conform-field";
import { ErrorSummary } from "~/ui/error-summary";
import { PostForm } from "~/ui/form";
import { answerTo, type FormAnswer, revisionToSend } from "~/ui/form-answer";
import { HiddenFields } from "~/ui/hidden-fields";
import { TextInput } from "~/ui/text-input";

type Fields = { name: string; email: string; phone: string };
type Contact = { name: string; email: string | null; phone: string | null; revision: number };
type ContactFormProps = {
  person: Contact;
  audience: string;
  answer: FormAnswer | undefined;
  formKey: string | undefined;
};

const LABELS = { name: "Name", email: "E-mail address", phone: "Telephone number" } as const;

/** Changes somebody's name and contact details. What they were before is kept with the day. */
export function ContactForm({ person, audience, answer, formKey }: ContactFormProps) {
  const { name, email, phone, revision } = person;
  const sent = answerTo(answer, "edit");
  const [form, fields] = useForm<Fields>({
    id: "contact",
    lastResult: sent,
    defaultValue: { name, email: email ?? "", phone: phone ?? "" },
  });
  const inputs = (
    <PostForm id={form.id} idempotencyKey={formKey}>
      <ErrorSummary errors={errorItems(form)} />
      <HiddenFields fields={{ intent: "edit", revision: revisionToSend(answer, "edit", revision) }} />
      <TextInput {...fieldOf(fields.name)} label={LABELS.name} autoComplete="off" />
      <AudienceNote>{audience}</AudienceNote>
      <TextInput
        {...fieldOf(fields.email)}
        label={LABELS.email}
        type="email"
        optional
        autoComplete="off"
        spellCheck={false}
      />
      <TextInput {...fieldOf(fields.phone)} label={LABELS.phone} type="tel" optional autoComplete="off" />
      <Button>Save changes</Button>
    </PostForm>
  );
  if (!sent || !answer?.conflict) return inputs;
  const saved = { name, email: email ?? "", phone: phone ?? "" };
  return (
    <ConflictView
      said="Somebody else changed these details while you were writing."
      fields={(["name", "email", "phone"] as const).map((key) => {
        const yours = fields[key].defaultValue ?? "";
        return { label: LABELS[key], saved: saved[key], yours, differs: yours !== saved[key] };
      })}
    >
      {inputs}
    </ConflictView>
  );
}
