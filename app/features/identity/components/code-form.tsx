import { type SubmissionResult, useForm } from "@conform-to/react";
import { Button } from "~/ui/button";
import { errorItems, fieldOf } from "~/ui/conform-field";
import { ErrorSummary } from "~/ui/error-summary";
import { PostForm } from "~/ui/form";
import { TextInput } from "~/ui/text-input";

type Props = {
  id: string;
  lastResult: SubmissionResult<string[]> | undefined;
  label: string;
  hint?: string;
  button: string;
};

/** Asks for a code and nothing else. */
export function CodeForm({ id, lastResult, label, hint, button }: Props) {
  const [form, fields] = useForm<{ code: string }>({ id, lastResult });
  return (
    <PostForm id={form.id} reload>
      <ErrorSummary errors={errorItems(form)} />
      <CodeInput {...fieldOf(fields.code)} label={label} hint={hint} />
      <Button>{button}</Button>
    </PostForm>
  );
}

type CodeInputProps = {
  id: string;
  name: string;
  label: string;
  hint?: string | undefined;
  errors?: string[] | undefined;
};

/** One code: what was typed never comes back, as a code counts once. */
export function CodeInput(field: CodeInputProps) {
  return <TextInput {...field} value="" width={10} autoComplete="one-time-code" spellCheck={false} />;
}
