import type { FieldProps } from "./field.tsx";
import { TextInput } from "./text-input.tsx";

type InputProps = Omit<FieldProps, "label"> & { label?: string; autoComplete: string };

/** An e-mail address; `autoComplete` "username" where it is one's own. */
export function EmailInput({ label = "E-mail address", ...field }: InputProps) {
  return <TextInput {...field} label={label} type="email" spellCheck={false} />;
}

/** A password: what was typed never comes back. */
export function PasswordInput({ label = "Password", ...field }: InputProps) {
  return <TextInput {...field} value="" label={label} type="password" />;
}
