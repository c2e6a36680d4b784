import type { ReactNode } from "react";
import { errorItems } from "./conform-field.ts";
import { ErrorSummary } from "./error-summary.tsx";
import { PostForm } from "./form.tsx";
import { HiddenFields } from "./hidden-fields.tsx";

type IntentFormProps = {
  /** conform's. */
  form: { id: string; allErrors: Record<string, string[]> };
  /** Which of the page's forms it is. */
  intent: string;
  formKey: string | undefined;
  children: ReactNode;
};

/** One of several forms of a page, with its problems above its fields. */
export function IntentForm({ form, intent, formKey, children }: IntentFormProps) {
  return (
    <PostForm id={form.id} idempotencyKey={formKey}>
      <ErrorSummary errors={errorItems(form)} />
      <HiddenFields fields={{ intent }} />
      {children}
    </PostForm>
  );
}
