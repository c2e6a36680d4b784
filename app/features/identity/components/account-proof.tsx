import { PasswordInput } from "~/ui/account-inputs";
import { fieldOf } from "~/ui/conform-field";
import { CodeInput } from "./code-form";

type Field = Parameters<typeof fieldOf>[0];

type Props = {
  fields: { password: Field; current: Field };
  /** An authenticator app is set up: its code is asked. */
  hasApp: boolean;
  codeLabel?: string;
};

/** Asks again for the password, and for a code where there is an app. */
export function AccountProof({ fields, hasApp, codeLabel = "Code from your app" }: Props) {
  return (
    <>
      <PasswordInput {...fieldOf(fields.password)} label="Your password" autoComplete="current-password" />
      {hasApp ? (
        <CodeInput
          {...fieldOf(fields.current)}
          label={codeLabel}
          hint="Or a recovery code. Each code works once"
        />
      ) : null}
    </>
  );
}
