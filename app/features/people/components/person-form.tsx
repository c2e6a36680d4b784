import { useForm } from "@conform-to/react";
import { AudienceNote } from "~/ui/audience-note";
import { Button } from "~/ui/button";
import type { Choice } from "~/ui/choice-options";
import { dateOf, errorItems, fieldOf } from "~/ui/conform-field";
import { DateInput } from "~/ui/date-input";
import { ErrorSummary } from "~/ui/error-summary";
import { PostForm } from "~/ui/form";
import { answerTo, type FormAnswer } from "~/ui/form-answer";
import { HiddenFields } from "~/ui/hidden-fields";
import { NearQuestion } from "~/ui/near-question";
import { TextInput } from "~/ui/text-input";
import { OrganisationField } from "./organisation-field";
import { PostFields } from "./post-fields";

type Fields = {
  name: string;
  email: string;
  phone: string;
  same: string;
  organisation: string;
  role: string;
  level: string;
  topic: string;
  ward: string;
  party: string;
  cabinetPost: string;
  startsOn: { day?: string; month?: string; year?: string };
};

type PersonFormProps = {
  organisations: readonly { slug: string; name: string; side: "council" | "community" }[];
  audience: string;
  /** Who is already there and much like this, once the form was sent. */
  near: readonly Choice[];
  answer: FormAnswer | undefined;
  formKey: string | undefined;
};

/** Adds somebody with the post they hold. */
export function PersonForm({ organisations, audience, near, answer, formKey }: PersonFormProps) {
  const [form, fields] = useForm<Fields>({ id: "person", lastResult: answerTo(answer, "add") });
  return (
    <PostForm id={form.id} idempotencyKey={formKey}>
      <ErrorSummary errors={errorItems(form)} />
      <HiddenFields fields={{ intent: "add" }} />
      <TextInput {...fieldOf(fields.name)} label="Name" autoComplete="off" />
      <NearQuestion {...fieldOf(fields.same)} choices={near} />
      <OrganisationField field={fields.organisation} organisations={organisations} />
      <PostFields
        fields={fields}
        open={[fields.ward, fields.party, fields.cabinetPost, fields.level].some(
          (f) => f.initialValue || f.errors,
        )}
      />
      <DateInput
        {...dateOf(fields.startsOn)}
        label="In this post since"
        hint="Leave it empty when you do not know"
        optional
      />
      <AudienceNote>{audience}</AudienceNote>
      <TextInput
        {...fieldOf(fields.email)}
        label="E-mail address"
        hint="One they use for this work"
        type="email"
        optional
        autoComplete="off"
        spellCheck={false}
      />
      <TextInput
        {...fieldOf(fields.phone)}
        label="Telephone number"
        type="tel"
        optional
        autoComplete="off"
        width={20}
      />
      <Button>Save</Button>
    </PostForm>
  );
}
