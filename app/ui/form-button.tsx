import type { ReactNode } from "react";
import { Button, type ButtonVariant } from "./button.tsx";
import { PostForm } from "./form.tsx";
import { HiddenFields } from "./hidden-fields.tsx";

type FormButtonProps = {
  action?: string | undefined;
  fields?: Readonly<Record<string, string | undefined>> | undefined;
  idempotencyKey?: string | undefined;
  variant?: ButtonVariant | undefined;
  /** Words for screen readers after the label. */
  about?: string | undefined;
  reload?: boolean | undefined;
  children: ReactNode;
};

/** One button that does one thing: a whole form with nothing to fill in. */
export function FormButton({ fields, variant, about, children, ...form }: FormButtonProps) {
  return (
    <PostForm className="cg-form-button" {...form}>
      {fields ? <HiddenFields fields={fields} /> : null}
      <Button variant={variant} about={about}>
        {children}
      </Button>
    </PostForm>
  );
}
