import { useForm } from "@conform-to/react";
import { AudienceNote } from "~/ui/audience-note";
import { Button } from "~/ui/button";
import { errorItems, fieldOf } from "~/ui/conform-field";
import { ErrorSummary } from "~/ui/error-summary";
import { FileInput } from "~/ui/file-input";
import { PostForm } from "~/ui/form";
import { answerTo, type FormAnswer } from "~/ui/form-answer";
import { HiddenFields } from "~/ui/hidden-fields";
import { Radios } from "~/ui/radios";

type FileFormProps = {
  /** Both sides see the record, so that its file can be for both. */
  shared: boolean;
  /** Who sees the record, in words. */
  audience: string;
  /** The endings that are taken, for the browser's own choice. */
  endings: readonly string[];
  mostWords: string;
  answer: FormAnswer | undefined;
  formKey: string | undefined;
};

/** Adds one file to a record. */
export function FileForm({ shared, audience, endings, mostWords, answer, formKey }: FileFormProps) {
  const [form, fields] = useForm<{ file: string; level: string }>({
    id: "attach",
    lastResult: answerTo(answer, "attach"),
  });
  const level = fieldOf(fields.level);
  return (
    <PostForm id={form.id} idempotencyKey={formKey} withFiles>
      <ErrorSummary errors={errorItems(form)} />
      <HiddenFields fields={{ intent: "attach", ...(shared ? {} : { level: "side" }) }} />
      <FileInput
        {...fieldOf(fields.file)}
        label="The file"
        hint={`A PDF, a picture, a Word, Excel or OpenDocument file, or plain text; ${mostWords} at most.`}
        accept={endings.join(",")}
      />
      {shared ? (
        <Radios
          {...level}
          value={level.value ?? "side"}
          label="Who will see it"
          options={[
            { value: "side", label: "Members of our side" },
            { value: "shared", label: "Both sides" },
          ]}
        />
      ) : (
        <AudienceNote>{audience}</AudienceNote>
      )}
      <Button>Add the file</Button>
    </PostForm>
  );
}
