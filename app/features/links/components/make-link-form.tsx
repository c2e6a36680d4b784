import { useForm } from "@conform-to/react";
import { Button, ButtonGroup } from "~/ui/button";
import { errorItems, fieldOf } from "~/ui/conform-field";
import { ErrorSummary } from "~/ui/error-summary";
import { PostForm } from "~/ui/form";
import type { FormAnswer } from "~/ui/form-answer";
import { Select } from "~/ui/select";
import { type Contact, PURPOSE_WORDS, type Purpose } from "../link";

type MakeLinkFormProps = {
  purpose: Purpose;
  contacts: readonly Omit<Contact, "organisationId">[];
  /** Whether this tracker sends mail. */
  mail: boolean;
  answer: FormAnswer | undefined;
};

/** Who of the other side it is for, and whether it is handed over or sent. */
export function MakeLinkForm({ purpose, contacts, mail, answer }: MakeLinkFormProps) {
  const [form, fields] = useForm<{ personId: string }>({ id: "make-link", lastResult: answer?.lastResult });
  const someMail = mail && contacts.some(({ hasEmail }) => hasEmail);
  return (
    <PostForm id={form.id}>
      <ErrorSummary errors={errorItems(form)} />
      <p className="govuk-body">
        A link lets one named person of the other side {PURPOSE_WORDS[purpose]}, once, without an account.
        They see this one thing and nothing else. Both sides see who answered.
      </p>
      <Select
        {...fieldOf(fields.personId)}
        label="Who is it for?"
        hint="People of the other side who are in post now"
        placeholder="Choose a person"
        options={contacts.map(({ id, name, organisation, hasEmail }) => ({
          value: id,
          label: `${name}, ${organisation}${mail && !hasEmail ? " (no e-mail address)" : ""}`,
        }))}
      />
      <ButtonGroup>
        <Button name="intent" value="hand">
          Make a link to hand over
        </Button>
        {someMail ? (
          <Button name="intent" value="mail" variant="secondary">
            Send it by mail
          </Button>
        ) : null}
      </ButtonGroup>
      <p className="govuk-body-s">
        {mail
          ? "By mail it goes today, and again after 14 and 25 days while nobody has answered. The mail names nothing of what it is about."
          : "This tracker sends no mail. Hand the link over: as a code to scan, or in a message of your own."}
      </p>
    </PostForm>
  );
}
