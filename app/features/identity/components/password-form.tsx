import { useForm } from "@conform-to/react";
import { Button } from "~/ui/button";
import { errorItems, fieldOf } from "~/ui/conform-field";
import { ErrorSummary } from "~/ui/error-summary";
import { PostForm } from "~/ui/form";
import { answerTo, type FormAnswer } from "~/ui/form-answer";
import { HiddenFields } from "~/ui/hidden-fields";
import { TextInput } from "~/ui/text-input";

/** Changes one's own password. */
export function PasswordForm({ answer, email }: { answer: FormAnswer | undefined; email: string }) {
  const [form, fields] = useForm<{ current: string; next: string }>({
    id: "password",
    lastResult: answerTo(answer, "password"),
  });
  return (
    <PostForm id={form.id}>
      <ErrorSummary errors={errorItems(form)} />
      <HiddenFields fields={{ intent: "password" }} />
      {/* For password managers: which account this is about. */}
      <input type="text" name="username" value={email} autoComplete="username" readOnly hidden />
      <TextInput
        {...fieldOf(fields.current)}
        value=""
        label="The password you have now"
        type="password"
        autoComplete="current-password"
      />
      <TextInput
        {...fieldOf(fields.next)}
        value=""
        label="New password"
        hint="12 characters or more, of any kind. You are then signed out everywhere else, and your tokens for programs and addresses of calendars end."
        type="password"
        autoComplete="new-password"
      />
      <Button>Change the password</Button>
    </PostForm>
  );
}
