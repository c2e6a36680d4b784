import { type MouseEvent, useState } from "react";
import { href } from "react-router";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { PostForm } from "~/ui/form";
import { HiddenFields } from "~/ui/hidden-fields";
import { NeedsScript } from "~/ui/needs-script";
import { useHydrated } from "~/ui/use-hydrated";
import { WAIT_MINUTES } from "../sign-in-wait";

const NOT_SHOWN = "You are not signed in. Try again, or sign in another way.";
const TOO_OFTEN = `There were too many tries from here. Wait ${WAIT_MINUTES} minutes, or sign in another way.`;

/** Signs in with a passkey. It takes script, and a browser that knows of passkeys: without, there is nothing here. */
export function PasskeySignIn({ next }: { next: string }) {
  const [problem, setProblem] = useState<string | null>(null);
  const hasScript = useHydrated();
  if (hasScript && !("PublicKeyCredential" in window)) return null;
  const show = async ({ currentTarget: { form } }: MouseEvent<HTMLButtonElement>) => {
    try {
      const { startAuthentication } = await import("@simplewebauthn/browser");
      const asked = await fetch(href("/sign-in/passkey/offer"), { method: "POST" });
      if (!asked.ok) return setProblem(asked.status === 429 ? TOO_OFTEN : NOT_SHOWN);
      const shown = await startAuthentication({ optionsJSON: await asked.json() });
      const field = form?.elements.namedItem("answer");
      if (field instanceof HTMLInputElement) field.value = JSON.stringify(shown);
      form?.requestSubmit();
    } catch {
      setProblem(NOT_SHOWN);
    }
  };
  return (
    <NeedsScript>
      <ErrorSummary errors={problem ? [{ text: problem }] : []} />
      <PostForm action={href("/sign-in/passkey")} reload>
        <HiddenFields fields={{ next, answer: "" }} />
        <Button type="button" variant="secondary" onClick={show}>
          Sign in with a passkey
        </Button>
      </PostForm>
    </NeedsScript>
  );
}
