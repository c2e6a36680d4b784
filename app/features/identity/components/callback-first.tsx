import { Button } from "~/ui/button";
import { GetForm } from "~/ui/form";
import { InsetText } from "~/ui/inset-text";
import { TextInput } from "~/ui/text-input";

type CallbackFirstProps = {
  issuer: string;
  /** The whole address, where an issuer was given. */
  callback: string | null;
  problem: string | null;
};

/** Before anything is saved: the address that whoever runs a council's sign-in needs, by what that sign-in is called. */
export function CallbackFirst({ issuer, callback, problem }: CallbackFirstProps) {
  return (
    <>
      <h2 className="govuk-heading-m">First: what they need from you</h2>
      <GetForm label="First: what they need from you">
        <TextInput
          id="issuer"
          name="issuer"
          label="Address of the council’s sign-in (issuer)"
          hint="Such as https://login.council.example"
          type="url"
          autoComplete="off"
          value={issuer}
          errors={problem === null ? undefined : [problem]}
        />
        <Button variant="secondary">Show what to give them</Button>
      </GetForm>
      {callback === null ? null : (
        <>
          <CallbackAddress address={callback} />
          <p className="govuk-body">It goes with this issuer alone. Another issuer has another address.</p>
        </>
      )}
      <h2 className="govuk-heading-m">Then: what they tell you</h2>
    </>
  );
}

/** The address a council's sign-in sends people back to, for whoever runs it. */
export function CallbackAddress({ address }: { address: string }) {
  return (
    <InsetText>
      Whoever runs it needs this address to send people back to: <code>{address}</code>
    </InsetText>
  );
}
