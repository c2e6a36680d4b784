import { useForm } from "@conform-to/react";
import { useState } from "react";
import { useSubmit } from "react-router";
import { Button } from "~/ui/button";
import { fieldOf } from "~/ui/conform-field";
import { ErrorSummary } from "~/ui/error-summary";
import { answerTo, type FormAnswer } from "~/ui/form-answer";
import { IntentForm } from "~/ui/intent-form";
import { NeedsScript } from "~/ui/needs-script";
import { TextInput } from "~/ui/text-input";
import { AccountProof } from "./account-proof";

type Props = {
  answer: FormAnswer | undefined;
  hasApp: boolean;
  /** What the device is asked to make, as JSON, once its owner has shown again who they are. */
  offer: string | null;
};

/** Adds a passkey in two steps: who one is, and the device. */
export function AddPasskey({ answer, hasApp, offer }: Props) {
  return (
    <>
      <noscript>
        <p className="govuk-body">To add a passkey your browser must run scripts. The rest works without.</p>
      </noscript>
      <NeedsScript>
        {offer ? <MakePasskey offer={offer} /> : <WhoAdds answer={answer} hasApp={hasApp} />}
      </NeedsScript>
    </>
  );
}

function WhoAdds({ answer, hasApp }: Omit<Props, "offer">) {
  const [form, fields] = useForm<{ name: string; password: string; current: string }>({
    id: "add",
    lastResult: answerTo(answer, "offer"),
  });
  return (
    <IntentForm form={form} intent="offer" formKey={undefined}>
      <TextInput
        {...fieldOf(fields.name)}
        label="What do you call this device?"
        hint="Such as “My phone”"
        autoComplete="off"
      />
      <AccountProof fields={fields} hasApp={hasApp} />
      <Button>Continue</Button>
    </IntentForm>
  );
}

const NOT_MADE = "No passkey was made. You can try again.";
const THERE_ALREADY = "This device has a passkey of yours already.";

function MakePasskey({ offer }: { offer: string }) {
  const submit = useSubmit();
  const [problem, setProblem] = useState<string | null>(null);
  const make = async () => {
    try {
      const { startRegistration } = await import("@simplewebauthn/browser");
      const made = await startRegistration({ optionsJSON: JSON.parse(offer) });
      await submit({ intent: "add", answer: JSON.stringify(made) }, { method: "post" });
    } catch (error) {
      setProblem(error instanceof Error && error.name === "InvalidStateError" ? THERE_ALREADY : NOT_MADE);
    }
  };
  return (
    <>
      <ErrorSummary errors={problem ? [{ text: problem }] : []} />
      <p className="govuk-body">Your device now asks for your fingerprint, your face or its PIN.</p>
      <Button type="button" onClick={make}>
        Make the passkey
      </Button>
    </>
  );
}
