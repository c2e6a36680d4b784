import { useForm } from "@conform-to/react";
import { Button } from "~/ui/button";
import { errorItems, fieldOf } from "~/ui/conform-field";
import { ErrorSummary } from "~/ui/error-summary";
import { PostForm } from "~/ui/form";
import { answerTo, type FormAnswer } from "~/ui/form-answer";
import { HiddenFields } from "~/ui/hidden-fields";
import { AccountProof } from "./account-proof";
import { CodeInput } from "./code-form";

export type FactorIntent = "set-up" | "renew" | "turn-off";

type Props = {
  intent: FactorIntent;
  answer: FormAnswer | undefined;
  /** An authenticator app is set up: its code is asked. */
  hasApp: boolean;
  button: string;
  warning?: boolean;
};

/** Asks again for the password, and for a code where there is an app, before the second factor changes. */
export function FactorForm({ intent, answer, hasApp, button, warning }: Props) {
  const [form, fields] = useForm<{ password: string; current: string; code: string }>({
    id: intent,
    lastResult: answerTo(answer, intent),
  });
  return (
    <PostForm id={form.id} reload>
      <ErrorSummary errors={errorItems(form)} />
      <HiddenFields fields={{ intent }} />
      {intent === "set-up" ? (
        <CodeInput {...fieldOf(fields.code)} label={hasApp ? "Code from the new app" : "Code from the app"} />
      ) : null}
      <AccountProof
        fields={fields}
        hasApp={hasApp}
        {...(intent === "set-up" ? { codeLabel: "Code from the app you have now" } : {})}
      />
      <Button variant={warning ? "warning" : undefined}>{button}</Button>
    </PostForm>
  );
}
