import { useForm } from "@conform-to/react";
import { AppLink } from "~/ui/app-link";
import { AudienceNote } from "~/ui/audience-note";
import { Button } from "~/ui/button";
import { Checkbox } from "~/ui/checkboxes";
import { dateOf, errorItems, fieldOf } from "~/ui/conform-field";
import { DateInput } from "~/ui/date-input";
import { ErrorSummary } from "~/ui/error-summary";
import { PostForm } from "~/ui/form";
import { answerTo, type FormAnswer } from "~/ui/form-answer";
import { HiddenFields } from "~/ui/hidden-fields";
import { InsetText } from "~/ui/inset-text";
import { TextInput } from "~/ui/text-input";
import { OrganisationField } from "./organisation-field";
import { PostFields } from "./post-fields";

type Fields = {
  name: string;
  email: string;
  phone: string;
  another: string;
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
  /** Who is already there under this name or address, once the form was sent. */
  twins: readonly { id: string; name: string; href: string }[];
  answer: FormAnswer | undefined;
  formKey: string | undefined;
};

/** Adds somebody with the post they hold. */
export function PersonForm({ organisations, audience, twins, answer, formKey }: PersonFormProps) {
  const [form, fields] = useForm<Fields>({ id: "person", lastResult: answerTo(answer, "add") });
  const doubted = fields.another.errors !== undefined && twins.length > 0;
  return (
    <PostForm id={form.id} idempotencyKey={formKey}>
      <ErrorSummary errors={errorItems(form)} />
      <HiddenFields fields={{ intent: "add" }} />
      {doubted ? <TwinsQuestion field={fields.another} twins={twins} /> : null}
      <TextInput {...fieldOf(fields.name)} label="Name" autoComplete="off" />
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

type TwinsProps = {
  field: { id: string; name: string; errors?: string[] | undefined };
  twins: PersonFormProps["twins"];
};

function TwinsQuestion({ field, twins }: TwinsProps) {
  return (
    <InsetText>
      <p className="govuk-body">Already there:</p>
      <ul className="govuk-list govuk-list--bullet">
        {twins.map(({ id, name, href }) => (
          <li key={id}>
            <AppLink href={href}>{name}</AppLink>
          </li>
        ))}
      </ul>
      <p className="govuk-body">
        If it is the same person, open their page and add a post there: one person, with all their posts.
      </p>
      <Checkbox
        id={field.id}
        name={field.name}
        errors={field.errors}
        value="yes"
        label="This is somebody else"
      />
    </InsetText>
  );
}
