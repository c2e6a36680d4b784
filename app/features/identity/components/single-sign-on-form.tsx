import { useForm } from "@conform-to/react";
import { Button } from "~/ui/button";
import { Checkbox } from "~/ui/checkboxes";
import { fieldOf, tickOf } from "~/ui/conform-field";
import { answerTo, type FormAnswer } from "~/ui/form-answer";
import { HiddenFields } from "~/ui/hidden-fields";
import { IntentForm } from "~/ui/intent-form";
import { TextInput } from "~/ui/text-input";
import type { ProviderView } from "../single-sign-on";

type Props = {
  provider: ProviderView | null;
  /** Of a provider that is not set up yet: its address, where that was said before. */
  issuer?: string | undefined;
  answer: FormAnswer | undefined;
  formKey: string | undefined;
};
type Fields = { issuer: string; clientId: string; clientSecret: string; domains: string; required: string };

/** Says where a council's people sign in. The secret is asked for and never shown. */
export function SingleSignOnForm({ provider, issuer, answer, formKey }: Props) {
  const intent = `set ${provider?.id ?? "new"}`;
  const [form, fields] = useForm<Fields>({
    id: `sso-${provider?.id ?? "new"}`,
    lastResult: answerTo(answer, intent),
    defaultValue: provider ? valuesOf(provider) : { issuer },
  });
  return (
    <IntentForm form={form} intent={intent} formKey={formKey}>
      <HiddenFields fields={{ id: provider?.id }} />
      <TextInput
        {...fieldOf(fields.issuer)}
        label="Address of its sign-in (issuer)"
        hint="Such as https://login.council.example"
        type="url"
        autoComplete="off"
      />
      <TextInput {...fieldOf(fields.clientId)} label="Client ID" autoComplete="off" spellCheck={false} />
      <TextInput
        {...fieldOf(fields.clientSecret)}
        value=""
        label="Client secret"
        hint={
          provider ? "Leave it empty to keep the one there is" : "It is kept sealed, and never shown again"
        }
        type="password"
        autoComplete="off"
      />
      <TextInput
        {...fieldOf(fields.domains)}
        label="What its people’s addresses end in"
        hint="What comes after the @, such as council.example. Put a space between several"
        autoComplete="off"
        spellCheck={false}
      />
      <Checkbox
        {...tickOf(fields.required)}
        label="They must sign in there"
        hint="A password, a link or a passkey then lets nobody with such an address in. While its sign-in is away, they wait."
      />
      <Button>Save</Button>
    </IntentForm>
  );
}

function valuesOf({ issuer, clientId, domains, required }: ProviderView) {
  return { issuer, clientId, domains: domains.join(" "), ...(required ? { required: "on" } : {}) };
}
