import { Button } from "~/ui/button";
import { Checkboxes } from "~/ui/checkboxes";
import { PostForm } from "~/ui/form";
import { HiddenFields } from "~/ui/hidden-fields";
import { useFormKey } from "~/ui/use-form-key";

type PutBackFormProps = {
  fields: readonly { field: string; label: string; now: string; before: string }[];
  revision: number;
};

/** Chooses what to put back: each field as it is now, and as it would be. */
export function PutBackForm({ fields, revision }: PutBackFormProps) {
  const formKey = useFormKey();
  return (
    <PostForm idempotencyKey={formKey}>
      <HiddenFields fields={{ revision: String(revision) }} />
      <Checkboxes
        id="fields"
        name="fields"
        label="What to put back"
        values={fields.map(({ field }) => field)}
        options={fields.map(({ field, label, now, before }) => ({
          value: field,
          label,
          hint: `Now: ${now}. It would be: ${before}.`,
        }))}
      />
      <Button>Put it back</Button>
    </PostForm>
  );
}
