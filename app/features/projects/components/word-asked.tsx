import { FormButton } from "~/ui/form-button";
import { InsetText } from "~/ui/inset-text";

type WordAskedProps = {
  /** What the other side put to the reader's. */
  words: string;
  /** The one tap that says yes, and what it sends. */
  submit: string;
  fields: Readonly<Record<string, string>>;
  formKey: string | undefined;
};

/** Something that waits for the reader's side's word, with the one tap that says yes. Anything else is folded up below. */
export function WordAsked({ words, submit, fields, formKey }: WordAskedProps) {
  return (
    <InsetText>
      <p className="govuk-body">{words}</p>
      <FormButton idempotencyKey={formKey} fields={fields}>
        {submit}
      </FormButton>
    </InsetText>
  );
}
